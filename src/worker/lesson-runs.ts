/** The runs of a lesson, simulated one after another in a worker of their own, and kept while the lesson is open. */

import type { CompiledScenario } from '../scenario/compiled-scenario.ts';
import { lessonScenarios, type Lesson } from '../scenario/lesson/lesson-data.ts';
import type { Run } from '../sim/run.ts';
import { createSimulationClient } from './simulation-client.ts';
import type { SimulationClient } from './simulation-client.ts';

/** How many lessons are remembered; the runs of a lesson are a few megabytes. */
const KEPT = 3;

export interface LessonRunner {
  /** By name: `main` and the variants. Rejects with a sentence when one of them cannot be simulated. */
  run(lesson: Lesson): Promise<ReadonlyMap<string, Run>>;
}

/** Starts no worker before the first lesson. */
export function createLessonRunner(createClient: () => SimulationClient = createSimulationClient): LessonRunner {
  let client: SimulationClient | null = null;
  /** The worker takes the newest request only, so that each waits for the one before it. */
  let last: Promise<unknown> = Promise.resolve();
  const kept = new Map<string, Promise<ReadonlyMap<string, Run>>>();

  async function simulate(scenario: CompiledScenario): Promise<Run> {
    const outcome = await (client ??= createClient()).run(scenario);
    if (outcome.kind === 'run') return outcome.run;
    throw new Error(outcome.kind === 'failed' ? outcome.message : 'unable to simulate; the simulator was closed');
  }

  async function simulateAll(lesson: Lesson): Promise<ReadonlyMap<string, Run>> {
    const runs = new Map<string, Run>();
    for (const [name, scenario] of lessonScenarios(lesson)) {
      runs.set(name, await simulate(scenario));
    }
    return runs;
  }

  return {
    run(lesson) {
      const known = kept.get(lesson.id);
      if (known !== undefined) return known;
      const runs = last.then(() => simulateAll(lesson));
      last = runs.catch(() => undefined);
      kept.set(lesson.id, runs);
      runs.catch(() => kept.delete(lesson.id));
      for (const id of [...kept.keys()].slice(0, -KEPT)) kept.delete(id);
      return runs;
    },
  };
}
