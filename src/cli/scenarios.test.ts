import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeProblem } from '../scenario/scenario-problem.ts';
import { compileScenarioFolder } from './scenario-files.ts';

const FOLDER = 'scenarios';

function compiledFiles() {
  const files = compileScenarioFolder(FOLDER);
  if (files.ok) return files.value;
  const reasons = files.error.flatMap(({ file, problems }) =>
    problems.map((problem) => describeProblem(problem, file)),
  );
  throw new Error(reasons.join('\n'));
}

test.each(compiledFiles())('$file makes claims about each of its lanes', ({ compiled }) => {
  expect(Object.keys(compiled.expect)).toEqual(compiled.lanes.map(({ name }) => name));
});

test.each(compiledFiles())('$file is named after its id', ({ file, compiled }) => {
  expect(file).toMatch(new RegExp(`^${FOLDER}/\\d\\d-${compiled.id}\\.yaml$`));
  expect(readFileSync(file, 'utf8')).toMatch(/^version: 1\n/);
});
