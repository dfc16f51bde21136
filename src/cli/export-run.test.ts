import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../projection/export/format-list.ts';
import { runNamed } from '../testing/home-run.ts';
import { exportRun, formatNamed } from './export-run.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'export-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test.each(EXPORT_FORMATS)('$id is found by its name and written to a file', ({ id }) => {
  const format = formatNamed(id);
  if (!format.ok) return expect.fail(format.error);
  const run = runNamed('wifi-blip');
  const file = join(folder, `run${format.value.extension}`);
  expect(exportRun(run, format.value, new Map(), file)).toBeNull();
  const written = readFileSync(file, 'utf8');
  const again = format.value.write({ run, playheadMs: null, scenarioText: written });
  expect(written.length).toBeGreaterThan(500);
  expect(written).toBe(again);
});

test('a format that is not there, and a file that cannot be written, are named', () => {
  expect(formatNamed('pdf')).toMatchObject({
    ok: false,
    error: expect.stringContaining('Formats: scenario, json, svg') as string,
  });
  expect(formatNamed('png')).toMatchObject({ ok: false, error: expect.stringContaining('use svg') as string });
  const format = formatNamed('csv');
  const run = runNamed('nothing-goes-wrong');
  const file = join(folder, 'missing', 'run.csv');
  expect(format.ok && exportRun(run, format.value, new Map(), file)).toMatch(`unable to write ${file}; `);
});
