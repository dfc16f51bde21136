import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { isRunFile, readRunFile } from '../../scenario/read-run-file.ts';
import { runFileSchema } from '../../scenario/run-file.ts';
import { runJsonSchema } from '../../scenario/json-schema.ts';
import { simulate } from '../../sim/simulate.ts';
import { hostileRun } from '../../testing/hostile-texts.ts';
import { scenarioRuns } from '../../testing/scenario-runs.ts';
import { runJson } from './run-json.ts';

const runs = [...scenarioRuns(), { id: 'hostile texts', run: hostileRun() }];
const scenarioSchema = JSON.parse(readFileSync('public/scenario.schema.json', 'utf8')) as object;
const ajv = new Ajv2020({ strict: false }).addSchema(scenarioSchema, 'scenario.schema.json');
const accepts = ajv.compile(runJsonSchema());

test('the committed schema is that of the format; otherwise run node src/cli/write-json-schema.ts', () => {
  expect(JSON.parse(readFileSync('public/run.schema.json', 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(runJsonSchema())),
  );
});

test.each(runs)(
  'the run of $id as a file is of its schema, with its report and every event of its trace',
  ({ run }) => {
    const data: unknown = JSON.parse(runJson({ run, playheadMs: 1234, scenarioText: '' }));
    expect(accepts(data), JSON.stringify(accepts.errors)).toBe(true);
    const file = runFileSchema.parse(data);
    expect(file.report).toEqual(run.report);
    expect(file.lanes).toEqual(run.lanes);
    expect([file.model, file.playheadMs]).toEqual([run.model, 1234]);
  },
);

test.each(runs)('the run of $id, opened again, is the same run', ({ run }) => {
  const text = runJson({ run, playheadMs: null, scenarioText: '' });
  expect(isRunFile(text)).toBe(true);
  const kept = readRunFile(text);
  if (!kept.ok) return expect.fail(JSON.stringify(kept.error));
  expect(kept.value.scenario).toEqual(run.scenario);
  expect(kept.value.digest).toBe(run.report.digest);
  expect(simulate(kept.value.scenario).report.digest).toBe(run.report.digest);
});

const [{ run } = expect.fail('there is no run')] = runs;
const whole = runJson({ run, playheadMs: null, scenarioText: '' });

test.each([
  ['a version to come', '"version": 1', '"version": 2', 'version', /must be 1/, 3],
  ['a playhead beyond the end', '"playheadMs": null', '"playheadMs": 99999999', 'playheadMs', /the run ends at/, 5],
  ['an unknown verb', '"do":"send"', '"do":"sned"', 'scenario.script[1].do', /"sned" is not a verb/, 6],
  ['a missing digest', '"digest":', '"digset":', 'report.digest', /missing/, 7],
  ['a cut', '"report": {', '"report": {"', '', /stops being JSON/, 7],
])('%s is named with its field and its line', (_, from, to, path, reason, line) => {
  const changed = whole.replace(from, to);
  expect(changed).not.toBe(whole);
  const read = readRunFile(changed);
  if (read.ok) return expect.fail('it was taken');
  expect(read.error[0]).toMatchObject({ path, line });
  expect(read.error[0]?.reason).toMatch(reason);
});
