/** How it really stands with what an actor believes, known from everything that has happened. */

import { assertNever } from '../../base/assert.ts';
import type { Belief, Truth } from '../../protocol/belief.ts';
import { newestRun } from './answer-evidence.ts';
import type { AnswerEvidence, RunEvidence } from './answer-evidence.ts';
import type { BelieverKind } from './believers.ts';
import type { Evidence } from './evidence.ts';
import type { SurfaceEvidence } from './surface-evidence.ts';

/** What is so whoever asks: how it stands with the newest prompt, whether anybody reads, whether anybody wants an answer. */
export interface PlainTruths {
  readonly answer: Truth;
  readonly reading: Truth;
  readonly wanting: Truth;
}

export function plainTruths(evidence: Evidence): PlainTruths {
  return { answer: answerState(evidence), reading: isRead(evidence), wanting: isWanted(evidence) };
}

/** The truth beside a belief, and whether they agree. `actor` is whose belief it is. */
export function truthOf(
  evidence: Evidence,
  plain: PlainTruths,
  kind: BelieverKind,
  actor: string,
  belief: Belief,
): { readonly truth: Truth; readonly isTrue: boolean } {
  const truth = matterOf(evidence, plain, kind, actor, belief);
  return { truth, isTrue: belief === 'closed' || (AGREES[belief]?.includes(truth) ?? false) };
}

function matterOf(evidence: Evidence, plain: PlainTruths, kind: BelieverKind, actor: string, belief: Belief): Truth {
  switch (kind) {
    case 'surface': {
      const surface = evidence.surfaces.get(actor);
      const isPart = plain.answer === 'complete' && surface !== undefined && !showsAll(evidence, surface);
      return isPart ? 'incomplete' : plain.answer;
    }
    case 'session':
      return plain.answer;
    case 'server':
      return belief === 'delivered' ? isReceived(evidence) : plain.reading;
    case 'agent':
      return plain.wanting;
    default:
      return assertNever(kind);
  }
}

/** What is so when a belief about an answer, or about readers, is true. */
const AGREES: Readonly<Partial<Record<Belief, readonly Truth[]>>> = {
  'nothing-asked': ['none'],
  waiting: ['asked', 'running'],
  streaming: ['running'],
  complete: ['complete'],
  // A prompt that never arrived is stopped as well as one that was ended.
  stopped: ['cancelled', 'none', 'stopped'],
  broken: ['crashed', 'cancelled', 'none'],
  asked: ['asked'],
  running: ['running'],
  ended: ['complete', 'cancelled', 'crashed'],
  watched: ['read'],
  unwatched: ['unread'],
  delivered: ['received'],
  idle: ['nobody-waits', 'stopped'],
  done: ['nobody-waits'],
  wanted: ['wanted'],
};

/** How it stands with the newest prompt. */
function answerState({ answers, turns, isPromptUnderWay }: Evidence): Truth {
  const runs = answers.filter(({ turn }) => turn === turns).map(newestRun);
  if (runs.length === 0) return isPromptUnderWay ? 'asked' : 'none';
  if (runs.some(({ end, stalled }) => end === 'running' && stalled === null)) return 'running';
  const is = (end: RunEvidence['end']): boolean => runs.some((run) => run.end === end);
  return is('running') ? 'stalled' : is('crashed') ? 'crashed' : is('cancelled') ? 'cancelled' : 'complete';
}

function showsAll({ answers, turns }: Evidence, { screen }: SurfaceEvidence): boolean {
  const has = (answer: AnswerEvidence): boolean => (screen.get(answer)?.words ?? 0) >= answer.words;
  return answers.every((answer) => answer.turn !== turns || has(answer));
}

/** Whether any surface has a connection that it reads, over a path that works. */
function isRead({ surfaces }: Evidence): Truth {
  const reads = ({ reading, faults, sleeps }: SurfaceEvidence): boolean =>
    reading.size > 0 && faults === 0 && sleeps === 0;
  return [...surfaces.values()].some(reads) ? 'read' : 'unread';
}

/** Whether the whole answer stands on any screen. */
function isReceived(evidence: Evidence): Truth {
  return [...evidence.surfaces.values()].some((surface) => showsAll(evidence, surface)) ? 'received' : 'not-received';
}

/** Whether a person stopped the newest answer, or sits in front of a page that waits for it. */
function isWanted({ surfaces, stops, turns }: Evidence): Truth {
  if (stops.at(-1)?.turn === turns && turns > 0) return 'stopped';
  const waits = ({ isOpen, status }: SurfaceEvidence): boolean =>
    isOpen && (status === 'waiting' || status === 'streaming');
  return [...surfaces.values()].some(waits) ? 'wanted' : 'nobody-waits';
}
