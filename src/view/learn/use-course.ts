/** The lessons and how far somebody has come in them, loaded together; what is changed is kept at once. */

import { useCallback, useEffect, useState } from 'react';
import type { LessonSummary } from '../../scenario/lesson/lesson-data.ts';
import type { CourseProgress } from '../../scenario/lesson/lesson-progress.ts';
import type { CoursePorts } from '../course/course-ports.ts';

export type LoadedCourse =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly retry: () => void }
  | {
      readonly kind: 'ready';
      readonly lessons: readonly LessonSummary[];
      readonly progress: CourseProgress;
      readonly keep: (progress: CourseProgress) => void;
    };

export function useCourse(ports: CoursePorts): LoadedCourse {
  const [lessons, setLessons] = useState<readonly LessonSummary[] | null>(null);
  const [progress, setProgress] = useState<CourseProgress | null>(null);
  const [isFailed, setFailed] = useState(false);
  const load = useCallback(() => {
    Promise.all([ports.loadSummaries(), ports.readProgress()]).then(
      ([summaries, kept]) => {
        setLessons(summaries);
        setProgress(kept);
      },
      () => setFailed(true),
    );
  }, [ports]);
  useEffect(load, [load]);
  if (lessons !== null && progress !== null) {
    const keep = (next: CourseProgress) => {
      setProgress(next);
      void ports.keepProgress(next);
    };
    return { kind: 'ready', lessons, progress, keep };
  }
  if (!isFailed) return { kind: 'loading' };
  const retry = () => {
    setFailed(false);
    load();
  };
  return { kind: 'failed', retry };
}
