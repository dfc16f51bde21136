/** What a durable lane keeps: its pages, the session's log, and the agent's side of it. Plain data. */

import type { DurableOptions } from './durable-options.ts';
import type { SessionAgentState } from './session-agent.ts';
import type { SessionLogState } from './session-log.ts';
import type { SessionPage } from './session-page.ts';

export interface DurableState {
  readonly options: DurableOptions;
  readonly pages: Map<string, SessionPage>;
  readonly log: SessionLogState;
  readonly agent: SessionAgentState;
}

export function createDurableState(options: DurableOptions): DurableState {
  return {
    options,
    pages: new Map(),
    log: { records: [], subscribers: new Map(), published: new Set() },
    agent: { windows: new Map(), keptStops: new Set() },
  };
}
