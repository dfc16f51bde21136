/** The way to the lesson that shows something. */

import type { Audit } from '../../scenario/audit/audit-data.ts';

export function LessonLink({ id, lessons }: { readonly id: string; readonly lessons: Audit['lessons'] }) {
  const lesson = lessons[id];
  return (
    <a className="audit-lesson" href={`#/learn/${id}`}>
      Lesson {lesson?.number}, {lesson?.title ?? id}
    </a>
  );
}
