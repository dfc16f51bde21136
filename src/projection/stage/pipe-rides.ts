/** How the words of each run came to the surface that asked for them, by its own connection; prepared once. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { AnswerIndex } from './answer-index.ts';
import type { ScreenIndex } from './screen-index.ts';

export interface Ride {
  readonly madeAtMs: VirtualMs;
  readonly arrivesAtMs: VirtualMs;
}

export interface RunRides {
  /** When the run made words, ascending. */
  readonly madeAtMs: readonly VirtualMs[];
  /** The words that arrived, in the order in which they did. */
  readonly rides: readonly Ride[];
  /** When they arrived, ascending. */
  readonly arrivalsAtMs: readonly VirtualMs[];
  /** The shortest of the rides: that of a word that waits for nothing. */
  readonly shortestMs: VirtualMs;
}

/** By run; `askers` tells the surface that asked for each. */
export function indexRides(
  answers: readonly AnswerIndex[],
  screens: readonly ScreenIndex[],
  askers: ReadonlyMap<number, string>,
): ReadonlyMap<number, RunRides> {
  const all = new Map<number, RunRides>();
  for (const { place, runs } of answers) {
    for (const { run, madeAtMs } of runs) {
      const screen = screens.find(({ surface }) => surface === askers.get(run));
      const rides = liveRides(screen, place, run).toSorted((a, b) => a.arrivesAtMs - b.arrivesAtMs);
      const arrivalsAtMs = rides.map(({ arrivesAtMs }) => arrivesAtMs);
      const shortestMs = rides.reduce((least, ride) => Math.min(least, ride.arrivesAtMs - ride.madeAtMs), Infinity);
      all.set(run, { madeAtMs: madeAtMs.filter((atMs) => atMs > 0), rides, arrivalsAtMs, shortestMs });
    }
  }
  return all;
}

/** One for each word that ever came live, at its first coming. */
function liveRides(screen: ScreenIndex | undefined, place: number, run: number): readonly Ride[] {
  const rides = new Map<number, Ride>();
  for (const { words } of screen?.epochs ?? []) {
    words.get(place)?.forEach((appearances, at) => {
      const live = appearances?.find((shown) => shown.via === 'live' && shown.run === run);
      if (live !== undefined && !rides.has(at)) rides.set(at, { madeAtMs: live.madeAtMs, arrivesAtMs: live.atMs });
    });
  }
  return [...rides.values()];
}
