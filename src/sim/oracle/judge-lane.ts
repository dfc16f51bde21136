/** The oracle: reads one lane's trace and nothing else, and says what happened (contract: outcome report). */

import type { LaneTrace } from '../../protocol/trace-event.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { LaneReport } from '../../scenario/outcome-report.ts';
import { gatherEvidence } from './evidence.ts';
import type { Evidence, RunEvidence } from './evidence.ts';
import { judgeGuarantees } from './judge-guarantees.ts';
import { judgeSurface } from './judge-surface.ts';

export function judgeLane(scenario: CompiledScenario, trace: LaneTrace): LaneReport {
  const evidence = gatherEvidence(
    trace.events,
    scenario.surfaces.map((surface) => surface.name),
  );
  const { runs, surfaces, messages } = evidence;
  const answer = lastAnswer(evidence);
  const reports = [...surfaces.values()].map((surface) => [surface.name, judgeSurface(surface, answer)] as const);
  const generated = sum(runs, (run) => run.generatedAtMs.length);
  const unseen = sum(runs, (run) => run.generatedAtMs.length - run.everShown.size);
  const afterStop = sum(runs, (run) => generatedAfterStop(evidence, run));
  const last = runs.at(-1);
  return {
    agent: {
      runs: runs.length,
      generated,
      generatedAfterStop: afterStop,
      unseen,
      startedAtMs: runs[0]?.startedAtMs ?? null,
      stoppedAtMs: last?.endedAtMs ?? null,
      end: last?.end ?? null,
    },
    surfaces: Object.fromEntries(reports),
    guarantees: judgeGuarantees(scenario, evidence),
    bill: {
      useful: generated - unseen,
      duplicated: sum(reports, ([, report]) => report.duplicated),
      afterStop,
      unseen,
      messages,
    },
  };
}

/** The run that answers the newest prompt; without one there is no last answer to speak of. */
function lastAnswer({ runs }: Evidence): RunEvidence | undefined {
  return runs.at(-1);
}

/** Tokens of a run that were made after somebody had pressed stop and meant it. */
function generatedAfterStop({ stops }: Evidence, run: RunEvidence): number {
  const presses = stops.filter(({ event }) => event.turn === run.turn).map(({ event }) => event.atMs);
  if (presses.length === 0) return 0;
  const firstMs = Math.min(...presses);
  return run.generatedAtMs.filter((atMs) => atMs > firstMs).length;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
