/** The measured stacks as lanes with options. What each one is stands in `wire-truth.json`, `stacks`. */

import type { LaneName } from '../../protocol/lane-name.ts';
import type { LaneOptions } from '../../scenario/schema.ts';
import type { StackName } from './truth-rows.ts';

export interface Stack {
  readonly lane: LaneName;
  readonly options: LaneOptions;
  /** One way between the agent and what the tabs read from; none where the agent is in the server. */
  readonly hopMs: number;
  /** With seven tabs: `each` tab asks, or the `first` before the others open, or the first `after` all are open. */
  readonly sevenTabs: 'each' | 'first' | 'after';
}

const PIPE = { lane: 'naive-sse', hopMs: 0, sevenTabs: 'each' } as const;
const BUFFERED = { lane: 'resumable-sse', hopMs: 0, sevenTabs: 'first' } as const;
const LOG = { lane: 'durable-session', sevenTabs: 'after' } as const;

/** Every token was appended by itself, a killed agent was started again, and it wrote as the same producer in the same epoch. */
const LOG_OPTIONS = { rollupMs: 0, recovery: 'restart', epochOnRecovery: 'same' } as const;

/** The harness asked to resume when the network was back, 300 ms after most faults, by the SDK's own call. */
const ASKS_WHEN_BACK = { reconnect: 'on-error', reconnectDelayMs: 300 } as const;

export const STACKS: Readonly<Record<StackName, Stack>> = {
  // The SDK's default is the lane's default.
  A0: { ...PIPE, options: {} },
  // The abort signal is wired to the response's close, and the stream is consumed on the server.
  A1: { ...PIPE, options: { signalForwarded: true, drained: true } },
  // Consumed on the server and saved at the end; nothing aborts.
  A2: { ...PIPE, options: { drained: true } },
  // Each connection, that of a page that loads too, starts a generation that its close aborts; the server keeps nothing.
  B1: {
    ...PIPE,
    options: { transport: 'event-source', signalForwarded: true, saveOnClose: 'none' },
  },
  // One buffered generation that runs on; the browser asks again with the last id, which is honoured.
  B2: { ...BUFFERED, sevenTabs: 'each', options: { transport: 'event-source', replay: 'cursor' } },
  // Resumable streams as documented: the tokens live in the producing process, nothing stops it.
  C1: { ...BUFFERED, options: ASKS_WHEN_BACK },
  // The stop request names its chat, which has one run here; by run is the same and cannot hit another.
  C2: { ...BUFFERED, options: { ...ASKS_WHEN_BACK, stopEndpoint: 'by-run' } },
  // The client's live mode is long-poll; it took 9.5 ms at least from token to screen, most of it in the store.
  D1: { ...LOG, hopMs: 9, options: { ...LOG_OPTIONS, transport: 'long-poll' } },
  // The same store, read by SSE.
  D1s: { ...LOG, hopMs: 9, options: { ...LOG_OPTIONS, transport: 'sse' } },
  // One socket; the server remembers how far each reader is; what is published without a network is dropped.
  D2: {
    ...LOG,
    hopMs: 1,
    options: { ...LOG_OPTIONS, transport: 'websocket', cursor: 'session', publishOffline: 'fail' },
  },
};

/** The options of a stack, with its hop where its lane has one. */
export function optionsOf({ options, hopMs }: Stack): LaneOptions {
  return hopMs === 0 ? options : { ...options, sessionHopMs: hopMs };
}
