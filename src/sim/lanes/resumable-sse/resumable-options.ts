/** The switches and numbers of the resumable lane. Defaults follow `model.md` and what was measured. */

import { z } from 'zod';
import { choice, count, ms } from '../option-fields.ts';

export const resumableOptionsSchema = z.strictObject({
  reconnect: choice(
    ['on-mount', 'on-error'],
    'on-mount',
    'When a surface asks to resume: on load and on becoming visible after a disconnect, or also after a break. [W E1, F2.4]',
  ),
  reconnectAttempts: count(5, 'With `on-error`: how many tries in a row before it gives up. [F2.5]', 1, 100),
  reconnectDelayMs: ms(
    500,
    'With `on-error`: the wait before the first try; each further wait is twice as long. The default is an assumption, long enough to outlast three seconds.',
  ),
  replay: choice(
    ['full', 'cursor'],
    'full',
    'What a resume sends: everything from the first token, or only what is missing. [F2.4, W C1]',
  ),
  onReplay: choice(
    ['rebuild', 'append'],
    'rebuild',
    'What the page makes of a replay: current clients rebuild the message, older ones append to it. [W aiSdkClientOnResume]',
  ),
  buffer: choice(
    ['producer', 'external'],
    'producer',
    'Where the tokens wait for a resume: in the process that makes them, which a crash takes away, or in a log beside it. [F2.4 points 2 and 6]',
  ),
  ackTimeoutMs: ms(
    1_000,
    'With a `producer` buffer: how long a resume waits for the producing process before it fails. [W C1 S12: 1,003 to 1,007 ms]',
  ),
  ttlMs: ms(
    86_400_000,
    'How long the stream id and an external buffer outlive their last write. [F2.4 point 1, F2.5]',
    1,
  ),
  idWriteDelayMs: ms(
    30,
    'From the prompt’s arrival to the saved active stream id. A resume or a stop before that finds nothing. [F2.4; the length is an assumption]',
  ),
  stopEndpoint: choice(
    ['none', 'by-chat', 'by-run'],
    'none',
    'What stop does beside hanging up: nothing, ends whatever run is active in the chat, or ends the run that it names. [F3, W C1 and C2]',
  ),
  stopReaches: choice(
    ['own-process', 'every-process'],
    'own-process',
    'With several processes: does a stop that arrives at one of them end a run in another? Only when that was built. [F3]',
  ),
  transport: choice(
    ['fetch', 'event-source'],
    'fetch',
    'What reads the answer: a fetch, or an EventSource, which the browser opens again by itself with the id of the last event. [F2.2, W B2]',
  ),
  eventSourceRetryMs: ms(
    3_000,
    'With `event-source`: how long the browser waits before it asks again. [W eventSource]',
  ),
  heartbeatMs: ms(0, 'The server writes a comment line after this much quiet; 0 is never. [F2.2, F2.9]'),
});

export type ResumableOptions = z.output<typeof resumableOptionsSchema>;
