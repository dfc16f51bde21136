/** The course: the rail of its lessons, and the lesson that the address names. */

import { useEffect, useState } from 'react';
import type { LessonSummary } from '../../scenario/lesson/lesson-data.ts';
import { LessonGate, namesLesson } from '../lesson/lesson-gate.tsx';
import type { ScreenProps } from '../shell/screen.ts';
import { CourseScreen } from './course-screen.tsx';

/** The rail reads the progress whenever somebody comes back to it from a lesson. */
export function LearnScreen({ ports, hash }: ScreenProps) {
  const { course } = ports;
  const [lessons, setLessons] = useState<readonly LessonSummary[]>([]);
  useEffect(() => {
    // A lesson does without the others, and says by itself when the page cannot be reached.
    course.loadSummaries().then(setLessons, () => setLessons([]));
  }, [course]);
  return namesLesson(hash) ? (
    <LessonGate ports={ports} hash={hash} summaries={lessons} />
  ) : (
    <CourseScreen ports={course} />
  );
}
