/** The lesson of a talk and its runs, fetched and simulated in this window. */

import { useCallback, useEffect, useState } from 'react';
import type { LessonRuns } from '../../projection/lesson/find-moment.ts';
import type { Lesson } from '../../scenario/lesson/lesson-data.ts';
import type { CoursePorts } from '../course/course-ports.ts';

export interface TalkLesson {
  readonly lesson: Lesson;
  readonly runs: LessonRuns;
}

export type LessonLoad =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'failed'; readonly message: string; readonly retry: () => void }
  | ({ readonly kind: 'ready' } & TalkLesson);

const UNREACHABLE = 'Unable to load the lesson; the page could not be reached.';

export function useLesson(course: CoursePorts, id: string): LessonLoad {
  const [attempt, setAttempt] = useState(0);
  const [load, setLoad] = useState<LessonLoad>({ kind: 'loading' });
  const retry = useCallback(() => {
    setLoad({ kind: 'loading' });
    setAttempt((tried) => tried + 1);
  }, []);
  useEffect(() => {
    let isMeant = true;
    const settle = (next: LessonLoad) => {
      if (isMeant) setLoad(next);
    };
    const fetchAll = async () => {
      const lesson = await course.loadLesson(id);
      if (lesson === null) return settle({ kind: 'unknown' });
      settle({ kind: 'ready', lesson, runs: await course.runLesson(lesson) });
    };
    fetchAll().catch((error: unknown) => {
      const isOurs = error instanceof Error && error.message.startsWith('unable');
      settle({ kind: 'failed', message: isOurs ? error.message : UNREACHABLE, retry });
    });
    return () => {
      isMeant = false;
    };
  }, [course, id, attempt, retry]);
  return load;
}
