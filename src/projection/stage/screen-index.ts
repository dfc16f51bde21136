/** What one surface shows over a whole run, prepared once so that any moment is a look-up. */

import type { SurfaceStatus } from '../../protocol/surface-status.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { LaneTrace, ShownVia } from '../../protocol/trace-event.ts';

export interface Appearance {
  readonly atMs: VirtualMs;
  readonly via: ShownVia;
}

/** A stretch in which nothing was wiped from the screen. */
export interface ScreenEpoch {
  readonly atMs: VirtualMs;
  /** By run: the appearances of word `k` are at `[k - 1]`, in order; more than one when it stands there twice. */
  readonly words: ReadonlyMap<number, readonly (readonly Appearance[] | undefined)[]>;
  /** When anything appeared, ascending. */
  readonly changesAtMs: readonly VirtualMs[];
}

export interface ScreenIndex {
  readonly surface: string;
  readonly epochs: readonly ScreenEpoch[];
  readonly statuses: readonly { readonly atMs: VirtualMs; readonly status: SurfaceStatus }[];
  /** Whether the surface is frozen, from each moment on. */
  readonly sleeps: readonly { readonly atMs: VirtualMs; readonly isAsleep: boolean }[];
  /** The session offset read up to, from each moment on. */
  readonly offsets: readonly { readonly atMs: VirtualMs; readonly offset: number | null }[];
  /** The states of the surface's own connection machine, from each moment on. */
  readonly states: readonly { readonly atMs: VirtualMs; readonly state: string }[];
  /** Whether the path is broken, and how, from each moment on. */
  readonly faults: readonly { readonly atMs: VirtualMs; readonly how: string | null }[];
}

interface EpochDraft {
  readonly atMs: VirtualMs;
  readonly words: Map<number, (Appearance[] | undefined)[]>;
  readonly changesAtMs: VirtualMs[];
}

export function indexScreen(trace: LaneTrace, surface: string): ScreenIndex {
  const epochs: EpochDraft[] = [{ atMs: 0, words: new Map(), changesAtMs: [] }];
  const statuses: { atMs: VirtualMs; status: SurfaceStatus }[] = [];
  const sleeps: { atMs: VirtualMs; isAsleep: boolean }[] = [];
  const offsets: { atMs: VirtualMs; offset: number | null }[] = [];
  const states: { atMs: VirtualMs; state: string }[] = [];
  const faults: { atMs: VirtualMs; how: string | null }[] = [];
  let broken = 0;
  for (const event of trace.events) {
    if (event.actor !== surface) continue;
    const { atMs } = event;
    switch (event.type) {
      case 'screen.cleared':
        epochs.push({ atMs, words: new Map(), changesAtMs: [] });
        offsets.push({ atMs, offset: null });
        break;
      case 'tokens.shown':
        appear(epochs, event);
        if (event.offset !== null) offsets.push({ atMs, offset: event.offset });
        break;
      case 'status.changed':
        statuses.push({ atMs, status: event.status });
        break;
      case 'surface.slept':
      case 'surface.woke':
        sleeps.push({ atMs, isAsleep: event.type === 'surface.slept' });
        break;
      case 'state.entered':
        if (event.run === null) states.push({ atMs, state: event.state });
        break;
      case 'fault.began':
        broken += 1;
        faults.push({ atMs, how: event.how });
        break;
      case 'fault.ended':
        broken -= 1;
        if (broken === 0) faults.push({ atMs, how: null });
        break;
      default:
        break;
    }
  }
  return { surface, epochs, statuses, sleeps, offsets, states, faults };
}

function appear(
  epochs: readonly EpochDraft[],
  event: {
    readonly atMs: VirtualMs;
    readonly run: number;
    readonly from: number;
    readonly to: number;
    readonly via: ShownVia;
  },
): void {
  const epoch = epochs.at(-1);
  if (epoch === undefined) return;
  const words = epoch.words.get(event.run) ?? [];
  epoch.words.set(event.run, words);
  for (let token = event.from; token <= event.to; token += 1) {
    const appearances = words[token - 1] ?? [];
    appearances.push({ atMs: event.atMs, via: event.via });
    words[token - 1] = appearances;
  }
  epoch.changesAtMs.push(event.atMs);
}
