/**
 * Every state and event of `agent-run` and where they lead; `(ignored)` is written, not implied.
 * Total over the events by type, and compared with the machine itself by `transition-tables.test.ts`.
 */

import type { AgentRunEvent } from './agent-run.machine.ts';

export const AGENT_RUN_TABLE = {
  thinking: {
    'run.abort': 'cancelled',
    'run.stall': 'stalled',
    'answer.finished': '(ignored)',
    'after FIRST_TOKEN': 'generating',
  },
  cancelled: {
    'run.abort': '(ignored)',
    'run.stall': '(ignored)',
    'answer.finished': '(ignored)',
  },
  stalled: {
    'run.abort': 'cancelled',
    'run.stall': '(ignored)',
    'answer.finished': '(ignored)',
  },
  generating: {
    'run.abort': 'aborting or cancelled',
    'run.stall': 'stalled',
    'answer.finished': 'complete',
  },
  complete: {
    'run.abort': '(ignored)',
    'run.stall': '(ignored)',
    'answer.finished': '(ignored)',
  },
  aborting: {
    'run.abort': '(ignored)',
    'run.stall': '(ignored)',
    'answer.finished': 'complete',
    'after STOP_LAG': 'cancelled',
  },
} satisfies Readonly<
  Record<string, Readonly<Record<AgentRunEvent['type'], string>> & { readonly [timer: `after ${string}`]: string }>
>;
