/** Which architectures lose a lesson, in whole or in part: read off its runs, not written down. */

import type { LaneName } from '../../protocol/lane-name.ts';
import type { LaneReport } from '../../scenario/outcome-report.ts';
import type { Run } from '../../sim/run.ts';
import type { LessonRuns } from './find-moment.ts';

/**
 * An architecture loses where it breaks a guarantee, or where another one keeps all that it keeps and is
 * better in what people pay: an earlier first word, or less money.
 */
export function lostBy(runs: LessonRuns): readonly LaneName[] {
  const losers = [...runs.values()].flatMap((run) =>
    run.lanes.filter(({ name }) => loses(run, name)).map(({ lane }) => lane),
  );
  return [...new Set(losers)].toSorted();
}

function loses({ report }: Run, name: string): boolean {
  const own = report.lanes[name];
  if (own === undefined) return false;
  if (broken(own).length > 0) return true;
  return Object.entries(report.lanes).some(
    ([other, rival]) => other !== name && broken(rival).length === 0 && isCheaper(rival, own),
  );
}

function broken({ guarantees }: LaneReport): readonly string[] {
  return Object.entries(guarantees).flatMap(([id, { held }]) => (held ? [] : [id]));
}

function isCheaper({ bill: a }: LaneReport, { bill: b }: LaneReport): boolean {
  const isEarlier = a.firstTokenMs !== null && b.firstTokenMs !== null && a.firstTokenMs < b.firstTokenMs;
  return isEarlier || a.moneyMicroUsd < b.moneyMicroUsd;
}
