/**
 * The switches and numbers of each lane: the single source of their names, defaults and meanings.
 * Each default follows `model.md` and what was measured; `[F…]` and `[W …]` in a description name
 * the section of the domain report or the measured row behind it.
 *
 * Adding a lane adds one entry here beside its folder in `src/sim/lanes`.
 */

import { z } from 'zod';

const flag = (byDefault: boolean, meaning: string) => z.boolean().default(byDefault).describe(meaning);
const ms = (byDefault: number, meaning: string, least = 0) =>
  z.int().min(least).max(3_600_000).default(byDefault).describe(meaning);

export const naiveOptionsSchema = z.strictObject({
  signalForwarded: flag(false, 'Does the handler pass the request’s abort signal to the model call? [F2.1 switch 1]'),
  closePropagated: flag(true, 'Does the platform tell the handler that the client has gone? [F2.1 switch 2]'),
  drained: flag(false, 'Is the stream consumed to its end on the server, and saved then? [F2.1 switch 3, W A2]'),
  saveOnClose: z
    .enum(['partial', 'none'])
    .default('partial')
    .describe(
      'What the history keeps when the handler learns of a close: the part written so far, or nothing. [W A0 S6]',
    ),
  onOrphan: z
    .enum(['run-on', 'stall'])
    .default('run-on')
    .describe(
      'What generation does when its reader has gone and nothing drains it: run on to the end, or stand still under back-pressure. [W A0 S2, F2.1]',
    ),
});

export const resumableOptionsSchema = z.strictObject({
  reconnect: z
    .enum(['on-mount', 'on-error'])
    .default('on-mount')
    .describe(
      'When a surface asks to resume: on load and on becoming visible after a disconnect, or also after a break. [W E1, F2.4]',
    ),
  reconnectAttempts: z
    .int()
    .min(1)
    .max(100)
    .default(5)
    .describe('With `on-error`: how many tries in a row before it gives up. [F2.5]'),
  reconnectDelayMs: ms(
    500,
    'With `on-error`: the wait before the first try; each further wait is twice as long. The default is an assumption, long enough to outlast three seconds.',
  ),
  replay: z
    .enum(['full', 'cursor'])
    .default('full')
    .describe(
      'What a resume sends: everything from the first token (the client rebuilds the message), or only what is missing. [F2.4, W C1]',
    ),
  idWriteDelayMs: ms(
    30,
    'From the prompt’s arrival to the saved active stream id. A resume or a stop before that finds nothing. [F2.4; the length is an assumption]',
  ),
  stopEndpoint: z
    .enum(['none', 'by-chat', 'by-run'])
    .default('none')
    .describe(
      'What stop does beside hanging up: nothing, ends whatever run is active in the chat, or ends the run that it names. [F3, W C1 and C2]',
    ),
});

export const durableOptionsSchema = z.strictObject({
  sessionHopMs: ms(10, 'One way between the agent and the session layer. [F2.7]'),
  rollupMs: ms(40, 'Tokens made within this window travel as one append; the first goes at once. [F2.7]'),
  resumeWindowMs: ms(
    120_000,
    'A surface away for longer takes the accumulated message in one update instead of the missed records. [F2.7]',
  ),
  heartbeatMs: ms(15_000, 'The session sends a sign of life after this much quiet. [F2.7]', 100),
  silenceLimitMs: ms(25_000, 'A surface that hears nothing for this long declares its link dead. [F2.7]', 100),
  retryBaseMs: ms(
    100,
    'A reconnect waits for up to this long, times 1.3 with each failed try, drawn at random. [W reconnect]',
    1,
  ),
  retryCapMs: ms(60_000, 'No wait between two tries is longer than this. [W reconnect]', 1),
  publishOffline: z
    .enum(['queue', 'fail'])
    .default('queue')
    .describe(
      'What happens to a prompt or a stop that is published without a connection: kept and sent later, or refused. [W stop, offline]',
    ),
});

export const LANE_OPTION_SCHEMAS = {
  'naive-sse': naiveOptionsSchema,
  'resumable-sse': resumableOptionsSchema,
  'durable-session': durableOptionsSchema,
} as const;

export type NaiveOptions = z.output<typeof naiveOptionsSchema>;
export type ResumableOptions = z.output<typeof resumableOptionsSchema>;
export type DurableOptions = z.output<typeof durableOptionsSchema>;
export type LaneOptions = NaiveOptions | ResumableOptions | DurableOptions;
