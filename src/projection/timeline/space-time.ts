/**
 * What goes between the surfaces of a lane and its far end, in space and time: control messages one by
 * one, words by surface. What is lost ends on the way, as far from its sender as its time takes it.
 */

import type { VirtualMs } from '../../protocol/time.ts';
import type { LaneTrace, MessageKind, TraceEvent } from '../../protocol/trace-event.ts';
import type { CompiledSurface } from '../../scenario/compiled-scenario.ts';

type EventOf<Type extends TraceEvent['type']> = Extract<TraceEvent, { readonly type: Type }>;

export interface ControlMessage {
  readonly message: number;
  readonly kind: MessageKind;
  readonly surface: string;
  /** `out` goes from the surface to the far end. */
  readonly way: 'out' | 'in';
  readonly sentAtMs: VirtualMs;
  /** When it arrived or was lost; the horizon for what is still on its way. */
  readonly endsAtMs: VirtualMs;
  readonly outcome: 'arrived' | 'lost' | 'underway';
  /** How much of its way it came, from 0 to 1. */
  readonly share: number;
}

/** The words that were made for a surface as they were made, ascending in the time of their making. */
export interface WordRides {
  readonly surface: string;
  readonly madeAtMs: Float64Array;
  /** When each was shown, or lost. */
  readonly endsAtMs: Float64Array;
  /** How much of its way each came: 1 for what was shown, less for what was lost. */
  readonly shares: Float64Array;
  /** The shortest and the longest ride of a word that was shown. */
  readonly shortestMs: VirtualMs;
  readonly longestMs: VirtualMs;
}

export interface SpaceTime {
  /** Ascending in the time of sending. */
  readonly messages: readonly ControlMessage[];
  readonly words: readonly WordRides[];
}

export function spaceTime(
  trace: LaneTrace,
  surfaces: readonly Pick<CompiledSurface, 'name' | 'latencyMs'>[],
  horizonMs: VirtualMs,
): SpaceTime {
  return { messages: controlMessages(trace, surfaces, horizonMs), words: wordRides(trace, surfaces) };
}

type Surfaces = Parameters<typeof spaceTime>[1];

function controlMessages({ events }: LaneTrace, surfaces: Surfaces, horizonMs: VirtualMs): readonly ControlMessage[] {
  const names = new Set(surfaces.map(({ name }) => name));
  const ends = new Map<number, EventOf<'message.delivered' | 'message.lost'>>();
  for (const event of events) {
    if (event.type === 'message.delivered' || event.type === 'message.lost') ends.set(event.message, event);
  }
  const sent = events.filter((event) => event.type === 'message.sent');
  return sent.flatMap(({ message, kind, actor, to, atMs: sentAtMs }): readonly ControlMessage[] => {
    const way = names.has(actor) ? 'out' : 'in';
    const surface = way === 'out' ? actor : to;
    // What servers say to each other has no two rows to go between.
    if (!names.has(surface)) return [];
    const end = ends.get(message);
    const common = { message, kind, surface, way, sentAtMs } as const;
    if (end?.type === 'message.delivered') return [{ ...common, endsAtMs: end.atMs, outcome: 'arrived', share: 1 }];
    const endsAtMs = end?.atMs ?? horizonMs;
    const usualMs = surfaces.find(({ name }) => name === surface)?.latencyMs ?? 0;
    const share = shareOf(endsAtMs - sentAtMs, usualMs);
    return [{ ...common, endsAtMs, outcome: end === undefined ? 'underway' : 'lost', share }];
  });
}

interface Ride {
  readonly madeAtMs: VirtualMs;
  readonly endsAtMs: VirtualMs;
  readonly isShown: boolean;
}

function wordRides({ events }: LaneTrace, surfaces: Surfaces): readonly WordRides[] {
  const made = new Map<number, VirtualMs[]>();
  const rides = new Map(surfaces.map(({ name }) => [name, [] as Ride[]]));
  for (const event of events) {
    if (event.type === 'token.generated') {
      const times = made.get(event.run) ?? [];
      times[event.token] = event.atMs;
      made.set(event.run, times);
    } else if ((event.type === 'tokens.shown' && event.via === 'live') || event.type === 'tokens.lost') {
      const times = made.get(event.run);
      const isShown = event.type === 'tokens.shown';
      for (let word = event.from; word <= event.to; word += 1) {
        const madeAtMs = times?.[word];
        if (madeAtMs !== undefined) rides.get(event.actor)?.push({ madeAtMs, endsAtMs: event.atMs, isShown });
      }
    }
  }
  return surfaces.map(({ name, latencyMs }) => packRides(name, rides.get(name) ?? [], latencyMs));
}

function packRides(surface: string, rides: readonly Ride[], latencyMs: VirtualMs): WordRides {
  const sorted = rides.toSorted((a, b) => a.madeAtMs - b.madeAtMs);
  let [shortestMs, longestMs] = [Infinity, 0];
  for (const { madeAtMs, endsAtMs, isShown } of sorted) {
    const tookMs = endsAtMs - madeAtMs;
    longestMs = Math.max(longestMs, tookMs);
    if (isShown) shortestMs = Math.min(shortestMs, tookMs);
  }
  if (shortestMs === Infinity) shortestMs = latencyMs;
  return {
    surface,
    madeAtMs: Float64Array.from(sorted, ({ madeAtMs }) => madeAtMs),
    endsAtMs: Float64Array.from(sorted, ({ endsAtMs }) => endsAtMs),
    shares: Float64Array.from(sorted, ({ madeAtMs, endsAtMs, isShown }) =>
      isShown ? 1 : shareOf(endsAtMs - madeAtMs, shortestMs),
    ),
    shortestMs,
    longestMs,
  };
}

/** What has not arrived has not come the whole way, however long it took. */
function shareOf(tookMs: VirtualMs, usualMs: VirtualMs): number {
  return usualMs <= 0 ? 0 : Math.min(0.95, tookMs / usualMs);
}
