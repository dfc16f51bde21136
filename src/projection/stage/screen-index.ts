/** What one surface shows over a whole run, prepared once so that any moment is a look-up. */

import type { SurfaceStatus } from '../../protocol/surface-status.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { LaneTrace, ShownVia, TraceEvent } from '../../protocol/trace-event.ts';
import type { AnswerIndex, RunIndex } from './answer-index.ts';

export interface Appearance {
  readonly atMs: VirtualMs;
  /** When the page took it off again, `Infinity` when it stays for as long as the page does. */
  readonly untilMs: VirtualMs;
  readonly via: ShownVia;
  readonly run: number;
  /** When that run made the word. */
  readonly madeAtMs: VirtualMs;
}

/** A stretch in which nothing was wiped from the screen. */
export interface ScreenEpoch {
  readonly atMs: VirtualMs;
  /**
   * By the place of an answer: the appearances of word `k` are at `[k - 1]`, in order; more than one
   * when it stands there twice, from whichever runs.
   */
  readonly words: ReadonlyMap<number, readonly (readonly Appearance[] | undefined)[]>;
  /** When anything appeared or was taken off, ascending. */
  readonly changesAtMs: readonly VirtualMs[];
}

export interface ScreenIndex {
  readonly surface: string;
  readonly epochs: readonly ScreenEpoch[];
  readonly statuses: readonly { readonly atMs: VirtualMs; readonly status: SurfaceStatus }[];
  /** Whether the surface is frozen, from each moment on. */
  readonly sleeps: readonly { readonly atMs: VirtualMs; readonly isAsleep: boolean }[];
  /** When the first word came to it as it was made, `Infinity` when none did. */
  readonly liveSinceMs: VirtualMs;
  /** Whether the page is in the background, from each moment on. */
  readonly hides: readonly { readonly atMs: VirtualMs; readonly isHidden: boolean }[];
  /** Whom the page was told of, and whether they are there. */
  readonly presence: readonly { readonly atMs: VirtualMs; readonly who: string; readonly isPresent: boolean }[];
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

type EventOf<Type extends TraceEvent['type']> = Extract<TraceEvent, { readonly type: Type }>;

interface AppearanceDraft extends Appearance {
  untilMs: VirtualMs;
}

interface EpochDraft {
  readonly atMs: VirtualMs;
  readonly words: Map<number, (AppearanceDraft[] | undefined)[]>;
  readonly changesAtMs: VirtualMs[];
}

/** `answers` are those of the same trace. */
export function indexScreen(trace: LaneTrace, surface: string, answers: readonly AnswerIndex[]): ScreenIndex {
  const places = new Map(answers.flatMap(({ place, runs }) => runs.map((run) => [run.run, { place, run }] as const)));
  const epochs: EpochDraft[] = [{ atMs: 0, words: new Map(), changesAtMs: [] }];
  const statuses: { atMs: VirtualMs; status: SurfaceStatus }[] = [];
  const sleeps: { atMs: VirtualMs; isAsleep: boolean }[] = [];
  const hides: { atMs: VirtualMs; isHidden: boolean }[] = [];
  const presence: { atMs: VirtualMs; who: string; isPresent: boolean }[] = [];
  const offsets: { atMs: VirtualMs; offset: number | null }[] = [];
  const links: LinkMoment[] = [];
  const faults: { atMs: VirtualMs; how: string | null }[] = [];
  let broken = 0;
  let liveSinceMs = Infinity;
  for (const event of trace.events) {
    if (event.actor !== surface) continue;
    const { atMs } = event;
    switch (event.type) {
      case 'screen.cleared':
        epochs.push({ atMs, words: new Map(), changesAtMs: [] });
        offsets.push({ atMs, offset: null });
        break;
      case 'tokens.shown':
        appear(epochs.at(-1), places.get(event.run), event);
        if (event.via === 'live') liveSinceMs = Math.min(liveSinceMs, atMs);
        if (event.offset !== null) offsets.push({ atMs, offset: event.offset });
        break;
      case 'answer.discarded':
        takeOff(epochs.at(-1), places.get(event.run)?.place, event);
        break;
      case 'status.changed':
        statuses.push({ atMs, status: event.status });
        break;
      case 'surface.slept':
      case 'surface.woke':
        sleeps.push({ atMs, isAsleep: event.type === 'surface.slept' });
        break;
      case 'surface.hidden':
      case 'surface.shown':
        hides.push({ atMs, isHidden: event.type === 'surface.hidden' });
        break;
      case 'presence.learned':
        presence.push({ atMs, who: event.who, isPresent: event.isPresent });
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
  return { surface, epochs, statuses, sleeps, liveSinceMs, hides, presence, offsets, links, faults };
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
  epoch: EpochDraft | undefined,
  place: { readonly place: number; readonly run: RunIndex } | undefined,
  event: EventOf<'tokens.shown'>,
): void {
  if (epoch === undefined || place === undefined) return;
  const words = epoch.words.get(place.place) ?? [];
  epoch.words.set(place.place, words);
  const { atMs, via, run } = event;
  for (let token = event.from; token <= event.to; token += 1) {
    const appearances = words[token - 1] ?? [];
    appearances.push({ atMs, untilMs: Infinity, via, run, madeAtMs: place.run.madeAtMs[token - 1] ?? atMs });
    words[token - 1] = appearances;
  }
  epoch.changesAtMs.push(atMs);
}

/** What a run has put on the screen so far goes. */
function takeOff(
  epoch: EpochDraft | undefined,
  place: number | undefined,
  { run, atMs }: EventOf<'answer.discarded'>,
): void {
  if (epoch === undefined || place === undefined) return;
  for (const appearances of epoch.words.get(place) ?? []) {
    for (const shown of appearances ?? []) if (shown.run === run) shown.untilMs = Math.min(shown.untilMs, atMs);
  }
  epoch.changesAtMs.push(atMs);
}
