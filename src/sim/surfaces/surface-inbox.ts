/**
 * What comes for a surface. A frozen one gets it when it wakes, in order. The timers of a hidden
 * one fire late: on whole seconds, after five minutes on whole minutes (F2.9, background tabs); what
 * comes over the network is not put off.
 */

import type { DropForm } from '../../protocol/fault.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { EventId } from '../../protocol/trace-event.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { SimEvent } from '../kernel/sim-event.ts';
import type { Network } from '../network/network.ts';
import type { ToSurfacePacket } from '../network/packet.ts';
import type { SurfaceState } from './surfaces.ts';

/** A timer of the page: one of a machine, or an event that the lane scheduled for the page. */
export type PageTimer = Extract<SimEvent, { readonly kind: 'timer' | 'lane' }>;

/** Connections go by number: a kept one and the network's own would be two after a copy of the world. */
export type ForSurface =
  | { readonly kind: 'packet'; readonly connection: number; readonly packet: ToSurfacePacket }
  | { readonly kind: 'end'; readonly connection: number; readonly how: 'end' | 'failed'; readonly reason: string }
  | { readonly kind: 'event'; readonly event: PageTimer }
  | { readonly kind: 'healed'; readonly how: DropForm };

export type KeptForSurface = ForSurface & { readonly cause: EventId | null };

const THROTTLE_MS = 1_000;
const INTENSIVE_THROTTLE_MS = 60_000;
const INTENSIVE_AFTER_MS = 300_000;

export class SurfaceInbox {
  readonly #kernel: Kernel;
  readonly #network: Network;
  readonly #take: (surface: SurfaceState, work: ForSurface) => void;

  constructor(kernel: Kernel, network: Network, take: (surface: SurfaceState, work: ForSurface) => void) {
    this.#kernel = kernel;
    this.#network = network;
    this.#take = take;
  }

  put(surface: SurfaceState, work: ForSurface): void {
    if (surface.sleeps > 0) {
      this.#hold(work);
      surface.kept.push({ ...work, cause: this.#kernel.cause });
    } else if (work.kind === 'event' && this.#isPutOff(surface)) {
      this.#hold(work);
      if (surface.late.length === 0) this.#scheduleTick(surface);
      surface.late.push({ ...work, cause: this.#kernel.cause });
    } else {
      this.#take(surface, work);
    }
  }

  /** The page wakes, and takes what came. */
  wake(surface: SurfaceState): void {
    this.#open(surface, surface.kept.splice(0));
  }

  /** Timers of a hidden page that were put off are due, or the page is in front again. */
  tick(surface: SurfaceState): void {
    if (surface.late.length === 0) return;
    if (surface.sleeps === 0 && throttledMs(surface, this.#kernel.nowMs) > 0) return this.#scheduleTick(surface);
    this.#open(surface, surface.late.splice(0));
  }

  #open(surface: SurfaceState, works: readonly KeptForSurface[]): void {
    const kernel = this.#kernel;
    const before = kernel.cause;
    for (const { cause, ...work } of works) {
      kernel.cause = cause;
      if (work.kind === 'packet' || work.kind === 'end') {
        this.#take(surface, work);
        this.#network.release(work.connection);
      } else if (work.kind !== 'event' || work.event.kind !== 'timer' || kernel.unhold(work.event)) {
        // A timer of a page that is hidden, or frozen again, is put off again.
        this.put(surface, work);
      }
    }
    kernel.cause = before;
  }

  /** Timers stay in order: none overtakes those that were put off before it. */
  #isPutOff(surface: SurfaceState): boolean {
    return surface.late.length > 0 || throttledMs(surface, this.#kernel.nowMs) > 0;
  }

  #hold(work: ForSurface): void {
    if (work.kind === 'packet' || work.kind === 'end') this.#network.keep(work.connection);
    else if (work.kind === 'event' && work.event.kind === 'timer') this.#kernel.hold(work.event);
  }

  #scheduleTick(surface: SurfaceState): void {
    const lateMs = throttledMs(surface, this.#kernel.nowMs);
    this.#kernel.schedule(lateMs, 'timer', { kind: 'page.tick', surface: surface.name });
  }
}

/** How much later a timer of this page fires, since the tab is in the background. */
function throttledMs({ hiddenSinceMs }: SurfaceState, nowMs: VirtualMs): VirtualMs {
  if (hiddenSinceMs === null) return 0;
  const stepMs = nowMs - hiddenSinceMs >= INTENSIVE_AFTER_MS ? INTENSIVE_THROTTLE_MS : THROTTLE_MS;
  return (stepMs - (nowMs % stepMs)) % stepMs;
}
