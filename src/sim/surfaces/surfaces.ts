/**
 * The surfaces: tabs and devices, and what is on their screens. A lane tells what to show; this
 * keeps what is visible, so that a token is recorded when it appears and only then.
 */

import { assertPresent } from '../../base/assert.ts';
import type { DropForm } from '../../protocol/fault.ts';
import type { SurfaceStatus } from '../../protocol/surface-status.ts';
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
  isOpen: boolean;
  /** The number of sleeps that have not ended. */
  sleeps: number;
  status: SurfaceStatus;
  /** The highest token of each run on the screen; lanes show tokens in order. */
  readonly shown: Map<number, number>;
  readonly kept: Kept[];
}

export function createSurfaceState(name: string): SurfaceState {
  return { name, isOpen: false, sleeps: 0, status: 'closed', shown: new Map(), kept: [] };
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

  isFrozen(name: string): boolean {
    return (this.#states.get(name)?.sleeps ?? 0) > 0;
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

  /** How many tokens of `run` are on the screen. */
  shownOf(surface: SurfaceState, run: number): number {
    return surface.shown.get(run) ?? 0;
  }

  /** The page's memory is gone. */
  clear(surface: SurfaceState): void {
    surface.shown.clear();
    this.#kernel.record({ type: 'screen.cleared', actor: surface.name });
  }
}
