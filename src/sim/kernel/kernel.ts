/**
 * The kernel: one queue, one clock, one order. It takes the least `(atMs, rank, seq)`, moves time
 * *to* it, delivers it, and whatever happens is appended to the trace with its cause.
 *
 * Its state is plain data ({@link KernelState}); a kernel is bound over it for as long as one call
 * of `advanceTo` lasts.
 */

import { assert } from '../../base/assert.ts';
import { popHeap, pushHeap } from '../../base/heap.ts';
import { createRandomStreams, drawInt } from '../../base/random.ts';
import type { RandomStreams } from '../../base/random.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { EventId, TraceEvent } from '../../protocol/trace-event.ts';
import { startMachine, stepMachine } from './machine-host.ts';
import type { MachineCell, MachineInput, MachineStep } from './machine-host.ts';
import type { SimEvent } from './sim-event.ts';
import { TIE_ORDER } from './tie-order.ts';
import type { Rank, TieOrder } from './tie-order.ts';

/** The simulated world grew past a named limit; the message says which and how to stay under it. */
export class LimitError extends Error {
  override readonly name = 'LimitError';
}

interface Scheduled {
  readonly atMs: VirtualMs;
  readonly rank: number;
  readonly seq: number;
  readonly event: SimEvent;
  readonly causedBy: EventId | null;
}

type TimerEvent = Extract<SimEvent, { readonly kind: 'timer' }>;

/** In the place of a queue entry's number: the timer is due, and whom it is for cannot take it. */
const HELD = -1;

export interface KernelState {
  nowMs: VirtualMs;
  seq: number;
  readonly lane: string;
  readonly tieOrder: TieOrder;
  readonly eventLimit: number;
  readonly queue: Scheduled[];
  readonly random: RandomStreams;
  readonly machines: Map<string, MachineCell>;
  /** The armed timers: the `seq` of the queue entry that is still meant. A cancelled entry stays in the queue and is passed over. */
  readonly timers: Map<string, number>;
  readonly trace: TraceEvent[];
}

/** A new fact, as its author writes it: the kernel adds id, time, lane and cause. */
export type NewFact = TraceEvent extends infer Event
  ? Event extends TraceEvent
    ? Omit<Event, 'id' | 'atMs' | 'lane' | 'causedBy'>
    : never
  : never;

export function createKernelState(
  lane: string,
  seed: number,
  eventLimit: number,
  tieOrder: TieOrder = TIE_ORDER,
): KernelState {
  return {
    nowMs: 0,
    seq: 0,
    lane,
    tieOrder,
    eventLimit,
    queue: [],
    random: createRandomStreams(seed),
    machines: new Map(),
    timers: new Map(),
    trace: [],
  };
}

const isBefore = (a: Scheduled, b: Scheduled): boolean =>
  a.atMs !== b.atMs ? a.atMs < b.atMs : a.rank !== b.rank ? a.rank < b.rank : a.seq < b.seq;

export class Kernel {
  /** The event that is being answered: the cause of what is recorded or scheduled now. */
  cause: EventId | null = null;
  readonly #state: KernelState;
  #onEmit: (key: string, cell: MachineCell, effect: MachineInput) => void = () => undefined;

  constructor(state: KernelState) {
    this.#state = state;
  }

  get nowMs(): VirtualMs {
    return this.#state.nowMs;
  }

  /** Who carries out what machines ask for. */
  onEmit(handler: (key: string, cell: MachineCell, effect: MachineInput) => void): void {
    this.#onEmit = handler;
  }

  /** Takes everything up to and including `targetMs`, in order, and leaves the clock there. */
  runTo(targetMs: VirtualMs, deliver: (event: SimEvent) => void): void {
    const state = this.#state;
    for (;;) {
      const next = state.queue[0];
      if (next === undefined || next.atMs > targetMs) break;
      popHeap(state.queue, isBefore);
      if (next.event.kind === 'timer' && !this.#disarm(next.event.key, next.event.timerId, next.seq)) continue;
      state.nowMs = next.atMs;
      this.cause = next.causedBy;
      deliver(next.event);
    }
    state.nowMs = Math.max(state.nowMs, targetMs);
    this.cause = null;
  }

  /** Puts `event` into the queue, `delayMs` from now. */
  schedule(delayMs: VirtualMs, rank: Rank, event: SimEvent): number {
    const state = this.#state;
    const seq = state.seq;
    state.seq += 1;
    const entry = { atMs: state.nowMs + delayMs, rank: state.tieOrder[rank], seq, event, causedBy: this.cause };
    pushHeap(state.queue, entry, isBefore);
    return seq;
  }

  /** Appends a fact, caused by what is being answered, and returns its id. */
  record(fact: NewFact): EventId {
    const { trace, nowMs, lane, eventLimit } = this.#state;
    const id = trace.length;
    if (id >= eventLimit) {
      throw new LimitError(
        `unable to finish the run; lane "${lane}" passed the limit eventsPerLane of ${eventLimit} at ${nowMs} ms. Use fewer tokens, fewer surfaces or a shorter horizon`,
      );
    }
    // The fact's own type is kept; id, time, lane and cause complete it.
    trace.push(Object.assign({ id, atMs: nowMs, lane, causedBy: this.cause }, fact) as TraceEvent);
    return id;
  }

  /** The facts from number `from` on. */
  recordedSince(from: EventId): readonly TraceEvent[] {
    return this.#state.trace.slice(from);
  }

  /** Runs `action` with `cause` as the cause of all that it records and schedules. */
  because(cause: EventId | null, action: () => void): void {
    const before = this.cause;
    this.cause = cause;
    action();
    this.cause = before;
  }

  /** A whole number between `from` and `to`, both included, from the named stream. */
  draw(stream: string, from: number, to: number): number {
    return drawInt(this.#state.random, stream, from, to);
  }

  startMachine(key: string, machine: MachineCell['machine'], actor: string, run: number | null, input?: unknown): void {
    this.#settle(key, null, startMachine(machine, actor, run, input));
  }

  /** Hands `event` to the machine `key`; returns whether the machine had an answer to it. */
  send(key: string, event: MachineInput): boolean {
    const before = this.machine(key);
    const step = stepMachine(before, event);
    if (!step.ignored) this.#settle(key, before, step);
    return !step.ignored;
  }

  machine(key: string): MachineCell {
    const cell = this.#state.machines.get(key);
    assert(cell !== undefined, `there is no machine "${key}"`);
    return cell;
  }

  /** Notes that a timer is due and cannot fire yet; until it does it can still be cancelled, or armed anew. */
  hold({ key, timerId }: TimerEvent): void {
    this.#state.timers.set(`${key}/${timerId}`, HELD);
  }

  /** Ends a hold; returns whether the timer is still meant. */
  unhold({ key, timerId }: TimerEvent): boolean {
    return this.#disarm(key, timerId, HELD);
  }

  /** Whether this entry of the queue is the timer that is meant; it is armed no longer. */
  #disarm(key: string, timerId: string, seq: number): boolean {
    const id = `${key}/${timerId}`;
    if (this.#state.timers.get(id) !== seq) return false;
    this.#state.timers.delete(id);
    return true;
  }

  /** Applies effects strictly in order: re-entering a state cancels and arms the same timer id. */
  #settle(key: string, before: MachineCell | null, step: MachineStep): void {
    const { cell } = step;
    this.#state.machines.set(key, cell);
    const outer = this.cause;
    if (before === null || before.state !== cell.state) {
      const { actor, run } = cell;
      this.cause = this.record({ type: 'state.entered', actor, machine: cell.machine.id, state: cell.state, run });
    }
    for (const effect of step.effects) {
      if (effect.kind === 'emit') this.#onEmit(key, cell, effect.event);
      else if (effect.kind === 'timer.cancel') this.#state.timers.delete(`${key}/${effect.timerId}`);
      else {
        const { timerId, delayMs, event } = effect;
        const seq = this.schedule(delayMs, 'timer', { kind: 'timer', key, timerId, event });
        this.#state.timers.set(`${key}/${timerId}`, seq);
      }
    }
    this.cause = outer;
  }
}
