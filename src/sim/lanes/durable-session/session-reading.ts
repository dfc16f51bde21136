/**
 * What a page makes of a session's records: it shows output as it comes, knows each run's beginning
 * and end from the log and never from a connection, and puts an accumulated update in the place of
 * what it had. Sources: `model.md`, durable-session; F1.5, F1.6.
 */

import type { ShownVia } from '../../../protocol/trace-event.ts';
import type { SavedAnswer, SessionRecord, ToSurfacePacket } from '../../network/packet.ts';
import type { SurfaceState } from '../../surfaces/surfaces.ts';
import type { LaneWorld } from '../lane.ts';
import type { DurableOptions } from './durable-options.ts';
import { endOfAnswer } from './session-page.ts';
import type { SessionPage } from './session-page.ts';
import type { SessionViewEvent } from './session-view.machine.ts';

type Attached = Extract<ToSurfacePacket, { readonly kind: 'attached' }>;

export class SessionReading {
  readonly #world: LaneWorld;
  readonly #options: DurableOptions;
  readonly #tellView: (surface: SurfaceState, type: SessionViewEvent['type']) => void;

  constructor(
    world: LaneWorld,
    options: DurableOptions,
    tellView: (surface: SurfaceState, type: SessionViewEvent['type']) => void,
  ) {
    this.#world = world;
    this.#options = options;
    this.#tellView = tellView;
  }

  /** Takes what it missed: record by record, or as the state of everything. */
  catchUp(surface: SurfaceState, page: SessionPage, { catchUp, records, upTo }: Attached): void {
    this.#countParts(surface, records);
    if (catchUp === 'records') return this.take(surface, page, records, 'replay');
    this.#takeState(surface, page, records);
    if (upTo !== null) page.offset = Math.max(page.offset ?? -1, upTo);
  }

  /** Takes records in order, each once. */
  take(surface: SurfaceState, page: SessionPage, records: readonly SessionRecord[], via: ShownVia): void {
    for (const record of records) {
      if (page.offset !== null && record.offset <= page.offset) continue;
      page.offset = record.offset;
      this.#noteRun(surface, page, record);
      if (record.record === 'output') this.#append(surface, record, via);
      this.#follow(surface, page, record);
    }
  }

  /** Whether something is missing before these records: the session counts as read what never arrived. */
  hasHole(page: SessionPage, records: readonly SessionRecord[]): boolean {
    const [first] = records;
    return first !== undefined && page.offset !== null && first.offset > page.offset + 1;
  }

  /** An update in the place of what was there; an answer whose records are past their retention comes from the database. */
  #takeState(surface: SurfaceState, page: SessionPage, records: readonly SessionRecord[]): void {
    const pieces = new Map<number, SessionRecord[]>();
    for (const record of records) {
      if (record.record !== 'output' || record.run === null) continue;
      pieces.set(record.run, [...(pieces.get(record.run) ?? []), record]);
    }
    const isCut = (answer: SavedAnswer): boolean => (pieces.get(answer.run)?.[0]?.from ?? 0) !== 1;
    const fromDatabase = page.saved.filter((answer) => answer.isWhole && isCut(answer));
    for (const { run, turn, tokens } of fromDatabase) {
      this.#world.surfaces.show(surface, { run, from: 1, to: tokens, via: 'history', offset: null });
      this.#world.surfaces.learn(surface, run, 'ended', 'complete');
      page.runs.set(run, { turn, agent: `saved-${run}`, end: 'complete' });
    }
    const isShown = new Set(fromDatabase.map((answer) => answer.run));
    for (const record of records) {
      this.#noteRun(surface, page, record);
      const own = record.run === null ? undefined : pieces.get(record.run);
      if (own?.[0] === record && !isShown.has(record.run ?? 0)) this.#update(surface, own);
      this.#follow(surface, page, record);
    }
    for (const { turn } of fromDatabase) if (turn >= page.turn) this.#finish(surface, page, turn);
  }

  /** A whole message arrives: it replaces what is there, or, wrongly, is put after it. */
  #update(surface: SurfaceState, pieces: readonly SessionRecord[]): void {
    const { surfaces } = this.#world;
    const [first] = pieces;
    const run = first?.run ?? null;
    if (first === undefined || run === null) return;
    const isPlain = pieces.length === 1 && first.from === 1 && !surface.torn.has(run);
    if (this.#options.applyUpdateAs === 'replace' && isPlain) {
      const { from, to, offset } = first;
      return surfaces.show(surface, { run, from, to, via: 'replay', offset });
    }
    if (this.#options.applyUpdateAs === 'replace') surfaces.discard(surface, run);
    for (const piece of pieces) this.#append(surface, piece, 'replay');
  }

  #append(surface: SurfaceState, { run, from, to, offset }: SessionRecord, via: ShownVia): void {
    if (run !== null) this.#world.surfaces.append(surface, { run, from, to, via, offset });
  }

  /** What a record tells of its run. */
  #noteRun(surface: SurfaceState, page: SessionPage, { record, run, turn, writer, end, about }: SessionRecord): void {
    const { surfaces } = this.#world;
    if (record === 'approve' || record === 'reject') {
      if (run !== null) surfaces.ask(surface, run, false);
      return;
    }
    if (run === null || record === 'stop' || record === 'steer' || record === 'takeover') return;
    const known = page.runs.get(run);
    // A reaper ends a run that it did not write.
    if (known === undefined) page.runs.set(run, { turn, agent: writer, end });
    else if (record === 'run-end') known.end = end;
    surfaces.learn(surface, run, 'began', null);
    if (record === 'approval-request') surfaces.ask(surface, run, true);
    if (record !== 'run-end') return;
    surfaces.ask(surface, run, false);
    surfaces.learn(surface, run, 'ended', end);
    if (about === 'rollback') surfaces.discard(surface, run);
  }

  /** The view follows the newest prompt; what older answers do changes the screen and not the status. */
  #follow(surface: SurfaceState, page: SessionPage, { record, turn, run, end }: SessionRecord): void {
    if (record === 'input') {
      if (turn > page.turn) {
        page.turn = turn;
        this.#tellView(surface, 'input.recorded');
      }
      return;
    }
    if (turn < page.turn) return;
    page.turn = turn;
    if (record === 'output') {
      if (surface.status !== 'streaming') this.#tellView(surface, 'answer.began');
    } else if (record === 'run-start') {
      if (endOfAnswer(page, turn) === null) this.#tellView(surface, 'run.recorded');
    } else if (record === 'run-end') {
      if (run === null) this.#tellView(surface, end === 'cancelled' ? 'answer.cancelled' : 'answer.finished');
      else this.#finish(surface, page, turn);
    }
  }

  #finish(surface: SurfaceState, page: SessionPage, turn: number): void {
    const end = endOfAnswer(page, turn);
    if (end === 'complete') this.#tellView(surface, 'answer.finished');
    else if (end === 'cancelled') this.#tellView(surface, 'answer.cancelled');
    else if (end === 'crashed') this.#tellView(surface, 'answer.crashed');
  }

  /** What the catch-up cost: the pieces of output in it, for each run. */
  #countParts(surface: SurfaceState, records: readonly SessionRecord[]): void {
    const parts = new Map<number, { from: number; to: number; parts: number }>();
    for (const { record, run, from, to } of records) {
      if (record !== 'output' || run === null) continue;
      const known = parts.get(run);
      if (known === undefined) parts.set(run, { from, to, parts: 1 });
      else Object.assign(known, { to: Math.max(known.to, to), parts: known.parts + 1 });
    }
    for (const [run, { from, to, parts: count }] of parts)
      this.#world.surfaces.noteCatchUp(surface, run, from, to, count);
  }
}
