import { expect, test } from 'vitest';
import type { CompiledScenario } from '../scenario/compiled-scenario.ts';
import type { Lesson } from '../scenario/lesson/lesson-data.ts';
import { simulate } from '../sim/simulate.ts';
import { buildScenario } from '../testing/build-scenario.ts';
import { createLessonRunner } from './lesson-runs.ts';
import type { SimulationClient, SimulationOutcome } from './simulation-client.ts';

const scenarioOf = (seed: number) => buildScenario({ seed, script: [] });
/** Only what a runner reads of a lesson. */
const lessonOf = (id: string, seed: number) =>
  ({
    id,
    scenario: scenarioOf(seed),
    variants: [{ id: 'other', title: 'Another', scenario: scenarioOf(seed + 1) }],
  }) as unknown as Lesson;

/** Refuses to be asked twice at a time, as the newest request would take the place of the other. */
function createClient(asked: number[], answer: (scenario: CompiledScenario) => SimulationOutcome): SimulationClient {
  let isBusy = false;
  return {
    run: async (scenario) => {
      if (isBusy) throw new Error('asked while it was busy');
      isBusy = true;
      asked.push(scenario.seed);
      await Promise.resolve();
      isBusy = false;
      return answer(scenario);
    },
    dispose: () => undefined,
  };
}

const runOf = (scenario: CompiledScenario) => ({ kind: 'run', restarted: false, run: simulate(scenario) }) as const;

test('lessons that are asked for at once are simulated one after another, each with its variants', async () => {
  const asked: number[] = [];
  const runner = createLessonRunner(() => createClient(asked, runOf));
  const [first, second] = await Promise.all([runner.run(lessonOf('a', 1)), runner.run(lessonOf('b', 11))]);
  expect([...first.keys()]).toEqual(['main', 'other']);
  expect([...second].map(([, run]) => run.scenario.seed)).toEqual([11, 12]);
  expect(asked).toEqual([1, 2, 11, 12]);
});

test('a lesson that is asked for again is not simulated again, unless three others came between', async () => {
  const asked: number[] = [];
  const runner = createLessonRunner(() => createClient(asked, runOf));
  await runner.run(lessonOf('a', 1));
  await runner.run(lessonOf('a', 1));
  expect(asked).toEqual([1, 2]);
  for (const id of ['b', 'c', 'd', 'a']) await runner.run(lessonOf(id, 1));
  expect(asked).toHaveLength(10);
});

test('a run that fails says why, the next lesson is simulated all the same, and it can be asked for again', async () => {
  let isBroken = true;
  const failed = { kind: 'failed', message: 'unable to simulate; the plug is out', restarted: false } as const;
  const runner = createLessonRunner(() => createClient([], (scenario) => (isBroken ? failed : runOf(scenario))));
  const [first, second] = [runner.run(lessonOf('a', 1)), runner.run(lessonOf('b', 1))];
  await expect(first).rejects.toThrow('the plug is out');
  await expect(second).rejects.toThrow('the plug is out');
  isBroken = false;
  expect((await runner.run(lessonOf('a', 1))).size).toBe(2);
});
