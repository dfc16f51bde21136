import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadScenario } from '../../scenario/load.ts';
import { simulate } from '../../sim/simulate.ts';
import { buildScenario } from '../build-scenario.ts';
import { anyWorld } from '../worlds/arbitrary-world.ts';
import { describeFinding } from './describe-finding.ts';
import { law } from './law.ts';

/** A law that is not one: it breaks as soon as somebody presses stop. */
const noStops = law({
  id: 'X1',
  title: 'nobody ever presses stop',
  worlds: 200,
  cases: fc.record({ parts: anyWorld, beside: fc.nat(9) }),
  check({ parts }) {
    const events = simulate(buildScenario(parts)).lanes.flatMap((lane) => lane.events);
    if (events.some((event) => event.type === 'stop.pressed')) throw new Error('somebody pressed stop');
  },
});

describe('a law that does not hold', async () => {
  const { finding } = await noStops.search({ seed: 4711, worlds: 200 });
  const found = finding ?? expect.fail('nothing was found');

  test('is broken by a world that has shrunk to what breaks it', () => {
    const { script, lanes, surfaces, agent } = found.found.parts;
    const prelude = Object.keys(surfaces).length + 1;
    expect(script.slice(prelude).map((entry) => entry.do)).toEqual(['stop']);
    expect([lanes.length, Object.keys(surfaces).length, agent.tokens]).toEqual([1, 1, 1]);
    expect(lanes.map(({ options }) => options)).toEqual([{}]);
  });

  test('says which world, why, and what to type to see it', () => {
    const text = describeFinding(found);
    expect(text).toMatch(
      /^\[X1\] nobody ever presses stop: broken by world \d+ of seed 4711, made smaller \d+ times\.$/m,
    );
    expect(text).toContain('somebody pressed stop');
    expect(text).toMatch(/^Drawn beside the world: \{"beside":0\}$/m);
    expect(text).toMatch(/^ {2}npm run --silent simulate -- \S+\.json --trace$/m);
    expect(text).toContain(JSON.stringify(found.found.parts));
  });

  test('leaves a file that is a scenario, and the file replays the very run', () => {
    const file = /simulate -- (\S+) --trace/.exec(describeFinding(found))?.[1] ?? '';
    expect(existsSync(file)).toBe(true);
    const loaded = loadScenario(readFileSync(file, 'utf8'), { answers: new Map() });
    const replayed = loaded.ok ? simulate(loaded.value) : expect.fail(JSON.stringify(loaded.error));
    expect(replayed.report.digest).toBe(simulate(buildScenario(found.found.parts)).report.digest);
    expect(replayed.lanes[0]?.events.map((event) => event.type)).toContain('stop.pressed');
  });

  test('is found again by the same seed, and is not broken by a world without what breaks it', async () => {
    expect(await noStops.search({ seed: 4711, worlds: 200 })).toMatchObject({ finding: { found: found.found } });
    const { parts } = found.found;
    const script = parts.script.filter((entry) => entry.do !== 'stop');
    await expect(noStops.check({ parts: { ...parts, script } })).resolves.toBeUndefined();
    await expect(noStops.check(found.found)).rejects.toThrow('somebody pressed stop');
  });
});
