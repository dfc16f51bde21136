/** The switches and numbers of the durable lane. Defaults follow `model.md` and what was measured. */

import { z } from 'zod';
import { choice, count, flag, ms } from '../option-fields.ts';

export const durableOptionsSchema = z.strictObject({
  transport: choice(
    ['websocket', 'sse', 'long-poll'],
    'websocket',
    'How a surface reads the session: one socket both ways, or HTTP responses with a request for each publish. [W D1, D1s, D2]',
  ),
  sessionHopMs: ms(10, 'One way between the agent and the session layer. [F2.7]'),
  rollupMs: ms(40, 'Tokens made within this window travel as one append; the first goes at once. [F2.7]'),
  batchTokens: count(
    0,
    'Tokens in one append, by count instead of by time; 0 is by `rollupMs`. [W idempotent producers]',
    0,
    1_000,
  ),
  resumeWindowMs: ms(
    120_000,
    'A surface away for longer takes the accumulated message in one update instead of the missed records; an agent away for longer aborts its runs. [F2.7, F1.6]',
  ),
  seam: choice(
    ['attach-first', 'history-first'],
    'attach-first',
    'How a fresh page joins what was to what comes: it attaches and then reads up to that point, or it reads first and misses what is written between the two. [F2.7]',
  ),
  applyUpdateAs: choice(
    ['replace', 'append'],
    'replace',
    'What the page makes of an accumulated update: it takes the place of the message, or is appended to it, the classic bug. [F1.6]',
  ),
  cursor: choice(
    ['surface', 'session'],
    'surface',
    'Who remembers how far a surface has read: itself, or the session, which counts as read what it sent. [W D2 S5]',
  ),
  heartbeatMs: ms(15_000, 'The session sends a sign of life after this much quiet. [F2.7]', 100),
  silenceLimitMs: ms(25_000, 'A surface that hears nothing for this long declares its link dead. [F2.7]', 100),
  retryBaseMs: ms(
    100,
    'A reconnect waits for up to this long, times 1.3 with each failed try, drawn at random. [W reconnect]',
    1,
  ),
  retryCapMs: ms(60_000, 'No wait between two tries is longer than this. [W reconnect]', 1),
  retryAttempts: count(
    0,
    'How many tries in a row before a surface gives its session up for good; 0 is never. [W reconnect: a client that stopped after 10 tries never came back from 30 s]',
    0,
    1_000,
  ),
  publishOffline: choice(
    ['queue', 'fail'],
    'queue',
    'What happens to a prompt or a stop that is published without a connection: kept and sent later, or refused. [W stop, offline]',
  ),
  rateLimitPerSecond: count(
    50,
    'Live records for one surface in one second; more are dropped, and the surface fetches the state again. [F1.6]',
    1,
    100_000,
  ),
  retentionMs: ms(86_400_000, 'How long the log keeps a record. [F1.6, F2.7]', 1),
  presenceDelayMs: ms(
    15_000,
    'From the death of an agent or a surface without a word to the notice that it has gone. [F1.6: 15 s to 2 min, the sources disagree]',
  ),
  wakeUp: choice(
    ['detached', 'leashed'],
    'detached',
    'How a prompt wakes the agent: by a short call, or by one that stays open and ends the run when it closes. [F1.4]',
  ),
  doubleTexting: choice(
    ['concurrent', 'enqueue', 'interrupt', 'rollback', 'reject'],
    'concurrent',
    'What a prompt does while another answer is under way: runs beside it, waits for it, ends it, ends it and takes it off the screens, or is refused. [F1.5 row 14, F2.5]',
  ),
  steerAt: choice(
    ['next-step', 'once'],
    'next-step',
    'When a run takes a steer in: before its next step, or at once. [F1.5 row 11]',
  ),
  idempotenceWindowMs: ms(
    120_000,
    'How long the session remembers a producer’s writes, to drop a repeated one. [F2.7, W D2 S12]',
  ),
  fencing: flag(true, 'Does the session refuse writes under a stale epoch? [F2.8]'),
  reaperMs: ms(0, 'Ends a run that nobody has written to for this long; 0 is never. [F2.7, catalogue 53]'),
  recovery: choice(
    ['none', 'adopt', 'restart'],
    'none',
    'What becomes of a run whose process died: nothing, another process goes on with it, or it is done again from the start. [F1.5 row 24, W D1 S12]',
  ),
  leaseMs: ms(
    5_000,
    'With `adopt`: how long after the last sign of its process a run is taken over; a restarted process adopts at once. An assumption.',
  ),
  epochOnRecovery: choice(
    ['bump', 'same'],
    'bump',
    'Does a recovered run write under a new epoch, or under the old one? [W agent restart and epochs]',
  ),
  batchTokensOnRecovery: count(
    0,
    'Tokens in one append after a recovery, by count; 0 is as before. [W idempotent producers]',
    0,
    1_000,
  ),
  rejections: choice(
    ['silent', 'told'],
    'silent',
    'Does a surface hear that its stop was refused? [F1.6: a rejected cancel is silent]',
  ),
});

export type DurableOptions = z.output<typeof durableOptionsSchema>;
