/** The one pure function of the product: a scenario in, a {@link Run} out. No clock, no chance, no DOM. */

import type { LaneTrace } from '../protocol/trace-event.ts';
import type { CompiledScenario } from '../scenario/compiled-scenario.ts';
import { digestOf } from './digest.ts';
import { judgeLanes } from './oracle/judge-lane.ts';
import { MODEL_VERSION } from './run.ts';
import type { Run } from './run.ts';
import { runWorld, traceOf } from './world.ts';

/**
 * Runs every lane of `scenario` to its horizon, each in a world of its own, and judges what happened.
 *
 * @throws LimitError when a lane’s trace passes the limit `eventsPerLane`.
 */
export function simulate(scenario: CompiledScenario): Run {
  const lanes: LaneTrace[] = scenario.lanes.map((lane) => {
    const world = runWorld(scenario, lane);
    return { name: lane.name, lane: lane.lane, title: lane.title, subtitle: lane.subtitle, events: traceOf(world) };
  });
  const events = lanes.reduce((sum, lane) => sum + lane.events.length, 0);
  const { id, seed } = scenario;
  const judged = judgeLanes(scenario, lanes);
  const report = {
    report: 1,
    scenario: id,
    seed,
    digest: digestOf(lanes),
    events,
    lanes: judged.lanes,
  } as const;
  return { model: MODEL_VERSION, scenario, lanes, report, beliefs: judged.beliefs };
}
