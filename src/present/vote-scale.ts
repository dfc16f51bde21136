/** How long the run of a question is, and how many words it could show: what its codes are measured with. */

import type { LessonRuns } from '../projection/lesson/find-moment.ts';
import { MAIN_RUN } from '../scenario/lesson/lesson-data.ts';
import type { Lesson, Question } from '../scenario/lesson/lesson-data.ts';
import { questionsOf } from './cue.ts';
import type { VoteScale } from './vote-answer.ts';

/** One for each question of a talk, in their order. */
export function voteScales(lesson: Pick<Lesson, 'predict' | 'observe'>, runs: LessonRuns): readonly VoteScale[] {
  return questionsOf(lesson).map((question) => {
    const scenario = (runs.get(runOf(question)) ?? runs.get(MAIN_RUN))?.scenario;
    return { question, horizonMs: scenario?.horizonMs ?? 0, words: scenario?.agent.words.length ?? 0 };
  });
}

function runOf(question: Question): string {
  if (question.kind === 'curve' || question.kind === 'point') return question.run;
  return MAIN_RUN;
}
