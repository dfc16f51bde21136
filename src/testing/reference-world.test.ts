import { describe, expect, test } from 'vitest';
import { simulate } from '../sim/simulate.ts';
import { buildReferenceWorld } from './reference-world.ts';

describe('the reference world', () => {
  const world = buildReferenceWorld(1_000);

  test('it has three lanes, 400 tokens, four surfaces and six faults', () => {
    expect(world.lanes).toHaveLength(3);
    expect(world.agent.words).toHaveLength(400);
    expect(world.surfaces).toHaveLength(4);
    expect(world.script.filter((entry) => entry.do === 'drop' || entry.do === 'sleep')).toHaveLength(6);
  });

  test('every lane makes the whole answer and shows some of it, so that a re-run has work to do', () => {
    for (const lane of Object.values(simulate(world).report.lanes)) {
      expect(lane.agent.generated).toBe(400);
      expect(lane.bill.useful).toBeGreaterThan(0);
    }
  });

  test('another place of the drop is another run', () => {
    const digests = [1_000, 1_010, 5_000].map((dropAtMs) => simulate(buildReferenceWorld(dropAtMs)).report.digest);
    expect(new Set(digests).size).toBe(3);
  });
});
