/**
 * What agents publish, and how: each run in each process holds a pen, which gathers tokens into
 * appends, numbers them, and signs them with its epoch. While the session is out of reach they wait.
 * Sources: `model.md`, durable-session; F2.7; W idempotent producers.
 */

import type { VirtualMs } from '../../../protocol/time.ts';
import type { AgentRun } from '../../agent/agent-run.ts';
import type { SessionRecord } from '../../network/packet.ts';
import type { LaneWorld } from '../lane.ts';
import type { DurableOptions } from './durable-options.ts';
import type { SessionEvent } from './session-event.ts';
import { blankRecord } from './session-write.ts';
import type { SessionWrite } from './session-write.ts';

interface Pen {
  readonly producer: string;
  /** The epoch that it signs with. */
  readonly epoch: number;
  /** Tokens in one append; 0 is by time. */
  readonly batch: number;
  /** The number of its next append. */
  seq: number;
  /** Tokens that wait for their append. */
  waiting: { readonly from: number; readonly to: number } | null;
  isWindowOpen: boolean;
}

export interface PensState {
  /** By run and attempt. */
  readonly pens: Map<string, Pen>;
  /** Writes that wait for the session, in order. */
  readonly outbox: SessionWrite[];
  /** How many of them were under way when the outage began: they come first. */
  kept: number;
  /** How many outages there were. */
  outages: number;
  isOut: boolean;
}

const penOf = ({ run, epoch }: AgentRun): string => `${run}/${epoch}`;

export class SessionPens {
  readonly #world: LaneWorld;
  readonly #state: PensState;
  readonly #options: DurableOptions;

  constructor(world: LaneWorld, state: PensState, options: DurableOptions) {
    this.#world = world;
    this.#state = state;
    this.#options = options;
  }

  /** A run takes a pen: a new one, or after `former`, whose process died or stands still. */
  take(run: AgentRun, former: AgentRun | null): void {
    const before = former === null ? undefined : this.#state.pens.get(penOf(former));
    const { epochOnRecovery, batchTokens, batchTokensOnRecovery } = this.#options;
    const isBumped = before !== undefined && epochOnRecovery === 'bump';
    const batch = before === undefined || batchTokensOnRecovery === 0 ? batchTokens : batchTokensOnRecovery;
    this.#state.pens.set(penOf(run), {
      producer: before?.producer ?? `${run.turn}/${run.agent}`,
      epoch: (before?.epoch ?? 0) + (isBumped ? 1 : 0),
      batch,
      seq: 0,
      waiting: null,
      isWindowOpen: false,
    });
  }

  /** The first token goes at once; those made while the window is open go together when it closes. */
  onToken(run: AgentRun, token: number): void {
    const pen = this.#state.pens.get(penOf(run));
    if (pen === undefined) return;
    pen.waiting = { from: pen.waiting?.from ?? token, to: token };
    const isFull = pen.batch > 0 && token - pen.waiting.from + 1 >= pen.batch;
    if (isFull) this.flush(run);
    else if (pen.batch === 0 && !pen.isWindowOpen) {
      this.flush(run);
      this.#openWindow(run, pen);
    }
  }

  closeWindow(run: AgentRun): void {
    const pen = this.#state.pens.get(penOf(run));
    if (pen === undefined) return;
    pen.isWindowOpen = false;
    if (this.flush(run)) this.#openWindow(run, pen);
  }

  /** Publishes the tokens that wait; returns whether there were any. */
  flush(run: AgentRun): boolean {
    const pen = this.#state.pens.get(penOf(run));
    if (pen === undefined || pen.waiting === null) return false;
    const record = { ...blankRecord('output', run.turn, run.run, run.agent), ...pen.waiting, epoch: pen.epoch };
    pen.waiting = null;
    this.#publish({ record, producer: pen.producer, seq: pen.seq, attempt: run.epoch });
    pen.seq += 1;
    return true;
  }

  /** Publishes a record of the run other than output. */
  write(run: AgentRun, record: Omit<SessionRecord, 'offset'>): void {
    const pen = this.#state.pens.get(penOf(run));
    if (pen === undefined) return;
    this.#publish({ record: { ...record, epoch: pen.epoch }, producer: pen.producer, seq: null, attempt: run.epoch });
  }

  /** A prompt gets no run: its answer is over before it began. */
  reject(turn: number): void {
    const [first = 'agent'] = this.#world.agent.names;
    const record = { ...blankRecord('run-end', turn, null, first), end: 'cancelled', about: 'rejected' } as const;
    this.#publish({ record, producer: `${turn}/rejected`, seq: null, attempt: 0 });
  }

  /** The run needs its pen no more. */
  put(run: AgentRun): void {
    this.#state.pens.delete(penOf(run));
  }

  /** A process died, and what its pens had gathered with it; the pen itself tells a successor where to go on. */
  lose(run: AgentRun): void {
    const pen = this.#state.pens.get(penOf(run));
    if (pen !== undefined) pen.waiting = null;
  }

  get isOut(): boolean {
    return this.#state.isOut;
  }

  /** The session layer is out, or back: what waited is written in order. */
  setOut(isOut: boolean): void {
    this.#state.isOut = isOut;
    if (isOut) {
      this.#state.outages += 1;
      const event: SessionEvent = { type: 'outage.limit', outage: this.#state.outages };
      return this.#schedule(this.#options.resumeWindowMs, event);
    }
    this.#state.kept = 0;
    for (const write of this.#state.outbox.splice(0)) this.#publish(write);
  }

  /** Whether this very outage still lasts. */
  isStillOut(outage: number): boolean {
    return this.#state.isOut && this.#state.outages === outage;
  }

  /** A write that was under way when the outage began waits before those that came after it. */
  keep(write: SessionWrite): void {
    this.#state.outbox.splice(this.#state.kept, 0, write);
    this.#state.kept += 1;
  }

  #publish(write: SessionWrite): void {
    if (this.#state.isOut) this.#state.outbox.push(write);
    else this.#schedule(this.#options.sessionHopMs, { type: 'session.receives', write }, 'delivery');
  }

  #openWindow(run: AgentRun, pen: Pen): void {
    if (this.#options.rollupMs === 0) return;
    pen.isWindowOpen = true;
    this.#schedule(this.#options.rollupMs, { type: 'rollup.closes', run: run.run, attempt: run.epoch });
  }

  #schedule(delayMs: VirtualMs, event: SessionEvent, rank: 'delivery' | 'timer' = 'timer'): void {
    this.#world.kernel.schedule(delayMs, rank, { kind: 'lane', event });
  }
}
