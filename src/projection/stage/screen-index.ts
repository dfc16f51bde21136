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
  /** What the surface's own machine makes of its link, from each moment on. */
  readonly links: readonly LinkMoment[];
  /** Whether the path is broken, and how, from each moment on. */
  readonly faults: readonly { readonly atMs: VirtualMs; readonly how: string | null }[];
}

/** `opening`: the page loads or connects; `down`: it lost its link and tries to get it back. */
export interface LinkMoment {
  readonly atMs: VirtualMs;
  readonly link: 'opening' | 'up' | 'down';
  readonly machine: string;
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
  const links: LinkMoment[] = [];
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
        followLink(links, event);
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
  return { surface, epochs, statuses, sleeps, offsets, links, faults };
}

/** A try within a wait for the next one is still the same absence; any other state of that machine ends it. */
function followLink(
  links: LinkMoment[],
  { atMs, machine, state }: { readonly atMs: VirtualMs; readonly machine: string; readonly state: string },
): void {
  const last = links.at(-1);
  if (/backoff|offline|retry|reconnect/.test(state)) {
    if (last?.link !== 'down') links.push({ atMs, link: 'down', machine });
  } else if (/loading|connecting|resuming/.test(state)) {
    if (last === undefined || last.link === 'up' || state.includes('loading'))
      links.push({ atMs, link: 'opening', machine });
  } else if (last?.machine === machine && last.link !== 'up') {
    links.push({ atMs, link: 'up', machine });
  }
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
