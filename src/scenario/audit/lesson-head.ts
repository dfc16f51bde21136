/** What names a lesson, without the lesson: the audit links to it, and leaves its check to where lessons are built. */

import { z } from 'zod';
import { readDocument } from '../read-document.ts';

const headSchema = z.looseObject({ id: z.string(), title: z.string(), lesson: z.looseObject({ number: z.number() }) });

export interface LessonHead {
  readonly id: string;
  readonly number: number;
  readonly title: string;
}

/** `null` when the text is no lesson. */
export function readLessonHead(text: string): LessonHead | null {
  const document = readDocument(text);
  const head = document.ok ? headSchema.safeParse(document.value.data) : null;
  if (head?.success !== true) return null;
  const { id, title, lesson } = head.data;
  return { id, title, number: lesson.number };
}
