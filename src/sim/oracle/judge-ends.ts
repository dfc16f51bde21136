/** G8: each started run has one end that its readers can find, crash or not. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { GuaranteeVerdict } from '../../scenario/outcome-report.ts';
import { newestRun } from './answer-evidence.ts';
import type { RunEvidence } from './answer-evidence.ts';
import { backAtMs, presentSurfaces } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import { brokenByFirst } from './verdict.ts';
import type { Breach } from './verdict.ts';

/** From the end of a run to its end for those who read it: as long as a stop may take. */
const END_BOUND_MS = 2_000;

export function judgeEnds(evidence: Evidence, horizonMs: VirtualMs): GuaranteeVerdict {
  const dueMs = horizonMs - END_BOUND_MS;
  return brokenByFirst([
    ...evidence.runs.flatMap(standsStill),
    ...(backAtMs(evidence) > dueMs ? [] : evidence.runs.flatMap((run) => isOpenInLog(evidence, run, dueMs))),
    ...waitsForTheDead(evidence, dueMs),
  ]);
}

/** Under back-pressure for ever, without an end. */
function standsStill({ stalled, end }: RunEvidence): readonly Breach[] {
  return stalled !== null && end === 'running' ? [{ event: stalled, surface: null }] : [];
}

/** The log has its beginning and not its end. A run that was done again from the start is over with that. */
function isOpenInLog({ log }: Evidence, run: RunEvidence, dueMs: VirtualMs): readonly Breach[] {
  const { ended } = run;
  if (ended === null || ended.atMs > dueMs || newestRun(run.answer) !== run) return [];
  return log.began.has(run.run) && !log.ended.has(run.run) ? [{ event: ended, surface: null }] : [];
}

/** A surface still waits for the newest answer, while nobody writes it any more and a crash is why. */
function waitsForTheDead(evidence: Evidence, dueMs: VirtualMs): readonly Breach[] {
  const runs = evidence.answers.filter(({ turn }) => turn === evidence.turns).map(newestRun);
  if (runs.some(({ end }) => end === 'running')) return [];
  const dead = runs.flatMap(({ end, ended }) => (end === 'crashed' && ended !== null ? [ended] : []));
  return dead.flatMap((event) =>
    presentSurfaces(evidence)
      .filter(({ status, settledAtMs }) => {
        const isWaiting = status === 'streaming' || status === 'waiting';
        return isWaiting && Math.max(event.atMs, settledAtMs) <= dueMs;
      })
      .map(({ name }) => ({ event, surface: name })),
  );
}
