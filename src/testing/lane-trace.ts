/** What happened in a scenario with one lane, and questions that tests ask of it. */

import type { TraceEvent, TraceEventType } from '../protocol/trace-event.ts';
import type { CompiledScenario } from '../scenario/compiled-scenario.ts';
import { simulate } from '../sim/simulate.ts';

/** The trace of the only lane of a scenario. */
export function eventsOf(scenario: CompiledScenario): readonly TraceEvent[] {
  const [lane, ...others] = simulate(scenario).lanes;
  if (lane === undefined || others.length > 0) throw new Error('the scenario has one lane');
  return lane.events;
}

/** The events of one type, in order; of one actor, when it is named. */
export function allOf<Type extends TraceEventType>(
  events: readonly TraceEvent[],
  type: Type,
  actor?: string,
): readonly Extract<TraceEvent, { readonly type: Type }>[] {
  return events.filter(
    (event): event is Extract<TraceEvent, { readonly type: Type }> =>
      event.type === type && (actor === undefined || event.actor === actor),
  );
}

/** The last status of a surface. */
export function statusOf(events: readonly TraceEvent[], surface: string): string | undefined {
  return allOf(events, 'status.changed', surface).at(-1)?.status;
}
