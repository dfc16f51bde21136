/** The pipe or the session log of one lane at one moment, on an axis of words (pipe) or of offsets (log). */

import type { VirtualMs } from '../../protocol/time.ts';
import type { RecordKind } from '../../protocol/trace-event.ts';
import type { AnswerIndex } from './answer-index.ts';
import type { ChannelIndex, ConnectionLife } from './channel-index.ts';
import type { ScreenIndex } from './screen-index.ts';
import { countUntil, latestAt } from './sorted-times.ts';

/** A word on its way; `progress` runs from 0 at the agent to 1 at the screen. */
export interface Flight {
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
  /** Words of the whole answer: the length of the axis. */
  readonly length: number;
  /** Words that came through the asking surface's own connection. */
  readonly carried: number;
  readonly isUp: boolean;
  readonly isSilent: boolean;
  readonly cut: Cut | null;
  readonly flights: readonly Flight[];
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

export function channelAt(
  index: ChannelIndex,
  screens: readonly ScreenIndex[],
  answer: AnswerIndex | undefined,
  length: number,
  atMs: VirtualMs,
): ChannelView {
  return index.kind === 'session' ? tapeAt(index, screens, atMs) : pipeAt(index, screens, answer, length, atMs);
}

function pipeAt(
  index: ChannelIndex,
  screens: readonly ScreenIndex[],
  answer: AnswerIndex | undefined,
  length: number,
  atMs: VirtualMs,
): PipeView {
  const asker = answer === undefined ? undefined : index.askers.get(answer.run);
  const life = connectionOf(index, asker, answer, atMs);
  const closed = life?.closed !== undefined && life.closed !== null && life.closed.atMs <= atMs ? life.closed : null;
  const rides =
    answer === undefined
      ? []
      : liveRides(
          answer,
          screens.find(({ surface }) => surface === asker),
        );
  const carried = rides.filter((arrival) => arrival !== undefined && arrival <= atMs).length;
  const made = answer === undefined ? 0 : countUntil(answer.madeAtMs, atMs);
  const isBroken = closed !== null && closed.how !== 'hung-up' && carried < (answer?.madeAtMs.length ?? 0);
  const buffer = index.kind === 'buffered-pipe' ? { words: made, readers: readersOf(screens, answer, atMs) } : null;
  return {
    kind: 'pipe',
    length,
    carried,
    isUp: life !== undefined && closed === null,
    isSilent: latestAt(screens.find(({ surface }) => surface === asker)?.faults ?? [], atMs)?.how === 'silent',
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
    flights: answer === undefined ? [] : flightsAt(answer, rides, atMs),
    fallen: fallenAt(index, answer, made, carried, closed !== null, buffer !== null, atMs),
    buffer,
  };
}

/** When word `k` reached the asking surface by its own connection, at `[k - 1]`; `undefined` when it did not. */
function liveRides(answer: AnswerIndex, screen: ScreenIndex | undefined): readonly (VirtualMs | undefined)[] {
  const rides: (VirtualMs | undefined)[] = answer.madeAtMs.map(() => undefined);
  for (const epoch of screen?.epochs ?? []) {
    epoch.words.get(answer.run)?.forEach((appearances, at) => {
      const live = appearances?.find(({ via }) => via === 'live');
      if (live !== undefined) rides[at] ??= live.atMs;
    });
  }
  return rides;
}

function flightsAt(answer: AnswerIndex, rides: readonly (VirtualMs | undefined)[], atMs: VirtualMs): readonly Flight[] {
  const flights: Flight[] = [];
  for (let word = countUntil(answer.madeAtMs, atMs); word > 0; word -= 1) {
    const madeAtMs = answer.madeAtMs[word - 1] ?? 0;
    const arrival = rides[word - 1];
    if (arrival !== undefined && arrival <= atMs) break;
    if (arrival !== undefined) flights.push({ word, progress: (atMs - madeAtMs) / (arrival - madeAtMs) });
  }
  return flights;
}

function fallenAt(
  index: ChannelIndex,
  answer: AnswerIndex | undefined,
  made: number,
  carried: number,
  isClosed: boolean,
  hasBuffer: boolean,
  atMs: VirtualMs,
): number {
  if (answer === undefined) return 0;
  if (isClosed && !hasBuffer) return made - carried;
  return index.lost
    .filter((lost) => lost.run === answer.run && lost.atMs <= atMs && atMs - lost.atMs < RECENT_MS)
    .reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

function connectionOf(
  index: ChannelIndex,
  asker: string | undefined,
  answer: AnswerIndex | undefined,
  atMs: VirtualMs,
): ConnectionLife | undefined {
  if (answer === undefined) return undefined;
  return index.connections.findLast(
    (life) => life.surface === asker && !life.isResume && life.openedAtMs <= Math.min(atMs, answer.startedAtMs),
  );
}

/** The surfaces that took words from the buffer so far. */
function readersOf(
  screens: readonly ScreenIndex[],
  answer: AnswerIndex | undefined,
  atMs: VirtualMs,
): readonly string[] {
  if (answer === undefined) return [];
  const hasReplay = ({ epochs }: ScreenIndex) =>
    epochs.some(({ words }) =>
      words.get(answer.run)?.some((shown) => shown?.some((one) => one.via === 'replay' && one.atMs <= atMs)),
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
