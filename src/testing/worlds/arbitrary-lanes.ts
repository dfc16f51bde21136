/**
 * Lanes for random worlds: every lane there is, and every option of it, drawn from the lane's own
 * schema. An option that is not drawn has its default, and a failing world shrinks towards that.
 */

import fc from 'fast-check';
import { describeLaneOptions } from '../../scenario/describe-lane-options.ts';
import type { LaneOptionFact, OptionValue } from '../../scenario/lane-option-fact.ts';
import { LANES } from '../../sim/lanes/lane-list.ts';

/** A lane as a scenario writes it. */
export interface LaneParts {
  readonly lane: string;
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** A wait below this, repeated, would fill a trace with nothing else. */
const LEAST_WAIT_MS = 20;
/** Waits beyond this are as good as for ever in a world of a minute. */
const MOST_WAIT_MS = 30_000;
const MOST_COUNT = 60;

const NAMES = LANES.map((lane) => lane.name);
const FACTS = describeLaneOptions();

/** Every lane, as it is by default. */
export const defaultLanes: fc.Arbitrary<readonly LaneParts[]> = fc.constant(
  NAMES.map((lane) => ({ lane, options: {} })),
);

/** One lane, as it is by default. */
export const onlyLane = (lane: string): fc.Arbitrary<readonly LaneParts[]> => fc.constant([{ lane, options: {} }]);

/** Some of the lanes, each with some options of its own. */
export const anyLanes: fc.Arbitrary<readonly LaneParts[]> = fc
  .tuple(
    fc.subarray(NAMES, { minLength: 1 }),
    fc.record(Object.fromEntries(NAMES.map((name) => [name, optionsOf(name)]))),
  )
  .map(([names, options]) => names.map((lane) => ({ lane, options: options[lane] ?? {} })));

function optionsOf(lane: string): fc.Arbitrary<Readonly<Record<string, OptionValue>>> {
  const facts = FACTS[lane] ?? [];
  const drawn = facts.map((fact) => [fact.name, fc.option(valueOf(fact), { freq: 1, nil: null })] as const);
  return fc
    .record(Object.fromEntries(drawn))
    .map((values) =>
      Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))),
    );
}

function valueOf(fact: LaneOptionFact): fc.Arbitrary<OptionValue> {
  switch (fact.kind) {
    case 'flag':
      return fc.constant(!fact.byDefault);
    case 'choice':
      return fc.constantFrom(...fact.choices);
    case 'number':
      return fact.name.endsWith('Ms')
        ? waitOf(fact.least)
        : fc.integer({ min: fact.least, max: Math.min(fact.most, MOST_COUNT) });
  }
}

function waitOf(least: number): fc.Arbitrary<number> {
  const min = Math.max(least, LEAST_WAIT_MS);
  const waits = fc.oneof(fc.integer({ min, max: 1_000 }), fc.integer({ min, max: MOST_WAIT_MS }));
  return least > 0 ? waits : fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: waits });
}
