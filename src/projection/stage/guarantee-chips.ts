/** The guarantees of one lane: held, never put to the test, or broken with the moment and the event to go to. */

import { GUARANTEE_IDS, GUARANTEE_NAMES, GUARANTEE_PROMISES } from '../../protocol/guarantee.ts';
import type { GuaranteeId } from '../../protocol/guarantee.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { LaneTrace } from '../../protocol/trace-event.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { LaneReport } from '../../scenario/outcome-report.ts';
import { actorInSentence } from '../actor-label.ts';
import { trialOf, untestedReason } from '../scorecard/untested.ts';

export interface GuaranteeChip {
  readonly id: GuaranteeId;
  readonly name: string;
  readonly promise: string;
  /** Why nothing in the run tried it, `null` when something did: a promise that was not tried is no merit. */
  readonly untested: string | null;
  readonly broken: {
    readonly atMs: VirtualMs;
    readonly event: number;
    readonly where: string | null;
  } | null;
}

export function guaranteeChips(
  scenario: CompiledScenario,
  trace: LaneTrace,
  report: LaneReport,
): readonly GuaranteeChip[] {
  const trial = trialOf(scenario, trace, report);
  return GUARANTEE_IDS.map((id) => {
    const verdict = report.guarantees[id];
    const chip = { id, name: GUARANTEE_NAMES[id], promise: GUARANTEE_PROMISES[id] };
    if (verdict.held) return { ...chip, untested: untestedReason(id, trial), broken: null };
    const event = Number(verdict.event.slice(1));
    const where = verdict.surface === null ? null : actorInSentence(verdict.surface);
    return { ...chip, untested: null, broken: { atMs: verdict.atMs, event, where } };
  });
}
