/**
 * The surfaces: tabs and devices, and what is on their screens. A lane tells what to show; this
 * keeps what is visible, so that a token is recorded when it appears and only then.
 */

import { assertPresent } from '../../base/assert.ts';
import type { RunEnd, SurfaceStatus } from '../../protocol/surface-status.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { ShownVia } from '../../protocol/trace-event.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { KeptForSurface } from './surface-inbox.ts';
import { rangesMissing, rangesWith } from './token-ranges.ts';
import type { TokenRange } from './token-ranges.ts';

export interface SurfaceState {
  readonly name: string;
  readonly mayStop: boolean;
  isOpen: boolean;
  /** Since when the tab is in the background, `null` while it is in front. */
  hiddenSinceMs: VirtualMs | null;
  /** The number of sleeps that have not ended. */
  sleeps: number;
  status: SurfaceStatus;
  /** The tokens of each run that are on the screen. */
  readonly shown: Map<number, readonly TokenRange[]>;
  /** What the page has been told of each run. */
  readonly learned: Map<number, 'began' | 'ended'>;
  /** Runs whose question for an approval is on the screen. */
  readonly questions: Set<number>;
  /** What came while it was frozen. */
  readonly kept: KeptForSurface[];
  /** Timers that are due, and put off since the tab is in the background. */
  readonly late: KeptForSurface[];
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
    learned: new Map(),
    questions: new Set(),
    kept: [],
    late: [],
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
    for (const missing of rangesMissing(surface.shown.get(run) ?? [], from, to))
      this.append(surface, { run, ...missing, via, offset });
  }

  /** Shows a range as it comes: whatever is on the screen already is doubled. */
  append(surface: SurfaceState, { run, from, to, via, offset }: Showing): void {
    surface.shown.set(run, rangesWith(surface.shown.get(run) ?? [], from, to));
    this.#kernel.record({ type: 'tokens.shown', actor: surface.name, run, from, to, via, messages: 1, offset });
  }

  /** Notes what a catch-up cost, whether or not its tokens were on the screen. */
  noteCatchUp(surface: SurfaceState, run: number, from: number, to: number, parts: number): void {
    this.#kernel.record({ type: 'catch-up.received', actor: surface.name, run, from, to, parts });
  }

  /** Takes what is shown of `run` off the screen. */
  discard(surface: SurfaceState, run: number): void {
    if (!surface.shown.delete(run)) return;
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

  /** The last token of `run` on the screen, 0 when there is none. */
  shownOf(surface: SurfaceState, run: number): number {
    return surface.shown.get(run)?.at(-1)?.to ?? 0;
  }

  /** Whether a token of `run` is missing on the screen before one that is there. */
  hasHole(surface: SurfaceState, run: number): boolean {
    const ranges = surface.shown.get(run) ?? [];
    return ranges.some(({ from }) => from > 1);
  }

  /** The page's memory is gone. */
  clear(surface: SurfaceState): void {
    surface.shown.clear();
    surface.learned.clear();
    surface.questions.clear();
    this.#kernel.record({ type: 'screen.cleared', actor: surface.name });
  }
}
