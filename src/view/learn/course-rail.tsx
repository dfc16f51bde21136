/** The rail: what to go on with, and all lessons by their parts, in any order. */

import { useState } from 'react';
import { LESSON_PART_TITLES, LESSON_PARTS } from '../../scenario/lesson/lesson-part.ts';
import type { LessonPart } from '../../scenario/lesson/lesson-part.ts';
import type { LessonSummary } from '../../scenario/lesson/lesson-data.ts';
import type { CourseProgress } from '../../scenario/lesson/lesson-progress.ts';
import type { CoursePorts } from '../course/course-ports.ts';
import { CourseStart } from './course-start.tsx';
import { LessonRow } from './lesson-row.tsx';
import { minutesText } from './minutes-text.ts';
import { PictureLegend } from './picture-legend.tsx';
import { ProgressTools } from './progress-tools.tsx';
import { useOutcomes } from './use-outcomes.ts';
import './learn.css';

interface CourseRailProps {
  readonly ports: CoursePorts;
  readonly lessons: readonly LessonSummary[];
  /** The progress that was found when the screen was opened. */
  readonly kept: CourseProgress;
}

const NUMERALS = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const;

const PART_LINES: Readonly<Record<LessonPart, string>> = {
  pipe: 'One connection, one answer: what is lost when it breaks, and who notices.',
  surfaces: 'A second tab, a phone: what the others see.',
  'live-control': 'Stop, steer, think again: what of it reaches the agent.',
  limits: 'Dead agents, slow readers, long absences: where a session must earn its price.',
  many: 'Several agents and several people in one conversation.',
  judgement: 'What to use for which product, and what it takes to build it.',
};

export function CourseRail({ ports, lessons, kept }: CourseRailProps) {
  const [progress, setProgress] = useState(kept);
  const [areShown, setShown] = useOutcomes();
  const keep = (next: CourseProgress) => {
    setProgress(next);
    void ports.keepProgress(next);
  };
  if (lessons.length === 0) return <p className="screen-status">This build has no lessons.</p>;
  return (
    <div className="rail">
      <CourseStart lessons={lessons} progress={progress} areOutcomesShown={areShown} />
      <div className="rail-options">
        <label className="rail-switch">
          <input type="checkbox" checked={areShown} onChange={(event) => setShown(event.currentTarget.checked)} />
          Show outcomes of lessons that I have not done
        </label>
        <PictureLegend />
      </div>
      {LESSON_PARTS.map((part, index) => {
        const own = lessons.filter((lesson) => lesson.part === part);
        return (
          own.length > 0 && (
            <section key={part} className="rail-part" aria-labelledby={`part-${part}`}>
              <header>
                <h2 id={`part-${part}`}>
                  <span className="rail-numeral">{NUMERALS[index]}</span> {LESSON_PART_TITLES[part]}
                </h2>
                <p>{PART_LINES[part]}</p>
                <p className="rail-count">
                  {own.length} {own.length === 1 ? 'lesson' : 'lessons'}, {minutesText(own)}
                </p>
              </header>
              <ol>
                {own.map((lesson) => (
                  <LessonRow
                    key={lesson.id}
                    lesson={lesson}
                    progress={progress.lessons[lesson.id]}
                    isOutcomeShown={areShown || progress.lessons[lesson.id]?.isDone === true}
                  />
                ))}
              </ol>
            </section>
          )
        );
      })}
      <ProgressTools ports={ports} lessons={lessons} progress={progress} keep={keep} />
    </div>
  );
}
