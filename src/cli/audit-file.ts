/** The audit's file on disk, with the sources, answers and lessons that it refers to. Node only. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../base/result.ts';
import type { Audit } from '../scenario/audit/audit-data.ts';
import { readLessonHead } from '../scenario/audit/lesson-head.ts';
import { loadAudit } from '../scenario/audit/load-audit.ts';
import { listLessonFiles, readCourse } from './lesson-files.ts';
import type { FileProblems } from './scenario-files.ts';

/** `folder` holds `audit.yaml` beside what the course has. */
export function readAudit(folder: string): Result<Audit, readonly FileProblems[]> {
  const course = readCourse(folder);
  if (!course.ok) return course;
  const file = join(folder, 'audit.yaml');
  const { answers, sources } = course.value;
  const audit = loadAudit(readFileSync(file, 'utf8'), { answers, sources, lessons: lessonsIn(folder) });
  return audit.ok ? ok(audit.value) : err([{ file, problems: audit.error }]);
}

function lessonsIn(folder: string): Audit['lessons'] {
  const heads = listLessonFiles(folder).flatMap((file) => readLessonHead(readFileSync(file, 'utf8')) ?? []);
  return Object.fromEntries(heads.map(({ id, number, title }) => [id, { number, title }]));
}
