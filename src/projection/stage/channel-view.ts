/** The pipe or the session log of one lane at one moment, on an axis of words (pipe) or of offsets (log). */

import type { VirtualMs } from '../../protocol/time.ts';
import type { RecordKind } from '../../protocol/trace-event.ts';
import type { AnswerIndex, RunIndex } from './answer-index.ts';
import type { ChannelIndex, ConnectionLife } from './channel-index.ts';
import type { Ride, RunRides } from './pipe-rides.ts';
import type { ScreenIndex } from './screen-index.ts';
import { countUntil, latestAt } from './sorted-times.ts';

/** A word on its way; `progress` runs from 0 at the agent to 1 at the screen. */
export interface Flight {
  /** Which word of the turn it will be that comes through, counted from 1. */
  readonly word: number;
  readonly progress: number;
}

export interface Cut {
  /** Words that had arrived. */
  readonly afterWord: number;
  readonly atMs: VirtualMs;
  readonly event: number;
  readonly text: string;
  /** The page itself hung up: nothing broke. */
  readonly isOnPurpose: boolean;
}

export interface PipeView {
  readonly kind: 'pipe';
  /** Words of all answers to the prompt: the length of the axis. */
  readonly length: number;
  /** Words that came through the asking surface's own connection. */
  readonly carried: number;
  readonly isUp: boolean;
  readonly isSilent: boolean;
  readonly cut: Cut | null;
  readonly flights: readonly Flight[];
  /** Words that wait at the entrance for what is before them. */
  readonly waiting: number;
  /** Other surfaces that the same words came to, as they were made. */
  readonly listeners: readonly string[];
  /** Words that fell out at the cut: lost on the way, or made for nobody. */
  readonly fallen: number;
  /** Words kept beside the pipe, and who reads them from there; `null` without a buffer. */
  readonly buffer: { readonly words: number; readonly readers: readonly string[] } | null;
}

export interface TapeCursor {
  readonly offset: number;
  readonly surfaces: readonly string[];
  readonly isCut: boolean;
}

export interface TapeView {
  readonly kind: 'tape';
  /** Records that the log will hold at the end of the run: the length of the axis. */
  readonly length: number;
  readonly records: readonly { readonly offset: number; readonly record: RecordKind }[];
  readonly cursors: readonly TapeCursor[];
}

export type ChannelView = PipeView | TapeView;

/** How long pieces lie in the air, for the eye only; nothing is counted by it. */
const RECENT_MS = 4000;

/** `answers` are those to the newest prompt, begun by `atMs`; `length` is how many words all of them come to. */
export function channelAt(
  index: ChannelIndex,
  screens: readonly ScreenIndex[],
  answers: readonly AnswerIndex[],
  length: number,
  atMs: VirtualMs,
): ChannelView {
  return index.kind === 'session' ? tapeAt(index, screens, atMs) : pipeAt(index, screens, answers, length, atMs);
}

function pipeAt(
  index: ChannelIndex,
  screens: readonly ScreenIndex[],
  answers: readonly AnswerIndex[],
  length: number,
  atMs: VirtualMs,
): PipeView {
  // A prompt that was posted again has a pipe of its own: that of the newest post.
  const runs = answers.flatMap((answer) => answer.runs.findLast(({ startedAtMs }) => startedAtMs <= atMs) ?? []);
  const newest = runs.toSorted((a, b) => a.startedAtMs - b.startedAtMs).at(-1);
  const asker = newest === undefined ? undefined : index.askers.get(newest.run);
  const screen = screens.find(({ surface }) => surface === asker);
  const life = connectionOf(index, asker, newest, atMs);
  const closed = life?.closed !== undefined && life.closed !== null && life.closed.atMs <= atMs ? life.closed : null;
  const rides = runs.flatMap(({ run }) => index.rides.get(run) ?? []);
  const carried = sum(rides, ({ arrivalsAtMs }) => countUntil(arrivalsAtMs, atMs));
  const made = sum(rides, ({ madeAtMs }) => countUntil(madeAtMs, atMs));
  const madeInAll = sum(rides, ({ madeAtMs }) => madeAtMs.length);
  const isBroken = closed !== null && closed.how !== 'hung-up' && carried < madeInAll;
  const buffer = index.kind === 'buffered-pipe' ? { words: made, readers: readersOf(screens, answers, atMs) } : null;
  return {
    kind: 'pipe',
    length,
    carried,
    isUp: life !== undefined && closed === null,
    isSilent: latestAt(screen?.faults ?? [], atMs)?.how === 'silent',
    cut:
      closed !== null && carried < length && (isBroken || closed.how === 'hung-up')
        ? {
            afterWord: carried,
            atMs: closed.atMs,
            event: closed.event,
            isOnPurpose: closed.how === 'hung-up',
            text: `${closed.how === 'hung-up' ? 'hung up' : closed.how === 'end' ? 'ended' : 'cut'} at word ${carried}`,
          }
        : null,
    ...flightsAt(rides, carried, atMs),
    listeners:
      index.kind === 'buffered-pipe'
        ? []
        : screens
            .filter(({ surface, liveSinceMs }) => surface !== asker && liveSinceMs <= atMs)
            .map(({ surface }) => surface),
    fallen: closed !== null && buffer === null ? made - carried : lostLately(index, runs, atMs),
    buffer,
  };
}

/** Words that were made and have not arrived, in the order in which they will. */
function flightsAt(
  rides: readonly RunRides[],
  carried: number,
  atMs: VirtualMs,
): { readonly flights: readonly Flight[]; readonly waiting: number } {
  const under: Ride[] = [];
  const usualMs = rides.reduce((least, { shortestMs }) => Math.min(least, shortestMs), Infinity);
  for (const run of rides) {
    for (let next = countUntil(run.arrivalsAtMs, atMs); next < run.rides.length; next += 1) {
      const ride = run.rides[next];
      // What is made later arrives later.
      if (ride === undefined || ride.madeAtMs > atMs) break;
      under.push(ride);
    }
  }
  const flights = under
    .toSorted((a, b) => a.arrivesAtMs - b.arrivesAtMs)
    .flatMap((ride, at) => {
      const progress = progressOf(ride, usualMs, atMs);
      return progress === null ? [] : [{ word: carried + at + 1, progress }];
    });
  return { flights, waiting: under.length - flights.length };
}

/** How far a word has come; `null` while it waits for what is before it, which is what makes a ride last. */
function progressOf({ madeAtMs, arrivesAtMs }: Ride, usualMs: VirtualMs, atMs: VirtualMs): number | null {
  const rideMs = arrivesAtMs - madeAtMs;
  if (rideMs <= 2 * usualMs) return (atMs - madeAtMs) / Math.max(1, rideMs);
  const leftMs = arrivesAtMs - atMs;
  return leftMs > usualMs ? null : 1 - leftMs / Math.max(1, usualMs);
}

function lostLately(index: ChannelIndex, runs: readonly RunIndex[], atMs: VirtualMs): number {
  const lost = index.lost.filter(
    (words) => runs.some(({ run }) => run === words.run) && words.atMs <= atMs && atMs - words.atMs < RECENT_MS,
  );
  return sum(lost, ({ from, to }) => to - from + 1);
}

/** The connection by which the answer comes: opened for the prompt, or there before it. */
function connectionOf(
  index: ChannelIndex,
  asker: string | undefined,
  newest: RunIndex | undefined,
  atMs: VirtualMs,
): ConnectionLife | undefined {
  if (newest === undefined) return undefined;
  return index.connections.findLast(
    ({ surface, purpose, openedAtMs }) =>
      surface === asker &&
      purpose !== 'resume' &&
      openedAtMs <= (purpose === 'session' ? atMs : Math.min(atMs, newest.startedAtMs)),
  );
}

/** The surfaces that took words from the buffer so far. */
function readersOf(
  screens: readonly ScreenIndex[],
  answers: readonly AnswerIndex[],
  atMs: VirtualMs,
): readonly string[] {
  const hasReplay = ({ epochs }: ScreenIndex) =>
    epochs.some(({ words }) =>
      answers.some(({ place }) =>
        words.get(place)?.some((shown) => shown?.some((one) => one.via === 'replay' && one.atMs <= atMs)),
      ),
    );
  return screens.filter(hasReplay).map(({ surface }) => surface);
}

function tapeAt(index: ChannelIndex, screens: readonly ScreenIndex[], atMs: VirtualMs): TapeView {
  const cursors = new Map<string, { offset: number; surfaces: string[]; isCut: boolean }>();
  for (const screen of screens) {
    const offset = latestAt(screen.offsets, atMs)?.offset ?? null;
    if (offset === null) continue;
    const isCut = (latestAt(screen.faults, atMs)?.how ?? null) !== null;
    const key = `${offset} ${isCut}`;
    const cursor = cursors.get(key) ?? { offset, surfaces: [], isCut };
    cursor.surfaces.push(screen.surface);
    cursors.set(key, cursor);
  }
  return {
    kind: 'tape',
    length: index.records.length,
    records: index.records.slice(
      0,
      countUntil(
        index.records.map((record) => record.atMs),
        atMs,
      ),
    ),
    cursors: [...cursors.values()].sort((a, b) => a.offset - b.offset),
  };
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
