/** Who takes part in a lane, in the order in which a picture puts them: from the people to the agents. */

import type { ActorName, LaneTrace } from '../../protocol/trace-event.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';

const BETWEEN = ['network', 'proxy', 'server', 'session'] as const;

/** The actors of a lane's trace, each once; messages name no others. */
export function laneActors(scenario: CompiledScenario, { events }: LaneTrace): readonly ActorName[] {
  const found = new Set<ActorName>();
  for (const event of events) {
    found.add(event.actor);
    if (event.type === 'message.sent') found.add(event.to);
  }
  const known = [...scenario.surfaces.map(({ name }) => name), ...BETWEEN, ...agentNames(scenario)];
  return [...known.filter((name) => found.has(name)), ...[...found].filter((name) => !known.includes(name))];
}

function agentNames({ agent, agents }: CompiledScenario): readonly string[] {
  return [agent, ...agents].map(({ name }) => name);
}
