/** A question of a talk as the room sees it: what is asked, what the room said, and in the end what the run says. */

import { answerKey } from '../projection/lesson/answer-key.ts';
import type { AnswerKey } from '../projection/lesson/answer-key.ts';
import { fillTemplate } from '../projection/lesson/fill-template.ts';
import type { LessonRuns } from '../projection/lesson/find-moment.ts';
import type { Lesson, Question } from '../scenario/lesson/lesson-data.ts';
import { readBallots } from './ballots.ts';
import type { Ballots } from './ballots.ts';
import { questionsOf } from './cue.ts';
import { heldAgainst, tallyOf } from './tally.ts';
import type { Tally } from './tally.ts';
import type { Hands } from './talk.ts';
import type { VoteScale } from './vote-answer.ts';
import { voteScales } from './vote-scale.ts';

export interface AudienceQuestion {
  readonly question: Question;
  readonly ask: string;
  readonly tally: Tally;
  readonly scale: VoteScale;
  /** What the run says; `null` when it has no answer. */
  readonly truth: AnswerKey | null;
  /** The room held against the run, and what stands beside the answer. */
  readonly held: string | null;
  readonly reveal: string | null;
}

export function audienceQuestions(
  lesson: Pick<Lesson, 'predict' | 'observe' | 'number'>,
  runs: LessonRuns,
  hands: readonly Hands[],
): readonly AudienceQuestion[] {
  const scales = voteScales(lesson, runs);
  const { answers } = ballotsOf(lesson, runs, hands);
  return questionsOf(lesson).flatMap((question, index) => {
    const scale = scales[index];
    if (scale === undefined) return [];
    const tally = tallyOf(question, answers[index] ?? [], hands[index]?.counts ?? []);
    const truth = answerKey(question, runs);
    const reveal = question.reveal === null ? null : fillTemplate(question.reveal, runs);
    return [
      {
        question,
        ask: fillTemplate(question.ask, runs),
        tally,
        scale,
        truth,
        held: heldAgainst(question, tally, truth),
        reveal,
      },
    ];
  });
}

export function ballotsOf(
  lesson: Pick<Lesson, 'predict' | 'observe' | 'number'>,
  runs: LessonRuns,
  hands: readonly Hands[],
): Ballots {
  return readBallots(hands, lesson.number, voteScales(lesson, runs));
}
