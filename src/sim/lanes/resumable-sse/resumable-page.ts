/**
 * The page's side of the resumable lane: what it reads from its connections, what it shows of it,
 * and when it asks. Source: `model.md`, resumable-sse; F2.2, F2.4.
 */

import { assertNever, assertPresent } from '../../../base/assert.ts';
import type { SurfaceStatus } from '../../../protocol/surface-status.ts';
import type { Connection } from '../../network/connection.ts';
import type { ToSurfacePacket } from '../../network/packet.ts';
import type { SurfaceState } from '../../surfaces/surfaces.ts';
import type { LaneWorld, PersonAction } from '../lane.ts';
import { resumableClientMachine } from './resumable-client.machine.ts';
import type { ResumableClientEffect, ResumableClientEvent } from './resumable-client.machine.ts';
import type { ResumableOptions } from './resumable-options.ts';
import { createPage } from './resumable-state.ts';
import type { Page } from './resumable-state.ts';
import type { TokensPacket } from './stream-buffer.ts';

const STATUS: Readonly<Record<string, SurfaceStatus>> = {
  closed: 'closed',
  'open.loading': 'idle',
  'open.unavailable': 'error',
  'open.resuming': 'waiting',
  'open.idle': 'idle',
  'open.waiting': 'waiting',
  'open.streaming': 'streaming',
  'open.backoff': 'waiting',
  'open.complete': 'complete',
  'open.cancelled': 'cancelled',
  'open.error': 'error',
};

const keyOf = (surface: SurfaceState): string => `client:${surface.name}`;

export class ResumablePages {
  readonly #world: LaneWorld;
  readonly #pages: Map<string, Page>;
  readonly #options: ResumableOptions;

  constructor(world: LaneWorld, pages: Map<string, Page>, options: ResumableOptions) {
    this.#world = world;
    this.#pages = pages;
    this.#options = options;
  }

  begin(surface: SurfaceState): void {
    this.#pages.set(surface.name, createPage());
    this.#world.kernel.startMachine(keyOf(surface), resumableClientMachine, surface.name, null, this.#options);
  }

  stateOf(surface: SurfaceState): string {
    return this.#world.kernel.machine(keyOf(surface)).state;
  }

  canSend(surface: SurfaceState): boolean {
    return this.#world.kernel.machine(keyOf(surface)).snapshot.can({ type: 'prompt.sent' });
  }

  act(surface: SurfaceState, action: PersonAction): void {
    switch (action.type) {
      case 'open':
        return this.tell(surface, { type: 'surface.opened' });
      case 'close':
        return this.tell(surface, { type: 'surface.closed' });
      case 'refresh':
        return this.tell(surface, { type: 'surface.refreshed' });
      case 'send':
        this.#follow(this.#page(surface), action.turn);
        return this.tell(surface, { type: 'prompt.sent' });
      case 'stop':
        return this.tell(surface, { type: 'stop.pressed' });
      case 'show':
        return this.tell(surface, { type: 'surface.shown' });
      case 'retry':
        return this.tell(surface, { type: 'retry.pressed' });
      case 'answer': {
        const [run] = surface.questions;
        if (run === undefined) return;
        this.#world.network.open(surface.name, 'approval', { kind: 'approval', run, answer: action.answer });
        return;
      }
      case 'hide':
        // A hidden tab goes on reading its body.
        return;
      case 'steer':
      case 'join':
        // Refused before it comes to this.
        return;
      default:
        assertNever(action);
    }
  }

  onPacket(connection: Connection, packet: ToSurfacePacket): void {
    const surface = this.#world.surfaces.get(connection.surface);
    switch (connection.purpose) {
      case 'load':
        if (packet.kind === 'history') this.#onHistory(surface, packet);
        else if (packet.kind === 'error-page') this.onEnd(connection, 'failed');
        return;
      case 'stop':
        if (packet.kind === 'failed') this.tell(surface, { type: 'stop.refused' });
        return;
      case 'approval':
        // Answered here, or before by somebody else: either way there is nothing left to ask.
        if (packet.kind === 'ok' || packet.kind === 'failed') this.#withdrawQuestions(surface);
        return;
      default:
        if (this.#page(surface).connection === connection.id) this.#onStreamPacket(surface, packet);
    }
  }

  onEnd(connection: Connection, how: 'end' | 'failed'): void {
    const surface = this.#world.surfaces.get(connection.surface);
    const { purpose, id } = connection;
    const isLoading = this.stateOf(surface) === 'open.loading';
    const isMeant = purpose === 'load' ? isLoading : this.#page(surface).connection === id;
    if (!isMeant) return;
    if (how === 'failed') this.tell(surface, { type: 'connection.failed' });
    else this.#onBodyEnd(surface);
  }

  carryOut(surface: SurfaceState, effect: ResumableClientEffect): void {
    const { network, surfaces } = this.#world;
    const page = this.#page(surface);
    switch (effect.type) {
      case 'page.load':
        network.open(surface.name, 'load', { kind: 'load' });
        return;
      case 'page.unload':
        this.#pages.set(surface.name, createPage());
        for (const connection of network.connectionsOf(surface.name)) network.hangUp(connection, 'by-tab');
        return surfaces.clear(surface);
      case 'prompt.post':
        page.connection = network.open(surface.name, 'chat', { kind: 'prompt', turn: page.turn });
        return;
      case 'resume.get': {
        const { turn, position: after } = page;
        page.connection = network.open(surface.name, 'resume', { kind: 'resume', after, turn });
        return;
      }
      case 'connection.hang-up': {
        const connection = page.connection === null ? undefined : network.connection(page.connection);
        page.connection = null;
        if (connection !== undefined) network.hangUp(connection, 'by-page');
        return;
      }
      case 'stop.post':
        if (this.#options.stopEndpoint === 'none') return;
        network.open(surface.name, 'stop', { kind: 'stop', turn: null, run: page.run });
        return;
      default:
        assertNever(effect);
    }
  }

  tell(surface: SurfaceState, event: ResumableClientEvent): void {
    this.#world.kernel.send(keyOf(surface), event);
    this.showStatus(surface);
  }

  showStatus(surface: SurfaceState): void {
    this.#world.surfaces.setStatus(surface, STATUS[this.stateOf(surface)] ?? 'idle');
  }

  #onHistory(surface: SurfaceState, packet: Extract<ToSurfacePacket, { readonly kind: 'history' }>): void {
    const { surfaces } = this.#world;
    for (const { run, tokens, isWhole } of packet.answers) {
      surfaces.show(surface, { run, from: 1, to: tokens, via: 'history', offset: null });
      if (isWhole) surfaces.learn(surface, run, 'ended', 'complete');
    }
    const page = this.#page(surface);
    // A prompt that was sent while the page loaded is the newer one.
    if (packet.turns > page.turn) this.#follow(page, packet.turns);
    const last = packet.answers.filter((answer) => answer.turn === packet.turns);
    if (page.turn <= packet.turns) page.hasAnswer = last.some((answer) => answer.tokens > 0);
    const isWhole = last.length > 0 && last.every((answer) => answer.isWhole);
    // A chat in which nothing was asked has no stream. A fetch asks in any other (W E1); an EventSource is opened for
    // an answer that is still owed, since an opened one would make it again where nothing is kept.
    const mayResume = packet.turns > 0 && (this.#options.transport === 'fetch' || !isWhole);
    this.tell(surface, { type: 'page.loaded', hasAnswer: page.hasAnswer, mayResume });
  }

  #onStreamPacket(surface: SurfaceState, packet: ToSurfacePacket): void {
    switch (packet.kind) {
      case 'tokens':
        this.#meet(surface, packet.run);
        return this.#showTokens(surface, packet);
      case 'tool':
        return this.#meet(surface, packet.run);
      case 'approval-request':
        this.#meet(surface, packet.run);
        return this.#world.surfaces.ask(surface, packet.run, packet.isOpen);
      case 'finish':
        for (const run of this.#page(surface).runs) this.#world.surfaces.learn(surface, run, 'ended', packet.end);
        this.#withdrawQuestions(surface);
        return this.tell(surface, { type: 'answer.finished' });
      case 'ok':
        this.#withdrawQuestions(surface);
        return this.#onBodyEnd(surface);
      case 'no-content':
        return this.tell(surface, { type: 'resume.empty', hasAnswer: this.#hasAnswer(surface) });
      case 'failed':
      case 'error-page':
        return this.tell(surface, { type: 'request.failed' });
      default:
        // Comment lines never reach the page's code; other packets are of other lanes.
        return;
    }
  }

  /** Something of a run has come: it is under way, and this is the answer that the page follows. */
  #meet(surface: SurfaceState, run: number): void {
    const { agent, surfaces } = this.#world;
    const page = this.#page(surface);
    const { turn } = agent.run(run);
    if (turn !== page.turn) this.#follow(page, turn);
    page.run = run;
    if (!page.runs.includes(run)) page.runs.push(run);
    surfaces.learn(surface, run, 'began', null);
    if (surface.status === 'waiting') this.tell(surface, { type: 'answer.began' });
  }

  #showTokens(surface: SurfaceState, packet: TokensPacket): void {
    const { surfaces } = this.#world;
    const { run, from, to, via } = packet;
    const page = this.#page(surface);
    page.position = packet.offset ?? page.position;
    // The place in the stream is the lane's own; a session's offset is something else.
    const showing = { run, from, to, via, offset: null };
    const isAppended = this.#options.onReplay === 'append';
    if (from === 1 && !isAppended) this.#makeRoom(surface, run);
    if (via === 'replay') surfaces.noteCatchUp(surface, run, from, to, to - from + 1);
    if (via === 'replay' && isAppended) surfaces.append(surface, showing);
    else surfaces.show(surface, showing);
  }

  /** A message that is rebuilt from its first word takes the place of what an earlier run left of it. */
  #makeRoom(surface: SurfaceState, run: number): void {
    const { agent, surfaces } = this.#world;
    const { turn, agent: name } = agent.run(run);
    for (const other of surface.shown.keys()) {
      const former = agent.run(other);
      if (other !== run && former.turn === turn && former.agent === name) surfaces.discard(surface, other);
    }
  }

  #onBodyEnd(surface: SurfaceState): void {
    this.tell(surface, { type: 'body.ended', hasAnswer: this.#hasAnswer(surface) });
  }

  #withdrawQuestions(surface: SurfaceState): void {
    for (const run of surface.questions) this.#world.surfaces.ask(surface, run, false);
  }

  #hasAnswer(surface: SurfaceState): boolean {
    const { hasAnswer, run } = this.#page(surface);
    return hasAnswer || run !== null;
  }

  /** The page shows another answer from now on. */
  #follow(page: Page, turn: number): void {
    Object.assign(page, { turn, run: null, runs: [], position: 0, hasAnswer: false } satisfies Partial<Page>);
  }

  #page(surface: SurfaceState): Page {
    return assertPresent(this.#pages.get(surface.name), `surface "${surface.name}" has no page`);
  }
}
