/** Which architectures lose a lesson, in whole or in part: read off its runs, not written down. */

import type { LaneTrace } from '../../protocol/trace-event.ts';
import type { Loss } from '../../scenario/lesson/lesson-data.ts';
import type { LaneReport } from '../../scenario/outcome-report.ts';
import type { LessonRuns } from './find-moment.ts';

/** What people say and an architecture may have no ear for. A retry with nothing to retry is none of it. */
const WISHES: ReadonlySet<string> = new Set(['steer', 'approve', 'reject', 'join']);

/** How one lane came out of one run. */
interface Showing {
  readonly lane: string;
  /** Guarantees that it broke, and wishes that it could not hear. */
  readonly broken: readonly string[];
  /** What people pay: until the first word, from the making of a word to its showing, in money. */
  readonly price: readonly number[];
}

/**
 * The architectures that lose a run of a lesson or more, in the order of its lanes. One loses a run when another
 * keeps a promise that it breaks, or keeps all that it keeps and asks less: no price is higher, and one is lower.
 * Where an architecture takes part several times, the lane that does best counts. `of` are its runs with a rival.
 */
export function lostBy(runs: LessonRuns): readonly Loss[] {
  const losses = new Map<string, Loss>();
  for (const run of runs.values()) {
    const showings = run.lanes.map((trace) => showingOf(trace, run.report.lanes[trace.name]));
    for (const [lane, title] of new Map(run.scenario.lanes.map((lane) => [lane.lane, lane.title]))) {
      const rivals = showings.filter((showing) => showing.lane !== lane);
      if (rivals.length === 0) continue;
      const isLost = showings
        .filter((showing) => showing.lane === lane)
        .every((own) => rivals.some((rival) => isBetter(rival, own)));
      const { lost, of } = losses.get(lane) ?? { lost: 0, of: 0 };
      losses.set(lane, { lane, title, lost: lost + (isLost ? 1 : 0), of: of + 1 });
    }
  }
  return [...losses.values()].filter(({ lost }) => lost > 0);
}

function isBetter(rival: Showing, own: Showing): boolean {
  if (own.broken.some((promise) => !rival.broken.includes(promise))) return true;
  if (rival.broken.length > own.broken.length) return false;
  const differences = own.price.map((price, index) => {
    const other = rival.price[index] ?? price;
    return price === other ? 0 : price - other;
  });
  return differences.every((more) => more >= 0) && differences.some((more) => more > 0);
}

function showingOf(trace: LaneTrace, report?: LaneReport): Showing {
  const guarantees = Object.entries(report?.guarantees ?? {});
  const unheard = trace.events.flatMap((event) =>
    event.type === 'action.ignored' && WISHES.has(event.verb) ? [event.verb] : [],
  );
  const never = Number.POSITIVE_INFINITY;
  return {
    lane: trace.lane,
    broken: [...guarantees.flatMap(([id, { held }]) => (held ? [] : [id])), ...new Set(unheard)],
    price: [report?.bill.firstTokenMs ?? never, meanDelay(trace), report?.bill.moneyMicroUsd ?? never],
  };
}

/** From the making of a word to its first showing, over all that were shown; endless when none was. */
function meanDelay({ events }: LaneTrace): number {
  const madeAt = new Map<string, number>();
  let [sum, count] = [0, 0];
  for (const event of events) {
    if (event.type === 'token.generated') {
      const word = `${event.run} ${event.token}`;
      if (!madeAt.has(word)) madeAt.set(word, event.atMs);
    } else if (event.type === 'tokens.shown') {
      for (let token = event.from; token <= event.to; token += 1) {
        const word = `${event.run} ${token}`;
        const atMs = madeAt.get(word);
        if (atMs === undefined) continue;
        sum += event.atMs - atMs;
        count += 1;
        madeAt.delete(word);
      }
    }
  }
  return count === 0 ? Number.POSITIVE_INFINITY : sum / count;
}
