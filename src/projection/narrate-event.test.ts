import { expect, test } from 'vitest';
import { scenarioRuns } from '../testing/scenario-runs.ts';
import { narrateEvent } from './narrate-event.ts';

const sentences = new Set(
  scenarioRuns().flatMap(({ run }) => run.lanes.flatMap(({ events }) => events.map(narrateEvent))),
);

test('every event of every scenario reads as the clause of a sentence', () => {
  expect(sentences.size).toBeGreaterThan(300);
  for (const sentence of sentences) {
    expect(sentence).toMatch(/^\S.*[^\s.,;:]$/);
    expect(sentence).not.toMatch(/undefined|null|NaN| {2}|, for \d/);
    expect(sentence).not.toMatch(/\ba [aeio]|\ban [^aeiou]|\bthe the\b|\b1 (words|pieces)\b/);
  }
});

test('a fault says how long it lasts in words that end a sentence', () => {
  const faults = [...sentences].filter((sentence) =>
    /reset at|goes away|goes silent|dies|stands still|is out/.test(sentence),
  );
  expect(faults).toContain('the connection is reset at the laptop, and the path is down for 3 s');
  expect(faults.length).toBeGreaterThan(4);
});
