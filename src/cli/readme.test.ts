import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { evaluateClaims } from '../scenario/claims.ts';
import { describeLaneOptions } from '../scenario/describe-lane-options.ts';
import { loadScenario } from '../scenario/load.ts';
import { openShareLink } from '../scenario/open-link.ts';
import { MODEL_VERSION } from '../sim/run.ts';
import { simulate } from '../sim/simulate.ts';
import { compileScenarioFolder, readAnswers } from './scenario-files.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const README = readFileSync(`${ROOT}/README.md`, 'utf8');

test('the scenario in the README is one, and keeps its claims', () => {
  const text = /```yaml\n([\s\S]*?)```/.exec(README)?.[1] ?? '';
  const answers = readAnswers(`${ROOT}/scenarios`);
  const loaded = loadScenario(text, { answers: answers.ok ? answers.value : new Map() });
  const compiled = loaded.ok ? loaded.value : expect.fail(JSON.stringify(loaded.error));
  const claims = evaluateClaims(compiled.expect, simulate(compiled).report);
  expect(claims.length).toBeGreaterThan(0);
  expect(claims.filter(({ holds }) => !holds)).toEqual([]);
});

test('the link in the README opens, and changes the drop', async () => {
  const hash = /#\/play\/wifi-blip\?\S+/.exec(README)?.[0] ?? '';
  const files = compileScenarioFolder(`${ROOT}/scenarios`);
  const scenarios = (files.ok ? files.value : []).map(({ compiled }) => compiled);
  const opened = await openShareLink(hash, { scenarios, laneOptions: describeLaneOptions() }, MODEL_VERSION);
  const entries = opened.ok ? opened.value?.scenario.script : expect.fail(JSON.stringify(opened.error));
  expect(entries).toContainEqual({ atMs: 1070, on: 'laptop', do: 'drop', how: 'reset', forMs: 3000 });
});

test('every file and script that the README names exists', () => {
  const paths = [...README.matchAll(/(?<![\w/.])((?:src|public|scenarios)\/[\w./-]*\w)/g)].map(
    ([, path]) => path ?? '',
  );
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => !path.includes('NN-') && !existsSync(`${ROOT}/${path}`))).toEqual([]);
  const scripts = [...README.matchAll(/npm (start|test)\b|npm run (?:--silent )?(\w+)/g)].map(
    ([, short, long]) => short ?? long ?? '',
  );
  const known = Object.keys(
    (JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as { readonly scripts: object }).scripts,
  );
  expect(scripts.length).toBeGreaterThan(5);
  expect([...new Set(scripts)].filter((name) => !known.includes(name))).toEqual([]);
});
