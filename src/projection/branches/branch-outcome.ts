/** How a run came out, in one phrase a lane: small enough to be kept for every edit, where a run is not. */

import type { Run } from '../../sim/run.ts';
import { laneTitle } from '../moments.ts';
import { laneVerdict } from '../stage/verdict.ts';
import type { Verdict } from '../stage/verdict.ts';

export interface LaneOutcome {
  readonly name: string;
  readonly lane: string;
  readonly title: string;
  readonly verdict: Verdict;
}

export function branchOutcome({ lanes, report }: Run): readonly LaneOutcome[] {
  return lanes.flatMap((trace) => {
    const lane = report.lanes[trace.name];
    if (lane === undefined) return [];
    return [{ name: trace.name, lane: trace.lane, title: laneTitle(trace), verdict: laneVerdict(trace, lane) }];
  });
}

interface WithOutcome {
  /** `null` when it has not been run. */
  readonly outcome: readonly LaneOutcome[] | null;
}

/** The lanes that came out in another way than before the edit; all of them where there is nothing before it. */
export function changedOutcome(after: WithOutcome, before: WithOutcome | null): readonly LaneOutcome[] {
  const former = before?.outcome ?? [];
  return (after.outcome ?? []).filter(
    ({ name, verdict }) => former.find((lane) => lane.name === name)?.verdict.text !== verdict.text,
  );
}
