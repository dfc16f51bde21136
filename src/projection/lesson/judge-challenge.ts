/** Whether a run reaches the goal of a challenge, by which changes, and how many stars that is worth. */

import { evaluateClaims, type ClaimResult } from '../../scenario/claims.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import { lessonScenarios } from '../../scenario/lesson/lesson-data.ts';
import type { Lesson } from '../../scenario/lesson/lesson-data.ts';
import type { Run } from '../../sim/run.ts';
import { changesBetween, isAllowed } from './changes.ts';
import type { Change } from './changes.ts';

export type Stars = 0 | 1 | 2 | 3;

export interface Judgement {
  readonly claims: readonly ClaimResult[];
  readonly changes: readonly Change[];
  /** Changes that the challenge does not allow. */
  readonly forbidden: readonly Change[];
  readonly isSolved: boolean;
  /** None unless it is solved. */
  readonly stars: Stars;
  /** The number of changes that three stars take. */
  readonly par: number;
}

/** The scenario that the challenge starts from. */
export function challengeStart(lesson: Lesson): CompiledScenario {
  return lessonScenarios(lesson).get(lesson.challenge.run) ?? lesson.scenario;
}

export function judgeChallenge(lesson: Lesson, run: Run): Judgement {
  const { claims: wanted, may, solution } = lesson.challenge;
  const start = challengeStart(lesson);
  const claims = evaluateClaims(wanted, run.report);
  const changes = changesBetween(start, run.scenario);
  const forbidden = changes.filter((change) => !isAllowed(change, may));
  const par = changesBetween(start, solution).length;
  const isSolved = forbidden.length === 0 && claims.every(({ holds }) => holds);
  const stars = !isSolved ? 0 : changes.length <= par ? 3 : changes.length === par + 1 ? 2 : 1;
  return { claims, changes, forbidden, isSolved, stars, par };
}
