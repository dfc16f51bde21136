import { describe, expect, test } from 'vitest';
import { LANE_OPTIONS, LANES } from '../sim/lanes/lane-list.ts';
import { describeLaneOptions } from './describe-lane-options.ts';
import { refuseOption } from './lane-option-fact.ts';

const facts = describeLaneOptions();

describe.each(LANES.map(({ name }) => name))('the options of %s', (lane) => {
  const options = facts[lane] ?? [];

  test('stand in one group each, and no group names what there is not', () => {
    const known = Object.keys(LANE_OPTIONS.find(({ of }) => of.name === lane)?.schema.shape ?? {});
    expect(options.map(({ name }) => name).toSorted()).toEqual(known.toSorted());
    expect(options[0]?.heading).toBeDefined();
  });

  test('that are switches on the stage are few, start at one of their two ends, and may be set to both', () => {
    const switches = options.flatMap((fact) => (fact.asSwitch === undefined ? [] : [{ fact, ends: fact.asSwitch }]));
    expect(switches.length).toBeGreaterThan(0);
    expect(switches.length).toBeLessThanOrEqual(4);
    for (const { fact, ends } of switches) {
      expect([ends.on, ends.off]).toContain(fact.byDefault);
      // Who speaks to the page says what stands there, in either width.
      expect(ends.label).toContain(ends.short);
      expect([refuseOption(fact, ends.on), refuseOption(fact, ends.off)]).toEqual([null, null]);
    }
  });
});
