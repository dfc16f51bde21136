/** Runs that wait for one another: nothing that was asked for is left out, and the newest comes last. */

import type { CompiledScenario } from '../scenario/compiled-scenario.ts';
import type { Run } from '../sim/run.ts';
import { createSimulationClient } from './simulation-client.ts';
import type { SimulationClient } from './simulation-client.ts';

/** Rejects with a sentence when the scenario cannot be simulated. */
export type Simulate = (scenario: CompiledScenario) => Promise<Run>;

/** Starts no worker before the first run. */
export function createSimulationQueue(createClient: () => SimulationClient = createSimulationClient): Simulate {
  let client: SimulationClient | null = null;
  /** The client takes the newest request only, so that each waits for the one before it. */
  let last: Promise<unknown> = Promise.resolve();

  async function simulate(scenario: CompiledScenario): Promise<Run> {
    const outcome = await (client ??= createClient()).run(scenario);
    if (outcome.kind === 'run') return outcome.run;
    throw new Error(outcome.kind === 'failed' ? outcome.message : 'unable to simulate; the simulator was closed');
  }

  return (scenario) => {
    const run = last.then(() => simulate(scenario));
    last = run.catch(() => undefined);
    return run;
  };
}
