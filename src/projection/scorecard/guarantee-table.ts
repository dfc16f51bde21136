/** The twelve guarantees by lane and surface: held, broken where and when for the first time, or not put to the test. */

import { GUARANTEE_IDS, GUARANTEE_NAMES, GUARANTEE_PROMISES } from '../../protocol/guarantee.ts';
import type { GuaranteeId } from '../../protocol/guarantee.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { EventId, LaneTrace } from '../../protocol/trace-event.ts';
import type { LaneReport } from '../../scenario/outcome-report.ts';
import type { Run } from '../../sim/run.ts';
import { actorInSentence } from '../actor-label.ts';
import { narrateEvent } from '../narrate-event.ts';
import { trialOf, untestedReason } from './untested.ts';

/** The first break on one surface, or of the lane as a whole. */
export interface GuaranteeBreak {
  readonly surface: string | null;
  /** `on the laptop`, or `in the lane`. */
  readonly where: string;
  readonly atMs: VirtualMs;
  readonly event: EventId;
  /** What the event was. */
  readonly what: string;
}

export type GuaranteeCell = { readonly lane: string } & (
  | { readonly state: 'held' }
  | { readonly state: 'untested'; readonly reason: string }
  /** The first of all comes first. */
  | { readonly state: 'broken'; readonly breaks: readonly [GuaranteeBreak, ...GuaranteeBreak[]] }
);

export interface GuaranteeRow {
  readonly id: GuaranteeId;
  readonly name: string;
  readonly promise: string;
  /** One for each lane, in the order of the run. */
  readonly cells: readonly GuaranteeCell[];
}

export function guaranteeTable({ scenario, lanes, report }: Run): readonly GuaranteeRow[] {
  const judged = lanes.flatMap((trace) => {
    const lane = report.lanes[trace.name];
    return lane === undefined ? [] : [{ trace, lane, trial: trialOf(scenario, trace, lane) }];
  });
  return GUARANTEE_IDS.map((id) => ({
    id,
    name: GUARANTEE_NAMES[id],
    promise: GUARANTEE_PROMISES[id],
    cells: judged.map(({ trace, lane, trial }) => cellOf(id, trace, lane, untestedReason(id, trial))),
  }));
}

function cellOf(id: GuaranteeId, trace: LaneTrace, report: LaneReport, untested: string | null): GuaranteeCell {
  const verdict = report.guarantees[id];
  const { name: lane } = trace;
  if (verdict.held) return untested === null ? { lane, state: 'held' } : { lane, state: 'untested', reason: untested };
  const others = Object.entries(verdict.surfaces).filter(([surface]) => surface !== verdict.surface);
  const breakOf = (surface: string | null, atMs: VirtualMs, event: string) =>
    describeBreak(trace, surface, atMs, Number(event.slice(1)));
  return {
    lane,
    state: 'broken',
    breaks: [
      breakOf(verdict.surface, verdict.atMs, verdict.event),
      ...others.map(([surface, { atMs, event }]) => breakOf(surface, atMs, event)),
    ],
  };
}

function describeBreak(trace: LaneTrace, surface: string | null, atMs: VirtualMs, event: EventId): GuaranteeBreak {
  const fact = trace.events[event];
  return {
    surface,
    where: surface === null ? 'in the lane' : `on ${actorInSentence(surface)}`,
    atMs,
    event,
    what: fact === undefined ? '' : narrateEvent(fact),
  };
}
