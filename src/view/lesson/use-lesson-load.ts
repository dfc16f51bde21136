/** What a lesson needs before it can be taken: itself, what it refers to, its runs, and how far somebody has come. */

import { useCallback, useEffect, useState } from 'react';
import type { LessonRuns } from '../../projection/lesson/find-moment.ts';
import type { Lesson } from '../../scenario/lesson/lesson-data.ts';
import type { LessonProgress } from '../../scenario/lesson/lesson-progress.ts';
import type { CoursePorts, CourseReference } from '../course/course-ports.ts';

export interface LoadedLesson {
  readonly lesson: Lesson;
  readonly reference: CourseReference;
  readonly runs: LessonRuns;
  /** `null` for a first time. */
  readonly progress: LessonProgress | null;
}

type LessonLoad =
  | { readonly kind: 'loading'; readonly title: string | null }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'failed'; readonly message: string; readonly retry: () => void }
  | { readonly kind: 'ready'; readonly loaded: LoadedLesson };

const UNREACHABLE = 'Unable to load the lesson; the page could not be reached. Nothing of yours is lost.';

/** For one lesson as long as it lives; another one has another screen. */
export function useLessonLoad(course: CoursePorts, id: string): LessonLoad {
  /** Another object is another attempt. */
  const [wanted, setWanted] = useState({ course, id });
  const [load, setLoad] = useState<LessonLoad>({ kind: 'loading', title: null });
  const retry = useCallback(() => {
    setLoad({ kind: 'loading', title: null });
    setWanted({ course, id });
  }, [course, id]);
  useEffect(() => {
    const { course, id } = wanted;
    let isMeant = true;
    const settle = (next: LessonLoad) => {
      if (isMeant) setLoad(next);
    };
    const fetchAll = async () => {
      const [lesson, reference, progress] = await Promise.all([
        course.loadLesson(id),
        course.loadReference(),
        course.readProgress(),
      ]);
      if (lesson === null) return settle({ kind: 'unknown' });
      settle({ kind: 'loading', title: lesson.title });
      try {
        const runs = await course.runLesson(lesson);
        settle({ kind: 'ready', loaded: { lesson, reference, runs, progress: progress.lessons[id] ?? null } });
      } catch (error) {
        settle({ kind: 'failed', message: error instanceof Error ? error.message : String(error), retry });
      }
    };
    fetchAll().catch(() => settle({ kind: 'failed', message: UNREACHABLE, retry }));
    return () => {
      isMeant = false;
    };
  }, [wanted, retry]);
  return load;
}
