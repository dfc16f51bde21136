/**
 * Every state and event of `agent-run` and where they lead; `(ignored)` is written, not implied.
 * Total over the events by type, and compared with the machine itself by `transition-tables.test.ts`.
 */

import type { AgentRunEvent } from './agent-run.machine.ts';

export const AGENT_RUN_TABLE = {
  thinking: {
    'run.abort': 'cancelled',
    'run.stall': 'stalled',
    'run.crash': 'crashed',
    'approval.ask': '(ignored)',
    'approval.settle': '(ignored)',
    'answer.finished': '(ignored)',
    'tool.call': '(ignored)',
    'after FIRST_TOKEN': 'generating',
  },
  cancelled: {
    'run.abort': '(ignored)',
    'run.stall': '(ignored)',
    'run.crash': '(ignored)',
    'approval.ask': '(ignored)',
    'approval.settle': '(ignored)',
    'answer.finished': '(ignored)',
    'tool.call': '(ignored)',
  },
  stalled: {
    'run.abort': 'cancelled',
    'run.stall': '(ignored)',
    'run.crash': 'crashed',
    'approval.ask': '(ignored)',
    'approval.settle': '(ignored)',
    'answer.finished': '(ignored)',
    'tool.call': '(ignored)',
  },
  crashed: {
    'run.abort': '(ignored)',
    'run.stall': '(ignored)',
    'run.crash': '(ignored)',
    'approval.ask': '(ignored)',
    'approval.settle': '(ignored)',
    'answer.finished': '(ignored)',
    'tool.call': '(ignored)',
  },
  generating: {
    'run.abort': 'aborting or cancelled',
    'run.stall': 'stalled',
    'run.crash': 'crashed',
    'approval.ask': 'asking',
    'approval.settle': '(ignored)',
    'answer.finished': 'complete',
    'tool.call': 'working',
  },
  asking: {
    'run.abort': 'cancelled',
    'run.stall': 'stalled',
    'run.crash': 'crashed',
    'approval.ask': '(ignored)',
    'approval.settle': 'returning',
    'answer.finished': '(ignored)',
    'tool.call': '(ignored)',
  },
  complete: {
    'run.abort': '(ignored)',
    'run.stall': '(ignored)',
    'run.crash': '(ignored)',
    'approval.ask': '(ignored)',
    'approval.settle': '(ignored)',
    'answer.finished': '(ignored)',
    'tool.call': '(ignored)',
  },
  working: {
    'run.abort': '(ignored) or (stays) or cancelled',
    'run.stall': '(stays)',
    'run.crash': 'crashed',
    'approval.ask': '(ignored)',
    'approval.settle': '(ignored)',
    'answer.finished': '(ignored)',
    'tool.call': '(ignored)',
    'after TOOL': 'returning',
  },
  returning: {
    'run.abort': '(stays)',
    'run.stall': '(stays)',
    'run.crash': 'crashed',
    'approval.ask': '(ignored)',
    'approval.settle': '(ignored)',
    'answer.finished': '(ignored)',
    'tool.call': '(ignored)',
    'after RETURN': 'cancelled or generating or stalled',
  },
  aborting: {
    'run.abort': '(ignored)',
    'run.stall': '(ignored)',
    'run.crash': 'crashed',
    'approval.ask': '(ignored)',
    'approval.settle': '(ignored)',
    'answer.finished': 'complete',
    'tool.call': '(ignored)',
    'after STOP_LAG': 'cancelled',
  },
} satisfies Readonly<
  Record<string, Readonly<Record<AgentRunEvent['type'], string>> & { readonly [timer: `after ${string}`]: string }>
>;
