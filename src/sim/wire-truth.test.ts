/** Every measured row against the model. What a row is stands in `src/testing/wire-truth/README.md`. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EXPLAINED } from '../testing/wire-truth/explained.ts';
import { differencesOf } from '../testing/wire-truth/run-truth.ts';
import { rowName, TRUTH_ROWS } from '../testing/wire-truth/truth-rows.ts';

const ROWS = 102;
const MOST_EXPLAINED = 10;

const results = TRUTH_ROWS.map((row) => ({ name: rowName(row), differences: differencesOf(row) }));
const explained = results.filter(({ name }) => EXPLAINED[name] !== undefined);
const others = results.filter(({ name }) => EXPLAINED[name] === undefined);

describe('what was measured on real software', () => {
  test('[E1] every row of the file is run, and few are explained away', () => {
    const disagreeing = others.filter(({ differences }) => differences.length > 0);
    const agreed = others.length - disagreeing.length;
    process.stdout.write(
      `measured rows: ${agreed} agreed, ${explained.length} explained, ${disagreeing.length} disagreeing\n`,
    );
    expect(new Set(results.map(({ name }) => name)).size).toBe(ROWS);
    expect(explained.length).toBe(Object.keys(EXPLAINED).length);
    expect(explained.length).toBeLessThanOrEqual(MOST_EXPLAINED);
  });

  test.each(others)('[E1] $name comes out as it was measured', ({ differences }) => {
    expect(differences).toEqual([]);
  });

  test.each(explained)('[E2] $name still differs, in what its explanation names and in nothing else', (row) => {
    const fields = [...new Set(row.differences.map(({ field }) => field))].toSorted();
    expect(fields).toEqual([...(EXPLAINED[row.name]?.fields ?? [])].toSorted());
  });

  test('[E2] the specification lists the explained rows with the same reasons', () => {
    const text = readFileSync(new URL('SPEC.md', import.meta.url), 'utf8');
    const section = text.split(/^## /m).find((part) => part.startsWith('Measured truth\n')) ?? '';
    const listed = [...section.matchAll(/^- `([^`]+)` \(([^)]+)\): (.+)$/gm)].map(([, name, fields, reason]) => [
      name,
      { fields: fields?.split(', '), reason },
    ]);
    expect(Object.fromEntries(listed)).toEqual(EXPLAINED);
  });
});
