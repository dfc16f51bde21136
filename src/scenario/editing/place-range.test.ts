import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { evaluateClaims } from '../claims.ts';
import { runNamed } from '../../testing/home-run.ts';
import { claimPlaces } from './claim-places.ts';
import { placeRange } from './place-range.ts';

const TEXT = "id: a\ntitle: 'two words' # why\nscript: [\n\n";
const covered = (line: number, column: number) => {
  const { from, to } = placeRange(TEXT, { line, column });
  return TEXT.slice(from, to);
};

test('a problem covers the word at its place, or all of a quoted text', () => {
  expect(covered(1, 1)).toBe('id');
  expect(covered(2, 8)).toBe("'two words'");
  expect(covered(3, 9)).toBe('[');
});

test('what is missing at the end of a line is shown at its last character', () => {
  expect(covered(3, 10)).toBe('[');
  expect(covered(4, 1)).toBe('\n');
  expect(placeRange('', { line: 1, column: 1 })).toEqual({ from: 0, to: 0 });
  expect(placeRange('a: b', { line: 9, column: 9 })).toEqual({ from: 3, to: 4 });
});

test('each claim is found where it stands in the file', () => {
  const text = readFileSync('scenarios/02-wifi-blip.yaml', 'utf8');
  const { scenario, report } = runNamed('wifi-blip');
  const places = claimPlaces(text, evaluateClaims(scenario.expect, report));
  expect(places).toHaveLength(evaluateClaims(scenario.expect, report).length);
  for (const { line, from, to, claim } of places) {
    expect(claim.path.endsWith(`.${text.slice(from, to)}`), text.slice(from, to)).toBe(true);
    expect(text.split('\n')[line - 1]).toContain(`${claim.path.split('.')[0] ?? ''}:`);
  }
});
