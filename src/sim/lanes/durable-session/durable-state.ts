/** What a durable lane keeps: its pages, the session, and the agents' side of it. Plain data. */

import { createAgentSide } from './session-agent.ts';
import type { AgentSideState } from './session-agent.ts';
import type { DurableOptions } from './durable-options.ts';
import type { SessionLogState } from './session-log.ts';
import type { SessionPage } from './session-page.ts';
import type { ReadersState } from './session-readers.ts';

export interface DurableState {
  readonly options: DurableOptions;
  readonly pages: Map<string, SessionPage>;
  readonly log: SessionLogState;
  readonly readers: ReadersState;
  readonly agent: AgentSideState;
  /** Agents that were called gone. */
  readonly gone: Set<string>;
}

export function createDurableState(options: DurableOptions): DurableState {
  return {
    options,
    pages: new Map(),
    log: { records: [], times: [], published: new Set(), producers: new Map(), runs: new Map(), expired: 0 },
    readers: { readers: new Map(), cursors: new Map() },
    agent: createAgentSide(),
    gone: new Set(),
  };
}
