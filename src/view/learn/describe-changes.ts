/** What a merge has changed, as people read it: one sentence a lesson. */

import { lessonStanding } from '../../lesson/course-standing.ts';
import type { LessonStanding } from '../../lesson/course-standing.ts';
import type { ProgressChange } from '../../lesson/progress-changes.ts';
import type { LessonSummary } from '../../scenario/lesson/lesson-data.ts';

export function describeChanges(
  changes: readonly ProgressChange[],
  lessons: readonly LessonSummary[],
): readonly string[] {
  if (changes.length === 0) return ['Nothing in the file is further than what you have; all is as it was.'];
  const numbered = changes.map((change) => ({ change, lesson: lessons.find(({ id }) => id === change.lesson) }));
  return numbered
    .toSorted((a, b) => (a.lesson?.number ?? lessons.length + 1) - (b.lesson?.number ?? lessons.length + 1))
    .map(({ change: { lesson: id, before, after }, lesson }) => {
      const name = lesson === undefined ? `“${id}”, which this course does not have,` : `Lesson ${lesson.number}`;
      const now = standingText(lessonStanding(after));
      const was = standingText(lessonStanding(before ?? undefined));
      return was === now ? `${name} is ${now}, further on than before.` : `${name} is ${now}; it was ${was}.`;
    });
}

function standingText(standing: LessonStanding): string {
  switch (standing.kind) {
    case 'new':
      return 'not begun';
    case 'begun':
      return `at ${standing.step}`;
    default:
      return standing.stars === 0 ? 'done' : `done with ${standing.stars} ${standing.stars === 1 ? 'star' : 'stars'}`;
  }
}
