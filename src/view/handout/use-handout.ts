/** The sheets of a lesson or of the whole course, each there as soon as its runs are. */

import { useCallback, useEffect, useRef, useState } from 'react';
import { handoutSheet } from '../../projection/handout/handout-sheet.ts';
import type { HandoutSheet } from '../../projection/handout/handout-sheet.ts';
import type { LessonSummary } from '../../scenario/lesson/lesson-data.ts';
import type { CoursePorts } from '../course/course-ports.ts';

export interface Handout {
  /** What is wanted, in the order of the course; `null` before that is known. */
  readonly lessons: readonly LessonSummary[] | null;
  /** Those that are ready, in the same order. */
  readonly sheets: readonly HandoutSheet[];
  /** There is no lesson with this id. */
  readonly isUnknown: boolean;
  /** Why the rest does not come, as a sentence; `retry` begins again. */
  readonly error: string | null;
  readonly retry: () => void;
}

interface Progress {
  readonly lesson: string | null;
  readonly lessons: readonly LessonSummary[] | null;
  readonly sheets: readonly HandoutSheet[];
  readonly error: string | null;
}

/** `lesson` is an id, or `null` for all of them. */
export function useHandout(course: CoursePorts, lesson: string | null): Handout {
  const [progress, setProgress] = useState<Progress>(() => begin(lesson));
  if (progress.lesson !== lesson) setProgress(begin(lesson));
  /** Each attempt has a token of its own; what an older one brings is left aside. */
  const attempt = useRef<object | null>(null);
  const make = useCallback(() => {
    const token = {};
    attempt.current = token;
    const isWanted = () => attempt.current === token;
    const add = (parts: (before: Progress) => Partial<Progress>) => {
      if (isWanted()) setProgress((before) => ({ ...before, ...parts(before) }));
    };
    add(() => ({ error: null, sheets: [] }));
    makeSheets(course, lesson, isWanted, {
      onLessons: (lessons) => add(() => ({ lessons })),
      onSheet: (sheet) => add(({ sheets }) => ({ sheets: [...sheets, sheet] })),
    }).catch((error: unknown) => add(() => ({ error: error instanceof Error ? error.message : String(error) })));
    return () => {
      if (isWanted()) attempt.current = null;
    };
  }, [course, lesson]);
  useEffect(make, [make]);
  const { lessons, sheets, error } = progress;
  return { lessons, sheets, error, isUnknown: lessons?.length === 0, retry: () => void make() };
}

function begin(lesson: string | null): Progress {
  return { lesson, lessons: null, sheets: [], error: null };
}

interface SheetListener {
  readonly onLessons: (lessons: readonly LessonSummary[]) => void;
  readonly onSheet: (sheet: HandoutSheet) => void;
}

async function makeSheets(
  course: CoursePorts,
  wanted: string | null,
  isWanted: () => boolean,
  { onLessons, onSheet }: SheetListener,
): Promise<void> {
  const [all, { sources }] = await Promise.all([course.loadSummaries(), course.loadReference()]);
  const lessons = wanted === null ? all : all.filter(({ id }) => id === wanted);
  onLessons(lessons);
  for (const { id } of lessons) {
    if (!isWanted()) return;
    const lesson = await course.loadLesson(id);
    if (lesson !== null) onSheet(handoutSheet(lesson, await course.runLesson(lesson), sources));
  }
}
