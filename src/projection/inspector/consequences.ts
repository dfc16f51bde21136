/**
 * What followed from an event: its direct consequences, with messages on their way and machines that
 * moved passed over, and the guarantees whose first break goes back to it.
 */

import { causesOf } from '../../protocol/causes.ts';
import { GUARANTEE_NAMES, GUARANTEE_IDS } from '../../protocol/guarantee.ts';
import type { GuaranteeId } from '../../protocol/guarantee.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { EventId, LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';
import type { LaneReport } from '../../scenario/outcome-report.ts';
import { isTelling } from '../cause-chain.ts';
import { narrateEvent } from '../narrate-event.ts';

export interface Consequence {
  readonly event: EventId;
  readonly atMs: VirtualMs;
  readonly sentence: string;
}

export interface BrokenByIt {
  readonly id: GuaranteeId;
  readonly name: string;
  readonly event: EventId;
  readonly atMs: VirtualMs;
}

/** For each event, what it led to at once; made once for a trace. */
type EffectsIndex = ReadonlyMap<EventId, readonly EventId[]>;

const indexes = new WeakMap<LaneTrace, EffectsIndex>();

/** In the order of time. Words that one made after another are no consequence of it. */
export function consequencesOf(trace: LaneTrace, event: EventId): readonly Consequence[] {
  const index = indexOf(trace);
  const found: TraceEvent[] = [];
  const todo = [...(index.get(event) ?? [])];
  for (let id = todo.shift(); id !== undefined; id = todo.shift()) {
    const effect = trace.events[id];
    if (effect === undefined || effect.type === 'token.generated') continue;
    if (isTelling(effect)) found.push(effect);
    else todo.push(...(index.get(id) ?? []));
  }
  return found
    .toSorted((a, b) => a.id - b.id)
    .map((effect) => ({ event: effect.id, atMs: effect.atMs, sentence: narrateEvent(effect) }));
}

/** The guarantees of the lane that would not have been broken there without this event. */
export function brokenBy(trace: LaneTrace, report: LaneReport, event: EventId): readonly BrokenByIt[] {
  return GUARANTEE_IDS.flatMap((id) => {
    const verdict = report.guarantees[id];
    if (verdict.held) return [];
    const first = Number(verdict.event.slice(1));
    if (trace.events[first] === undefined || !causesOf(trace.events, first).some((cause) => cause.id === event))
      return [];
    return [{ id, name: GUARANTEE_NAMES[id], event: first, atMs: verdict.atMs }];
  });
}

function indexOf(trace: LaneTrace): EffectsIndex {
  const kept = indexes.get(trace);
  if (kept !== undefined) return kept;
  const index = new Map<EventId, EventId[]>();
  for (const { id, causedBy } of trace.events) {
    if (causedBy === null) continue;
    const effects = index.get(causedBy);
    if (effects === undefined) index.set(causedBy, [id]);
    else effects.push(id);
  }
  indexes.set(trace, index);
  return index;
}
