/** Every lesson of the course, run and checked: what `npm run check-lessons` does. */

import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { describeProblem } from '../scenario/scenario-problem.ts';
import { checkLessonFolder } from './lesson-files.ts';

const FOLDER = fileURLToPath(new URL('../../scenarios', import.meta.url));
const checked = checkLessonFolder(FOLDER);

test('every lesson keeps its claims, has its answers, tells its story in order and can be solved', () => {
  const complaints = checked.ok
    ? []
    : checked.error.flatMap(({ file, problems }) => problems.map((problem) => describeProblem(problem, file)));
  expect(complaints).toEqual([]);
  expect(checked.ok ? checked.value.length : 0).toBeGreaterThanOrEqual(1);
});
