/** What a lesson needs before it can be taken: itself, what it refers to, its runs, and how far somebody has come. */

import { useCallback, useEffect, useRef, useState } from 'react';
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

type Outcome =
  | { readonly kind: 'loading'; readonly title: string | null }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'ready'; readonly loaded: LoadedLesson };

type LessonLoad = Exclude<Outcome, { kind: 'failed' }> | (Extract<Outcome, { kind: 'failed' }> & { retry: () => void });

const LOADING: Outcome = { kind: 'loading', title: null };

const UNREACHABLE = 'Unable to load the lesson; the page could not be reached. Nothing of yours is lost.';

/** For one lesson as long as it lives; another one has another screen. */
export function useLessonLoad(course: CoursePorts, id: string): LessonLoad {
  const [load, setLoad] = useState<Outcome>(LOADING);
  /** What is on its way: an earlier one that comes late is not taken. */
  const latest = useRef(0);
  const start = useCallback(() => {
    latest.current += 1;
    const mine = latest.current;
    void fetchLesson(course, id, (next) => {
      if (mine === latest.current) setLoad(next);
    });
  }, [course, id]);
  useEffect(() => {
    start();
    return () => {
      latest.current += 1;
    };
  }, [start]);
  if (load.kind !== 'failed') return load;
  const retry = () => {
    setLoad(LOADING);
    start();
  };
  return { ...load, retry };
}

/** Says how far it is as it comes, and never rejects. */
async function fetchLesson(course: CoursePorts, id: string, settle: (next: Outcome) => void): Promise<void> {
  try {
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
      settle({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  } catch {
    settle({ kind: 'failed', message: UNREACHABLE });
  }
}
