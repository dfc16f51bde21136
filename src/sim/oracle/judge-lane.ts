/** The oracle: reads one lane's trace and nothing else, and says what happened (contract: outcome report). */

import type { BeliefTracks } from '../../protocol/belief.ts';
import type { LaneTrace } from '../../protocol/trace-event.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { LaneReport } from '../../scenario/outcome-report.ts';
import { laneNamed } from '../lanes/lane-list.ts';
import type { RunEvidence } from './answer-evidence.ts';
import { BeliefWatch } from './beliefs.ts';
import { gatherEvidence, lastAnswers } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import { judgeGuarantees } from './judge-guarantees.ts';
import { judgeSurface } from './judge-surface.ts';
import { moneyOf } from './money.ts';
import { measureUsage } from './usage.ts';
import type { Usage } from './usage.ts';

type Pace = Pick<Usage, 'firstTokenMs' | 'lagMs'>;

/** What the oracle says of the lanes of a run, by name. */
export interface Judgement {
  readonly lanes: Readonly<Record<string, LaneReport>>;
  readonly beliefs: Readonly<Record<string, BeliefTracks>>;
}

/** Reports on every lane of a run, each against the first one that is the plain pipe. */
export function judgeLanes(scenario: CompiledScenario, traces: readonly LaneTrace[]): Judgement {
  const judged = traces.map((trace) => ({ trace, ...examineLane(scenario, trace) }));
  const baseline = judged.find(({ trace }) => laneNamed(trace.lane).isBaseline)?.report.bill;
  const whole = (report: LaneReport): LaneReport =>
    baseline === undefined ? report : { ...report, bill: { ...report.bill, ...against(baseline, report) } };
  return {
    lanes: Object.fromEntries(judged.map(({ trace, report }) => [trace.name, whole(report)])),
    beliefs: Object.fromEntries(judged.map(({ trace, beliefs }) => [trace.name, beliefs])),
  };
}

/** One lane by itself: what it adds to a plain pipe is not known. */
export function judgeLane(scenario: CompiledScenario, trace: LaneTrace): LaneReport {
  return examineLane(scenario, trace).report;
}

interface Examined {
  readonly report: LaneReport;
  readonly beliefs: BeliefTracks;
}

function examineLane(scenario: CompiledScenario, { lane, events }: LaneTrace): Examined {
  const names = scenario.surfaces.map((surface) => surface.name);
  const watch = new BeliefWatch(scenario);
  const evidence = gatherEvidence(events, names, (event, known) => watch.note(event, known));
  const { costs } = laneNamed(lane);
  const { runs, surfaces } = evidence;
  const answers = lastAnswers(evidence);
  const reports = [...surfaces.values()].map((surface) => [surface.name, judgeSurface(surface, answers)] as const);
  const generated = sum(runs, (run) => run.generated.length);
  const useful = sum(runs, (run) => run.seenWords);
  const afterStop = sum(runs, (run) => generatedAfterStop(evidence, run));
  const used = measureUsage(scenario, events, costs);
  const last = runs.at(-1);
  const report: LaneReport = {
    agent: {
      runs: runs.length,
      generated,
      generatedAfterStop: afterStop,
      unseen: generated - useful,
      startedAtMs: runs[0]?.started.atMs ?? null,
      stoppedAtMs: last?.endedAtMs ?? null,
      end: last?.end ?? null,
      effects: used.effects,
      adopted: sum(runs, (run) => run.adoptions),
      crashed: sum(runs, (run) => run.crashes),
    },
    surfaces: Object.fromEntries(reports),
    guarantees: judgeGuarantees(scenario, evidence),
    bill: {
      useful,
      duplicated: sum(reports, ([, report]) => report.duplicated),
      afterStop,
      unseen: generated - useful,
      ...used,
      // Sockets and runs of other lanes last as well, but no session service bills them.
      ...(costs.isService ? {} : { connectionMs: 0, channelMs: 0 }),
      addedFirstTokenMs: null,
      addedLagMs: null,
      moneyMicroUsd: moneyOf(scenario.prices, generated, used, costs.isService),
    },
    beliefs: watch.reportAt(scenario.horizonMs),
  };
  return { report, beliefs: watch.tracks };
}

/** What a lane adds to the time of the plain pipe; it may also take away. */
function against(baseline: Pace, { bill }: LaneReport) {
  const added = (mine: number | null, other: number | null) => (mine === null || other === null ? null : mine - other);
  return {
    addedFirstTokenMs: added(bill.firstTokenMs, baseline.firstTokenMs),
    addedLagMs: added(bill.lagMs, baseline.lagMs),
  };
}

/** Words of a run that were made after somebody had pressed stop and meant it. */
function generatedAfterStop({ stops }: Evidence, { answer, generated }: RunEvidence): number {
  const press = stops.find((stop) => stop.turn === answer.turn);
  return press === undefined ? 0 : generated.filter((made) => made.atMs > press.atMs).length;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
