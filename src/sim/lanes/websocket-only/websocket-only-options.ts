/** The switches and numbers of the lane with a socket alone. Its times are those of the durable lane, so that only the log differs. */

import { z } from 'zod';
import { choice, flag, ms } from '../option-fields.ts';

export const websocketOnlyOptionsSchema = z.strictObject({
  fanOut: choice(
    ['room', 'connection'],
    'room',
    'Who gets the words of an answer as they are made: every open socket of the chat, or the one that asked and no other. [F2.8; F7 note i: one platform documents both]',
  ),
  onClose: choice(
    ['run-on', 'cancel'],
    'run-on',
    'What a run does when the server notices that the socket that asked for it has gone: a close is not a stop, since stop is a message of its own, or it is taken for one. [F2.8: off by default]',
  ),
  backplane: flag(
    true,
    'With several processes: do they share one room, or does each know only the sockets and runs that are its own? An assumption.',
  ),
  backplaneHopMs: ms(1, 'One way between two processes over the backplane. An assumption.'),
  heartbeatMs: ms(15_000, 'The server sends a sign of life after this much quiet. As in the session lane. [F2.7]', 100),
  silenceLimitMs: ms(
    25_000,
    'A page that hears nothing for this long gives its socket up. As in the session lane. [F2.7]',
    100,
  ),
  retryBaseMs: ms(
    100,
    'A reconnect waits for up to this long, times 1.3 with each failed try, drawn at random. [W reconnect]',
    1,
  ),
  retryCapMs: ms(60_000, 'No wait between two tries is longer than this. [W reconnect]', 1),
});

export type WebsocketOnlyOptions = z.output<typeof websocketOnlyOptionsSchema>;
