/** The guarantees of one lane: held, or broken with the moment and the event to go to. */

import { GUARANTEE_IDS, GUARANTEE_NAMES, GUARANTEE_PROMISES } from '../../protocol/guarantee.ts';
import type { GuaranteeId } from '../../protocol/guarantee.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { LaneTrace } from '../../protocol/trace-event.ts';
import type { LaneReport } from '../../scenario/outcome-report.ts';
import { actorInSentence } from '../actor-label.ts';
import { narrateEvent } from '../narrate-event.ts';

export interface GuaranteeChip {
  readonly id: GuaranteeId;
  readonly name: string;
  readonly promise: string;
  readonly broken: {
    readonly atMs: VirtualMs;
    readonly event: number;
    readonly why: string;
    readonly where: string | null;
  } | null;
}

export function guaranteeChips(trace: LaneTrace, report: LaneReport): readonly GuaranteeChip[] {
  return GUARANTEE_IDS.map((id) => {
    const verdict = report.guarantees[id];
    const chip = { id, name: GUARANTEE_NAMES[id], promise: GUARANTEE_PROMISES[id] };
    if (verdict.held) return { ...chip, broken: null };
    const event = Number(verdict.event.slice(1));
    const fact = trace.events[event];
    const where = verdict.surface === null ? null : actorInSentence(verdict.surface);
    return { ...chip, broken: { atMs: verdict.atMs, event, why: fact === undefined ? '' : narrateEvent(fact), where } };
  });
}
