/** One cue of a talk, large: a title, a question, a beat, an answer, the principle, the end. */

import { useMemo } from 'react';
import { fillTemplate } from '../../projection/lesson/fill-template.ts';
import { audienceQuestions } from '../../present/audience-question.ts';
import { beatScene } from '../../present/beat-scene.ts';
import type { Cue } from '../../present/cue.ts';
import type { Hands } from '../../present/talk.ts';
import { LESSON_PART_TITLES } from '../../scenario/lesson/lesson-part.ts';
import { AudienceBeat } from './audience-beat.tsx';
import { AudienceAnswer, AudienceAsk } from './audience-question.tsx';
import type { TalkLesson } from './use-lesson.ts';

interface AudienceCueProps extends TalkLesson {
  readonly cue: Cue;
  readonly hands: readonly Hands[];
  /** Pixels in a unit of the picture. */
  readonly unit: number;
  readonly isPreview: boolean;
}

export function AudienceCue({ lesson, runs, cue, hands, unit, isPreview }: AudienceCueProps) {
  const questions = useMemo(() => audienceQuestions(lesson, runs, hands), [lesson, runs, hands]);
  const { explain, challenge, predict } = lesson;
  switch (cue.kind) {
    case 'title':
      return (
        <div className="audience-page" data-page="title">
          <p className="audience-eyebrow">
            Lesson {lesson.number} · {LESSON_PART_TITLES[lesson.part]}
          </p>
          <h1>{lesson.question}</h1>
          <p className="audience-aside">{lesson.title}</p>
        </div>
      );
    case 'predict':
    case 'observe':
    case 'answer': {
      const asked = questions[cue.question];
      if (asked === undefined) return null;
      const isBefore = cue.question < predict.length;
      if (cue.kind === 'answer')
        return <AudienceAnswer asked={asked} eyebrow={isBefore ? 'You said before the run' : 'What happened'} />;
      const of = predict.length > 1 ? `${cue.question + 1} of ${predict.length} before the run` : 'Before the run';
      return <AudienceAsk asked={asked} eyebrow={isBefore ? of : 'After the run: what happened?'} />;
    }
    case 'beat': {
      const scene = beatScene(lesson, runs, cue.beat);
      const beat = lesson.beats[cue.beat];
      if (scene === null || beat === undefined) return null;
      const say = fillTemplate(beat.say, runs);
      return <AudienceBeat {...{ scene, say, unit, isPreview }} eyebrow={scene.variant ?? lesson.title} />;
    }
    case 'explain':
      return (
        <div className="audience-page" data-page="explain">
          <p className="audience-eyebrow">The principle</p>
          <h1 className="visually-hidden">The principle</h1>
          <p className="audience-principle">{fillTemplate(explain.text, runs)}</p>
          <p className="audience-aside">
            <b>Not modelled</b> {fillTemplate(explain.notModelled, runs)}
          </p>
        </div>
      );
    default:
      return (
        <div className="audience-page" data-page="end">
          <p className="audience-eyebrow">Try it yourself</p>
          <h1>{fillTemplate(challenge.goal, runs)}</h1>
          <p className="audience-aside">
            Lesson {lesson.number}, {lesson.title}
          </p>
        </div>
      );
  }
}
