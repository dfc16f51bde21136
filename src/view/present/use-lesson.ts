/** The lesson of a talk and its runs, fetched and simulated in this window. */

import { useEffect, useState } from 'react';
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

/** `id` stays what it is for as long as the window shows this lesson. */
export function useLesson(course: CoursePorts, id: string): LessonLoad {
  const [load, setLoad] = useState<LessonLoad>({ kind: 'loading' });
  useEffect(() => {
    let isMeant = true;
    const settle = (next: LessonLoad) => {
      if (isMeant) setLoad(next);
    };
    fetchLesson(course, id, settle);
    return () => {
      isMeant = false;
    };
  }, [course, id]);
  return load;
}

function fetchLesson(course: CoursePorts, id: string, settle: (load: LessonLoad) => void): void {
  const fetchAll = async () => {
    const lesson = await course.loadLesson(id);
    settle(lesson === null ? { kind: 'unknown' } : { kind: 'ready', lesson, runs: await course.runLesson(lesson) });
  };
  fetchAll().catch((error: unknown) => {
    const isOurs = error instanceof Error && error.message.startsWith('unable');
    const retry = () => {
      settle({ kind: 'loading' });
      fetchLesson(course, id, settle);
    };
    settle({ kind: 'failed', message: isOurs ? error.message : UNREACHABLE, retry });
  });
}
