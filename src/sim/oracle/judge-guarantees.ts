/**
 * The guarantees G1 to G12, each held or broken with the event that broke it. The rules, and why
 * each reads as it does, are in `SPEC.md`.
 */

import type { GuaranteeId } from '../../protocol/guarantee.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { GuaranteeVerdict } from '../../scenario/outcome-report.ts';
import type { Evidence } from './evidence.ts';
import { judgeEnds } from './judge-ends.ts';
import { judgeKnowledge } from './judge-knowledge.ts';
import { judgeLinks } from './judge-links.ts';
import { judgeCatchUps, judgeEffects, judgeRepeats } from './judge-repeats.ts';
import { judgeComplete, judgeConverged, judgeOnce, judgeOrder } from './judge-screens.ts';
import { judgeStops } from './judge-stops.ts';
import { judgeWriters } from './judge-writers.ts';

export function judgeGuarantees(
  scenario: CompiledScenario,
  evidence: Evidence,
): Readonly<Record<GuaranteeId, GuaranteeVerdict>> {
  return {
    G1: judgeComplete(evidence),
    G2: judgeOnce(evidence),
    G3: judgeOrder(evidence),
    G4: judgeConverged(evidence),
    G5: judgeStops(scenario, evidence),
    G6: judgeLinks(evidence),
    G7: judgeKnowledge(evidence, scenario.horizonMs),
    G8: judgeEnds(evidence, scenario.horizonMs),
    G9: judgeRepeats(evidence),
    G10: judgeEffects(evidence),
    G11: judgeCatchUps(evidence),
    G12: judgeWriters(scenario, evidence),
  };
}
