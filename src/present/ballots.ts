/** The lines that a presenter pasted or typed, read as answers of people in the room. */

import type { Prediction } from '../scenario/lesson/lesson-progress.ts';
import type { Hands } from './talk.ts';
import { predictionOf } from './vote-answer.ts';
import type { VoteScale } from './vote-answer.ts';
import { decodeVote } from './vote-code.ts';

/** A line that counts for nothing, and why. */
export interface BallotProblem {
  /** The question that it was pasted at, and its line there, from 1. */
  readonly question: number;
  readonly line: number;
  readonly text: string;
  readonly reason: string;
}

export interface Ballots {
  /** By question, in the order of the lines. */
  readonly answers: readonly (readonly Prediction[])[];
  readonly problems: readonly BallotProblem[];
  /** How many lines stood there a second time, letter by letter, and were counted once. */
  readonly repeated: number;
}

/**
 * Codes know their question and count for it wherever they stand; a spoken answer (an option's letter, a plain number,
 * seconds for a moment) counts where it stands. `scales` are those of the questions, in their order.
 */
export function readBallots(hands: readonly Hands[], lesson: number, scales: readonly VoteScale[]): Ballots {
  const answers = scales.map((): Prediction[] => []);
  const problems: BallotProblem[] = [];
  const seen = new Set<string>();
  let repeated = 0;
  for (const [question, { lines }] of hands.slice(0, scales.length).entries()) {
    for (const [index, line] of lines.split('\n').entries()) {
      const text = line.trim();
      if (text === '') continue;
      const spoken = spokenAnswer(withoutName(text), scales[question]);
      if (spoken !== null) {
        answers[question]?.push(spoken);
        continue;
      }
      const read = readCode(text, lesson, scales);
      if (typeof read === 'string') problems.push({ question, line: index + 1, text, reason: read });
      else if (seen.has(read.code)) repeated += 1;
      else {
        seen.add(read.code);
        answers[read.question]?.push(read.prediction);
      }
    }
  }
  return { answers, problems, repeated };
}

interface ReadCode {
  readonly code: string;
  readonly question: number;
  readonly prediction: Prediction;
}

/** The code of a line of a chat, which may begin with a name; or why there is none. */
function readCode(text: string, lesson: number, scales: readonly VoteScale[]): ReadCode | string {
  const word = text.split(/\s+/).at(-1) ?? text;
  const [whole, last] = [decodeVote(text), decodeVote(word)];
  const vote = typeof whole === 'string' && (typeof last !== 'string' || last === 'typo') ? last : whole;
  if (vote === 'no-code') return 'it is neither a code nor an answer';
  if (vote === 'typo') return 'it is no code, or a character of it is wrong';
  if (vote.lesson !== lesson) return `it is for lesson ${vote.lesson}`;
  const scale = scales[vote.question];
  const prediction = scale === undefined ? null : predictionOf(vote, scale);
  if (prediction === null) return 'it answers no question of this lesson';
  return { code: JSON.stringify(vote), question: vote.question, prediction };
}

/** Lines of a chat begin with who said it. */
function withoutName(text: string): string {
  return text.replace(/^[^:]{1,60}:\s*/, '');
}

function spokenAnswer(text: string, scale: VoteScale | undefined): Prediction | null {
  if (scale === undefined) return null;
  const { question, horizonMs } = scale;
  if (question.kind === 'choice') {
    const option = text.length === 1 ? text.toUpperCase().charCodeAt(0) - 65 : -1;
    return option >= 0 && option < question.options.length ? { kind: 'choice', option } : null;
  }
  const number = /^\d{1,6}(?:[.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : null;
  if (number === null) return null;
  if (question.kind === 'number')
    return number >= question.from && number <= question.to ? { kind: 'number', value: number } : null;
  if (question.kind === 'point') return number * 1000 <= horizonMs ? { kind: 'point', atMs: number * 1000 } : null;
  return null;
}
