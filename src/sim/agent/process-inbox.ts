/**
 * What comes for a process. One that stands still gets it when it goes on, in order, and does not
 * know that time has passed; what had come for one that dies is lost with it.
 */

import type { EventId } from '../../protocol/trace-event.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { SimEvent } from '../kernel/sim-event.ts';
import type { Network } from '../network/network.ts';
import type { ToServerPacket } from '../network/packet.ts';
import type { Processes } from './processes.ts';

/** Connections go by number: a kept one and the network's own would be two after a copy of the world. */
export type ForProcess =
  | { readonly kind: 'packet'; readonly connection: number; readonly packet: ToServerPacket }
  | { readonly kind: 'end'; readonly connection: number }
  | { readonly kind: 'event'; readonly event: ProcessEvent };

export type ProcessEvent = Extract<SimEvent, { readonly kind: 'token' | 'timer' | 'lane' }>;

export type KeptForProcess = ForProcess & { readonly process: number; readonly cause: EventId | null };

interface Hands {
  readonly kernel: Kernel;
  readonly network: Network;
  readonly processes: Processes;
}

export class ProcessInbox {
  readonly #kept: KeptForProcess[];
  readonly #hands: Hands;
  readonly #take: (work: ForProcess) => void;

  constructor(kept: KeptForProcess[], hands: Hands, take: (work: ForProcess) => void) {
    this.#kept = kept;
    this.#hands = hands;
    this.#take = take;
  }

  /** Something comes for `process`, or for what is no process and always there (`null`). */
  put(process: number | null, work: ForProcess): void {
    const { kernel, network, processes } = this.#hands;
    if (process === null || !processes.isPaused(process)) return this.#take(work);
    if (work.kind !== 'event') network.keep(work.connection);
    else if (work.event.kind === 'timer') kernel.hold(work.event);
    this.#kept.push({ ...work, process, cause: kernel.cause });
  }

  /** The process goes on with what came for it. */
  open(process: number): void {
    const { kernel, network } = this.#hands;
    const before = kernel.cause;
    for (const work of this.#remove(process)) {
      kernel.cause = work.cause;
      if (work.kind === 'event') {
        const isMeant = work.event.kind !== 'timer' || kernel.unhold(work.event);
        if (isMeant) this.#take(work);
      } else {
        this.#take(work);
        network.release(work.connection);
      }
    }
    kernel.cause = before;
  }

  /** The process died with what had come for it. */
  drop(process: number): void {
    const { kernel, network } = this.#hands;
    for (const work of this.#remove(process)) {
      if (work.kind !== 'event') network.release(work.connection);
      else if (work.event.kind === 'timer') kernel.unhold(work.event);
    }
  }

  #remove(process: number): readonly KeptForProcess[] {
    const own = this.#kept.filter((work) => work.process === process);
    const others = this.#kept.filter((work) => work.process !== process);
    this.#kept.splice(0, this.#kept.length, ...others);
    return own;
  }
}
