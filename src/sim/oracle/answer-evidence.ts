/**
 * What was made: runs, and the answers that they belong to. An answer is what one agent writes for
 * one prompt, by however many runs; all of them number its words alike.
 */

import type { RunEnd } from '../../protocol/surface-status.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { EventOf } from './event-of.ts';

export interface AnswerEvidence {
  readonly turn: number;
  readonly agent: string;
  /** In the order in which they started; the last one is the newest. */
  readonly runs: RunEvidence[];
  /** Whether word k was ever made, at index k - 1. */
  readonly made: boolean[];
  /** How many different words were made. */
  words: number;
}

export interface RunEvidence {
  readonly run: number;
  readonly answer: AnswerEvidence;
  readonly started: EventOf<'run.started'>;
  /** Every making of a word, in order. An adopted run may make a word again. */
  readonly generated: EventOf<'token.generated'>[];
  /** Whether any surface ever showed word k of this run, at index k - 1, and how many it is true of. */
  readonly seen: boolean[];
  seenWords: number;
  /** A page took it off its screen, since another run or prompt takes its place. */
  isWithdrawn: boolean;
  adoptions: number;
  crashes: number;
  end: RunEnd;
  endedAtMs: VirtualMs | null;
  ended: EventOf<'run.ended'> | null;
  /** The abort that reached it first. */
  aborting: EventOf<'run.aborting'> | null;
  stalled: EventOf<'run.stalled'> | null;
}

/** Notes that a run began. */
export function startRun(runs: RunEvidence[], answers: AnswerEvidence[], started: EventOf<'run.started'>): void {
  const { turn, actor: agent, run } = started;
  const known = answers.find((other) => other.turn === turn && other.agent === agent);
  const answer = known ?? { turn, agent, runs: [], made: [], words: 0 };
  if (known === undefined) answers.push(answer);
  const begun: RunEvidence = {
    run,
    answer,
    started,
    generated: [],
    seen: [],
    seenWords: 0,
    isWithdrawn: false,
    adoptions: 0,
    crashes: 0,
    end: 'running',
    endedAtMs: null,
    ended: null,
    aborting: null,
    stalled: null,
  };
  answer.runs.push(begun);
  runs.push(begun);
}

/** Notes what happened to a run. */
export function noteRun(run: RunEvidence, event: RunFact): void {
  switch (event.type) {
    case 'run.adopted':
      run.adoptions += 1;
      run.end = 'running';
      run.endedAtMs = null;
      run.ended = null;
      return;
    case 'token.generated': {
      const { answer } = run;
      run.generated.push(event);
      if (answer.made[event.token - 1] !== true) answer.words += 1;
      answer.made[event.token - 1] = true;
      return;
    }
    case 'run.aborting':
      run.aborting ??= event;
      return;
    case 'run.stalled':
      run.stalled = event;
      return;
    case 'run.ended':
      run.end = event.end;
      if (event.end === 'crashed') run.crashes += 1;
      run.endedAtMs = event.atMs;
      run.ended = event;
  }
}

export type RunFact = EventOf<'run.adopted' | 'token.generated' | 'run.aborting' | 'run.stalled' | 'run.ended'>;

/** The run that an answer is judged by. */
export function newestRun({ runs }: AnswerEvidence): RunEvidence {
  const newest = runs.at(-1);
  if (newest === undefined) throw new Error('unable to judge an answer that no run belongs to');
  return newest;
}

/** An answer has ended when its newest run has; one that was adopted after a crash goes on. */
export function hasEnded(answer: AnswerEvidence): boolean {
  return newestRun(answer).end !== 'running';
}
