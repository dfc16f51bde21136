/**
 * The surfaces: tabs and devices, and what is on their screens. A lane tells what to show; this
 * keeps what is visible, so that a token is recorded when it appears and only then.
 */

import { assertPresent } from '../../base/assert.ts';
import type { DropForm } from '../../protocol/fault.ts';
import type { RunEnd, SurfaceStatus } from '../../protocol/surface-status.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { EventId, ShownVia } from '../../protocol/trace-event.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { SimEvent } from '../kernel/sim-event.ts';
import type { Connection } from '../network/connection.ts';
import type { ToSurfacePacket } from '../network/packet.ts';

/** Something that came while the surface was frozen, to be taken in order when it wakes. */
export type Kept = (
  | { readonly kind: 'packet'; readonly connection: Connection; readonly packet: ToSurfacePacket }
  | { readonly kind: 'end'; readonly connection: Connection; readonly how: 'end' | 'failed'; readonly reason: string }
  | { readonly kind: 'event'; readonly event: SimEvent }
  | { readonly kind: 'healed'; readonly how: DropForm }
) & { readonly cause: EventId | null };

export interface SurfaceState {
  readonly name: string;
  readonly mayStop: boolean;
  isOpen: boolean;
  /** Since when the tab is in the background, `null` while it is in front. */
  hiddenSinceMs: VirtualMs | null;
  /** The number of sleeps that have not ended. */
  sleeps: number;
  status: SurfaceStatus;
  /** The highest token of each run on the screen; lanes show tokens in order. */
  readonly shown: Map<number, number>;
  /** Runs that have a hole on the screen. */
  readonly torn: Set<number>;
  /** What the page has been told of each run. */
  readonly learned: Map<number, 'began' | 'ended'>;
  /** Runs whose question for an approval is on the screen. */
  readonly questions: Set<number>;
  readonly kept: Kept[];
}

export function createSurfaceState(name: string, mayStop: boolean): SurfaceState {
  return {
    name,
    mayStop,
    isOpen: false,
    hiddenSinceMs: null,
    sleeps: 0,
    status: 'closed',
    shown: new Map(),
    torn: new Set(),
    learned: new Map(),
    questions: new Set(),
    kept: [],
  };
}

export interface Showing {
  readonly run: number;
  readonly from: number;
  readonly to: number;
  readonly via: ShownVia;
  readonly offset: number | null;
}

export class Surfaces {
  readonly #states: Map<string, SurfaceState>;
  readonly #kernel: Kernel;

  constructor(states: Map<string, SurfaceState>, kernel: Kernel) {
    this.#states = states;
    this.#kernel = kernel;
  }

  get(name: string): SurfaceState {
    return assertPresent(this.#states.get(name), `there is no surface "${name}"`);
  }

  has(name: string): boolean {
    return this.#states.has(name);
  }

  setStatus(surface: SurfaceState, status: SurfaceStatus): void {
    if (surface.status === status) return;
    surface.status = status;
    this.#kernel.record({ type: 'status.changed', actor: surface.name, status });
  }

  /** Shows those tokens of a range that are not on the screen yet: a client rebuilds a replayed message in place. */
  show(surface: SurfaceState, { run, from, to, via, offset }: Showing): void {
    const last = surface.shown.get(run) ?? 0;
    const first = Math.max(from, last + 1);
    if (first > to) return;
    surface.shown.set(run, to);
    this.#kernel.record({ type: 'tokens.shown', actor: surface.name, run, from: first, to, via, messages: 1, offset });
  }

  /** Shows a range as it comes, at the end of what is there: whatever is on the screen already is doubled. */
  append(surface: SurfaceState, { run, from, to, via, offset }: Showing): void {
    const last = surface.shown.get(run) ?? 0;
    if (from > last + 1) surface.torn.add(run);
    surface.shown.set(run, Math.max(to, last));
    this.#kernel.record({ type: 'tokens.shown', actor: surface.name, run, from, to, via, messages: 1, offset });
  }

  /** Notes what a catch-up cost, whether or not its tokens were on the screen. */
  noteCatchUp(surface: SurfaceState, run: number, from: number, to: number, parts: number): void {
    this.#kernel.record({ type: 'catch-up.received', actor: surface.name, run, from, to, parts });
  }

  /** Takes what is shown of `run` off the screen. */
  discard(surface: SurfaceState, run: number): void {
    if (!surface.shown.delete(run)) return;
    surface.torn.delete(run);
    this.#kernel.record({ type: 'answer.discarded', actor: surface.name, run });
  }

  /** The page is told that a run began, or how it ended; told once is enough. */
  learn(surface: SurfaceState, run: number, what: 'began' | 'ended', end: Exclude<RunEnd, 'running'> | null): void {
    const known = surface.learned.get(run);
    if (known === what || known === 'ended') return;
    surface.learned.set(run, what);
    this.#kernel.record({ type: 'run.learned', actor: surface.name, run, what, end });
  }

  /** Puts the question of a run on the screen, or takes it away. */
  ask(surface: SurfaceState, run: number, isShown: boolean): void {
    if (surface.questions.has(run) === isShown) return;
    if (isShown) surface.questions.add(run);
    else surface.questions.delete(run);
    this.#kernel.record({ type: 'approval.shown', actor: surface.name, run, isShown });
  }

  /** How many tokens of `run` are on the screen. */
  shownOf(surface: SurfaceState, run: number): number {
    return surface.shown.get(run) ?? 0;
  }

  /** The page's memory is gone. */
  clear(surface: SurfaceState): void {
    surface.shown.clear();
    surface.torn.clear();
    surface.learned.clear();
    surface.questions.clear();
    this.#kernel.record({ type: 'screen.cleared', actor: surface.name });
  }
}
