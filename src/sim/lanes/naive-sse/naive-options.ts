/** The switches and numbers of the naive lane. Defaults follow `model.md` and what was measured. */

import { z } from 'zod';
import { choice, flag, ms } from '../option-fields.ts';

export const naiveOptionsSchema = z.strictObject({
  signalForwarded: flag(false, 'Does the handler pass the request’s abort signal to the model call? [F2.1 switch 1]'),
  closePropagated: flag(true, 'Does the platform tell the handler that the client has gone? [F2.1 switch 2]'),
  drained: flag(false, 'Is the stream consumed to its end on the server, and saved then? [F2.1 switch 3, W A2]'),
  saveOnClose: choice(
    ['partial', 'none'],
    'partial',
    'What the history keeps when the handler learns of a close: the part written so far, or nothing. [W A0 S6]',
  ),
  onOrphan: choice(
    ['run-on', 'stall'],
    'run-on',
    'What generation does when its reader has gone and nothing drains it: run on to the end, or stand still under back-pressure. [W A0 S2, F2.1]',
  ),
  retry: choice(
    ['none', 'manual', 'repost-on-show'],
    'none',
    'What makes a page post its prompt again: nothing, a person who presses retry, or a hidden tab that comes to the front again. Each post is a run of its own. [F2.1, F2.2]',
  ),
  transport: choice(
    ['fetch', 'event-source'],
    'fetch',
    'What reads the answer: a fetch that ends with its connection, or an EventSource, which the browser opens again by itself; a server without a buffer then starts again. [F2.2, W B1]',
  ),
  eventSourceRetryMs: ms(
    3_000,
    'With `event-source`: how long the browser waits before it asks again. [W eventSource]',
  ),
  closeOnDone: flag(
    true,
    'With `event-source`: does the page close it when the answer is over? Without that the browser asks again for an answer that it has. [W EventSource, B1]',
  ),
  heartbeatMs: ms(0, 'The server writes a comment line after this much quiet; 0 is never. [F2.2, F2.9]'),
});

export type NaiveOptions = z.output<typeof naiveOptionsSchema>;
