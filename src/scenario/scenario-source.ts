/** A compiled scenario back as a person would write it, every field of it, and as the text that a link carries. */

import type { AgentPart, CompiledAgent, CompiledScenario } from './compiled-scenario.ts';
import type { AgentEntry, ScenarioInput } from './schema.ts';

/** JSON in the scenario format; parsing and compiling it gives `scenario` again. */
export function scenarioSource(scenario: CompiledScenario): string {
  return JSON.stringify(scenarioInput(scenario));
}

/** Every field of the scenario, defaults included, in the order of the format. */
export function scenarioInput(scenario: CompiledScenario): ScenarioInput {
  const { id, title, summary, seed, horizonMs, agent, agents, processes, browser, proxy, prices, script, expect } =
    scenario;
  return {
    version: 1,
    id,
    title,
    ...(summary === '' ? {} : { summary }),
    seed,
    horizonMs,
    lanes: scenario.lanes.map(({ name, lane, options }) => ({ lane, ...(name === lane ? {} : { as: name }), options })),
    agent: agentInput(agent),
    agents: Object.fromEntries(agents.map((other) => [other.name, agentInput(other)])),
    server: { processes },
    browser,
    proxy,
    prices,
    surfaces: Object.fromEntries(
      scenario.surfaces.map(({ name, kind, latencyMs, jitterMs, mayStop }) => [
        name,
        { kind, mayStop, network: { latencyMs, jitterMs } },
      ]),
    ),
    script: [...script],
    ...(Object.keys(expect).length === 0 ? {} : { expect }),
  };
}

function agentInput({ words, firstTokenMs, tokenIntervalMs, stopLagMs, parts }: CompiledAgent): AgentEntry {
  const written = parts.toSorted((a, b) => stepNumber(a) - stepNumber(b)).map(partInput);
  const text = words.slice(0, periodOf(words)).join(' ');
  return { answer: { text }, tokens: words.length, firstTokenMs, tokenIntervalMs, stopLagMs, parts: written };
}

/** After how many words an answer begins again from the start: a short text that is repeated is written once. */
function periodOf(words: readonly string[]): number {
  for (let period = 1; period < words.length; period += 1) {
    if (words.every((word, at) => word === words[at % period])) return period;
  }
  return words.length;
}

/** The place of a part in the file, which its step is named by. */
function stepNumber({ step }: AgentPart): number {
  return Number(step.slice(step.lastIndexOf('-') + 1));
}

function partInput(part: AgentPart): AgentEntry['parts'][number] {
  const { afterToken, effect } = part;
  if (part.kind === 'approval') return { afterToken, approval: part.approval, effect };
  const { tool, forMs, ignoresAbort } = part;
  return { afterToken, tool, forMs, effect, ignoresAbort };
}
