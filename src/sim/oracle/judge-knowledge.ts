/** G7: every open surface learns that a run began, and how it ended. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { GuaranteeVerdict } from '../../scenario/outcome-report.ts';
import { newestRun } from './answer-evidence.ts';
import type { RunEvidence } from './answer-evidence.ts';
import { backAtMs, presentSurfaces } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import { isEndedByStopOn } from './judge-screens.ts';
import type { SurfaceEvidence } from './surface-evidence.ts';
import { brokenByFirst } from './verdict.ts';
import type { Breach } from './verdict.ts';

/** As long as a stop may take: time for a round trip and a reconnect of a healthy lane. */
const LEARN_BOUND_MS = 2_000;

/** Judged at the horizon, of what has been so for the bound, on surfaces that have been present for as long. */
export function judgeKnowledge(evidence: Evidence, horizonMs: VirtualMs): GuaranteeVerdict {
  const dueMs = horizonMs - LEARN_BOUND_MS;
  if (backAtMs(evidence) > dueMs) return brokenByFirst([]);
  const surfaces = presentSurfaces(evidence).filter(({ settledAtMs }) => settledAtMs <= dueMs);
  const runs = evidence.answers.map(newestRun).filter(({ started }) => started.atMs <= dueMs);
  const breaches = runs.flatMap((run) =>
    surfaces.flatMap((surface) =>
      // The surface whose stop ended the run knows that by itself.
      isEndedByStopOn(evidence, run, surface.name) ? [] : ignoranceOf(run, surface, dueMs),
    ),
  );
  return brokenByFirst(breaches);
}

function ignoranceOf(run: RunEvidence, { name, learned }: SurfaceEvidence, dueMs: VirtualMs): readonly Breach[] {
  const known = learned.get(run.run);
  if (known === undefined) return [{ event: run.started, surface: name }];
  if (run.ended === null || run.ended.atMs > dueMs || known.end === run.end) return [];
  return [{ event: run.ended, surface: name }];
}
