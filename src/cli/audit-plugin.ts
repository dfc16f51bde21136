/**
 * Vite plugin: `virtual:audit` is the audit as compiled data. A lesson, a source or an option that does not exist fails
 * the build with file, line and column.
 */

import { join } from 'node:path';
import type { Plugin } from 'vite';
import { describeProblem } from '../scenario/scenario-problem.ts';
import { readAudit } from './audit-file.ts';
import { listLessonFiles } from './lesson-files.ts';

const ID = 'virtual:audit';
const RESOLVED = `\0${ID}`;

/** `folder` holds `audit.yaml` beside what the course has. */
export function auditPlugin(folder: string): Plugin {
  return {
    name: 'pull-the-plug:audit',
    resolveId: (id) => (id === ID ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null;
      const shared = ['audit.yaml', 'answers.yaml', 'sources.yaml', 'glossary.yaml'].map((name) => join(folder, name));
      for (const file of [...shared, ...listLessonFiles(folder)]) this.addWatchFile(file);
      const audit = readAudit(folder);
      if (audit.ok) return `export const audit = JSON.parse(${JSON.stringify(JSON.stringify(audit.value))});`;
      const lines = audit.error.flatMap(({ file, problems }) => problems.map((found) => describeProblem(found, file)));
      return this.error(['unable to compile the audit', ...lines].join('\n  '));
    },
  };
}
