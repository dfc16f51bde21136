/** The course: the rail of its lessons, and the lesson that the address names. */

import { useEffect, useState } from 'react';
import type { LessonSummary } from '../../scenario/lesson/lesson-data.ts';
import { LessonGate, namesLesson } from '../lesson/lesson-gate.tsx';
import { ScreenHead } from '../shell/screen-head.tsx';
import type { ScreenProps } from '../shell/screen.ts';

export function LearnScreen({ ports, hash }: ScreenProps) {
  const { course } = ports;
  const [lessons, setLessons] = useState<readonly LessonSummary[]>([]);
  useEffect(() => {
    void course.loadSummaries().then(setLessons);
  }, [course]);
  if (namesLesson(hash)) return <LessonGate ports={ports} hash={hash} summaries={lessons} />;
  return (
    <div className="screen">
      <ScreenHead current="learn" />
      <main>
        <ol>
          {lessons.map(({ id, title, question }) => (
            <li key={id}>
              <a href={`#/learn/${id}`}>{title}</a> {question}
            </li>
          ))}
        </ol>
      </main>
    </div>
  );
}
