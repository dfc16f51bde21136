/**
 * The page's side: a socket that is opened again after each break, and a screen that shows what came
 * over it. The page has no cursor and asks for nothing that it missed. Source: F1.1.
 */

import { assertNever, assertPresent } from '../../../base/assert.ts';
import type { DropForm } from '../../../protocol/fault.ts';
import type { RunEnd } from '../../../protocol/surface-status.ts';
import type { EventId } from '../../../protocol/trace-event.ts';
import type { Connection } from '../../network/connection.ts';
import type { PublishKind, ToSurfacePacket } from '../../network/packet.ts';
import type { SurfaceState } from '../../surfaces/surfaces.ts';
import type { LaneWorld, PersonAction, RefusableAction } from '../lane.ts';
import { drawRetryMs } from '../retry-delay.ts';
import type { SocketEvent, SocketMessage } from './socket-event.ts';
import { socketLinkMachine } from './socket-link.machine.ts';
import type { SocketLinkEffect, SocketLinkEvent } from './socket-link.machine.ts';
import { createSocketPage } from './socket-page.ts';
import type { SocketPage } from './socket-page.ts';
import { SOCKET_STATUS } from './socket-status.ts';
import { socketViewMachine } from './socket-view.machine.ts';
import type { SocketViewEffect, SocketViewEvent } from './socket-view.machine.ts';
import type { WebsocketOnlyOptions } from './websocket-only-options.ts';

const linkKey = (surface: string): string => `link:${surface}`;
const viewKey = (surface: string): string => `view:${surface}`;

type History = Extract<ToSurfacePacket, { readonly kind: 'history' }>;
type Tokens = Extract<ToSurfacePacket, { readonly kind: 'tokens' }>;

export class SocketClient {
  readonly #world: LaneWorld;
  readonly #pages: Map<string, SocketPage>;
  readonly #options: WebsocketOnlyOptions;

  constructor(world: LaneWorld, pages: Map<string, SocketPage>, options: WebsocketOnlyOptions) {
    this.#world = world;
    this.#pages = pages;
    this.#options = options;
  }

  begin({ name }: SurfaceState): void {
    this.#pages.set(name, createSocketPage());
    this.#world.kernel.startMachine(linkKey(name), socketLinkMachine, name, null);
    this.#world.kernel.startMachine(viewKey(name), socketViewMachine, name, null);
  }

  refuses(surface: SurfaceState, action: RefusableAction): string | null {
    if (action === 'join') return 'nothing here records who is in charge';
    if (action === 'retry') return 'a prompt is a message, and this page does not know whether it arrived';
    const link = this.#linkState(surface);
    if (link === 'open.unavailable') return 'the page is not there';
    if (action === 'send') {
      const { snapshot } = this.#world.kernel.machine(viewKey(surface.name));
      return snapshot.can({ type: 'prompt.sent' }) ? null : 'an answer is still under way';
    }
    if (link === 'open.backoff') return 'the socket is not open';
    if (action === 'steer') return this.#page(surface).underWay.size > 0 ? null : 'this page knows of no run';
    return surface.questions.size > 0 ? null : 'this page shows no question';
  }

  act(surface: SurfaceState, action: PersonAction): void {
    const page = this.#page(surface);
    switch (action.type) {
      case 'open':
        return this.#tellBoth(surface, 'surface.opened');
      case 'close':
        return this.#tellBoth(surface, 'surface.closed');
      case 'refresh':
        return this.#tellBoth(surface, 'surface.refreshed');
      case 'send':
        page.turn = action.turn;
        page.run = null;
        return this.#tellView(surface, { type: 'prompt.sent' });
      case 'stop':
        return this.#tellView(surface, { type: 'stop.pressed' });
      case 'steer':
        return this.#publish(surface, 'steer', page.run);
      case 'answer':
        return this.#publish(surface, action.answer, [...surface.questions].at(-1) ?? null);
      case 'hide':
      case 'show':
        // The socket of a hidden tab stays open.
        return;
      case 'retry':
      case 'join':
        return;
      default:
        assertNever(action);
    }
  }

  onPathHealed(surface: SurfaceState, how: DropForm): void {
    this.#tellLink(surface, { type: 'path.healed', isTold: how === 'offline' });
  }

  onPacket(connection: Connection, packet: ToSurfacePacket): void {
    const surface = this.#world.surfaces.get(connection.surface);
    const page = this.#page(surface);
    if (packet.kind === 'history') return this.#load(surface, page, packet);
    if (page.connection !== connection.id) return;
    if (packet.kind === 'attached') {
      page.failures = 0;
      this.#tellLink(surface, { type: 'socket.opened' });
      for (const { message, cause } of page.outbox.splice(0)) {
        this.#world.kernel.because(cause, () => this.#send(page, message));
      }
    } else if (packet.kind === 'records') {
      for (const { turn, run } of packet.records) if (run !== null) this.#hearOfRun(surface, page, turn, run);
    } else if (packet.kind === 'tokens') {
      this.#show(surface, page, packet);
    } else if (packet.kind === 'approval-request') {
      this.#world.surfaces.ask(surface, packet.run, packet.isOpen);
    } else if (packet.kind === 'finish') {
      this.#hearOfEnd(surface, page, packet.run, packet.end);
    }
  }

  onEnd(connection: Connection): void {
    const surface = this.#world.surfaces.get(connection.surface);
    const isMeant =
      connection.purpose === 'load'
        ? this.#linkState(surface) === 'open.loading'
        : this.#page(surface).connection === connection.id;
    if (isMeant) this.#loseLink(surface);
  }

  carryOutForLink(surface: SurfaceState, effect: SocketLinkEffect): void {
    const { network, surfaces } = this.#world;
    const page = this.#page(surface);
    switch (effect.type) {
      case 'page.load':
        network.open(surface.name, 'load', { kind: 'load' });
        return;
      case 'page.unload':
        this.#pages.set(surface.name, createSocketPage());
        for (const connection of network.connectionsOf(surface.name)) network.hangUp(connection, 'by-tab');
        return surfaces.clear(surface);
      case 'socket.open': {
        const hello = { kind: 'attach', catchUp: 'now', after: null, awayMs: 0 } as const;
        page.connection = network.open(surface.name, 'session', hello, 'websocket');
        return this.#scheduleSilenceCheck(surface, page.connection, this.#options.silenceLimitMs);
      }
      case 'socket.give-up':
        return this.#dropSocket(surface, page);
      default:
        assertNever(effect);
    }
  }

  carryOutForView(surface: SurfaceState, effect: SocketViewEffect): void {
    if (effect.type === 'prompt.publish') this.#publish(surface, 'input', null);
    else this.#publish(surface, 'stop', this.#page(surface).run);
  }

  /** A page that has heard nothing for too long gives its socket up. */
  checkSilence(surface: SurfaceState, id: number): void {
    const { kernel, network } = this.#world;
    const page = this.#page(surface);
    const connection = network.connection(id);
    if (page.connection !== id || connection === undefined) return;
    const { silenceLimitMs } = this.#options;
    const quietMs = kernel.nowMs - connection.heardAtMs;
    if (quietMs < silenceLimitMs) return this.#scheduleSilenceCheck(surface, id, silenceLimitMs - quietMs);
    this.#dropSocket(surface, page);
    this.#loseLink(surface);
  }

  showStatus(surface: SurfaceState): void {
    const isMissing = this.#linkState(surface) === 'open.unavailable';
    const { state } = this.#world.kernel.machine(viewKey(surface.name));
    this.#world.surfaces.setStatus(surface, isMissing ? 'error' : (SOCKET_STATUS[state] ?? 'idle'));
  }

  #load(surface: SurfaceState, page: SocketPage, { answers, turns }: History): void {
    const { surfaces } = this.#world;
    for (const { run, tokens, isWhole } of answers) {
      surfaces.show(surface, { run, from: 1, to: tokens, via: 'history', offset: null });
      if (isWhole) surfaces.learn(surface, run, 'ended', 'complete');
    }
    page.turn = Math.max(page.turn, turns);
    this.#tellLink(surface, { type: 'page.loaded' });
    const hasAnswer = answers.some((answer) => answer.turn === turns && answer.tokens > 0);
    this.#tellView(surface, { type: 'page.loaded', hasAnswer });
  }

  /** A run for a newer prompt takes the place of all that the page took for under way. */
  #hearOfRun(surface: SurfaceState, page: SocketPage, turn: number, run: number): void {
    if (turn > page.turn || page.run === null) page.underWay.clear();
    page.turn = Math.max(page.turn, turn);
    page.run = Math.max(page.run ?? 0, run);
    page.underWay.add(run);
    this.#world.surfaces.learn(surface, run, 'began', null);
    this.#tellView(surface, { type: 'run.began' });
  }

  /** What comes is appended to what is there, whatever was said in between. */
  #show(surface: SurfaceState, page: SocketPage, tokens: Tokens): void {
    const { run } = tokens;
    if (!page.underWay.has(run)) {
      page.underWay.add(run);
      // A page that waits for the run of its own prompt does not take another one for it.
      if (surface.status !== 'waiting') page.run = Math.max(page.run ?? 0, run);
      this.#world.surfaces.learn(surface, run, 'began', null);
    }
    this.#world.surfaces.show(surface, tokens);
    if (surface.status !== 'streaming') this.#tellView(surface, { type: 'answer.began' });
  }

  #hearOfEnd(surface: SurfaceState, page: SocketPage, run: number, end: Exclude<RunEnd, 'running'>): void {
    this.#world.surfaces.learn(surface, run, 'ended', end);
    this.#world.surfaces.ask(surface, run, false);
    if (!page.underWay.delete(run) || page.underWay.size > 0) return;
    this.#tellView(surface, { type: end === 'cancelled' ? 'answer.cancelled' : 'answer.finished' });
  }

  /** Sends over the open socket, or over the one that is being opened; without one the message is lost. */
  #publish(surface: SurfaceState, record: PublishKind, run: number | null): void {
    const { kernel } = this.#world;
    const page = this.#page(surface);
    const cause = assertPresent(kernel.cause, 'a person asked for it');
    const message: SocketMessage = { kind: 'publish', record, turn: page.turn, run, act: cause };
    const link = this.#linkState(surface);
    if (link === 'open.live') this.#send(page, message);
    else if (link === 'open.loading' || link === 'open.connecting') {
      page.outbox.push({ message, cause });
      if (link === 'open.loading') this.#tellLink(surface, { type: 'publish.asked' });
    } else this.#lose(surface, message, cause);
  }

  #send({ connection: id }: SocketPage, message: SocketMessage): void {
    const connection = id === null ? undefined : this.#world.network.connection(id);
    if (connection !== undefined) this.#world.network.sendToServer(connection, message);
  }

  /** The page shows that a message could not be sent: a prompt as an error; after anything else it stays as it was. */
  #lose(surface: SurfaceState, { record }: SocketMessage, cause: EventId): void {
    const { kernel } = this.#world;
    if (record === 'input') return this.#tellView(surface, { type: 'publish.refused' });
    const [pressed] = kernel.recordedSince(cause);
    if (pressed === undefined || !('scriptIndex' in pressed)) return;
    const { scriptIndex } = pressed;
    const reason = 'the socket is not open';
    kernel.because(cause, () =>
      kernel.record({ type: 'action.ignored', actor: surface.name, scriptIndex, verb: record, reason }),
    );
  }

  #loseLink(surface: SurfaceState): void {
    const page = this.#page(surface);
    const retryMs = drawRetryMs(this.#world.kernel, surface.name, page.failures, this.#options);
    page.failures += 1;
    page.connection = null;
    this.#tellLink(surface, { type: 'connection.failed', retryMs });
    this.#loseOutbox(surface, page);
  }

  #loseOutbox(surface: SurfaceState, page: SocketPage): void {
    for (const { message, cause } of page.outbox.splice(0)) this.#lose(surface, message, cause);
  }

  #dropSocket(surface: SurfaceState, page: SocketPage): void {
    const connection = page.connection === null ? undefined : this.#world.network.connection(page.connection);
    page.connection = null;
    if (connection !== undefined) this.#world.network.hangUp(connection, 'by-page');
    this.#loseOutbox(surface, page);
  }

  #scheduleSilenceCheck(surface: SurfaceState, connection: number, delayMs: number): void {
    const event: SocketEvent = { type: 'silence.check', surface: surface.name, connection };
    this.#world.kernel.schedule(delayMs, 'timer', { kind: 'lane', event });
  }

  #tellBoth(surface: SurfaceState, type: 'surface.opened' | 'surface.closed' | 'surface.refreshed'): void {
    this.#tellLink(surface, { type });
    this.#tellView(surface, { type });
  }

  #tellLink(surface: SurfaceState, event: SocketLinkEvent): void {
    this.#world.kernel.send(linkKey(surface.name), event);
    this.showStatus(surface);
  }

  #tellView(surface: SurfaceState, event: SocketViewEvent): void {
    this.#world.kernel.send(viewKey(surface.name), event);
    this.showStatus(surface);
  }

  #linkState({ name }: SurfaceState): string {
    return this.#world.kernel.machine(linkKey(name)).state;
  }

  #page({ name }: SurfaceState): SocketPage {
    return assertPresent(this.#pages.get(name), `surface "${name}" has no page`);
  }
}
