/** How far somebody has come, kept in this browser as the text of a progress file. */

import type { Result } from '../../base/result.ts';
import { NO_PROGRESS } from '../../scenario/lesson/lesson-progress.ts';
import type { CourseProgress } from '../../scenario/lesson/lesson-progress.ts';

const KEY = 'pull-the-plug.progress';

interface ProgressText {
  readonly write: (progress: CourseProgress) => string;
  readonly read: (text: string) => Result<CourseProgress, unknown>;
}

/** What cannot be read is left where it is until something is kept: it may come from a newer version. */
export function readKeptProgress({ read }: Pick<ProgressText, 'read'>): CourseProgress {
  try {
    const text = localStorage.getItem(KEY);
    const kept = text === null ? null : read(text);
    return kept?.ok === true ? kept.value : NO_PROGRESS;
  } catch {
    return NO_PROGRESS;
  }
}

export function keepProgress(progress: CourseProgress, { write }: Pick<ProgressText, 'write'>): void {
  try {
    localStorage.setItem(KEY, write(progress));
  } catch {
    // A browser that keeps nothing still knows it until the page is closed.
  }
}
