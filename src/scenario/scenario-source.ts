/** A compiled scenario back as a file, for one that the app does not have. */

import type { CompiledScenario } from './compiled-scenario.ts';
import type { ScenarioInput } from './schema.ts';

/** JSON in the scenario format; parsing and compiling it gives `scenario` again. */
export function scenarioSource(scenario: CompiledScenario): string {
  const { id, title, summary, seed, horizonMs, agent, script, expect } = scenario;
  const { words, ...timing } = agent;
  const input: ScenarioInput = {
    version: 1,
    id,
    title,
    ...(summary === '' ? {} : { summary }),
    seed,
    horizonMs,
    lanes: scenario.lanes.map(({ name, lane, options }) => ({ lane, ...(name === lane ? {} : { as: name }), options })),
    agent: { answer: { text: words.join(' ') }, ...timing },
    surfaces: Object.fromEntries(
      scenario.surfaces.map(({ name, kind, latencyMs, jitterMs }) => [
        name,
        { kind, network: { latencyMs, jitterMs } },
      ]),
    ),
    script: [...script],
    ...(Object.keys(expect).length === 0 ? {} : { expect }),
  };
  return JSON.stringify(input);
}
