/**
 * A surface's side of a session: its link, which breaks and comes back, and what it publishes, which
 * waits in an outbox until the session has it. Sources: `model.md`, durable-session; F2.7; W reconnect,
 * stop offline.
 */

import { assertNever, assertPresent } from '../../../base/assert.ts';
import type { DropForm } from '../../../protocol/fault.ts';
import type { Connection } from '../../network/connection.ts';
import type { PublishKind, SessionRecord, ToServerPacket, ToSurfacePacket } from '../../network/packet.ts';
import type { SurfaceState } from '../../surfaces/surfaces.ts';
import type { LaneWorld } from '../lane.ts';
import type { DurableOptions } from './durable-options.ts';
import { drawRetryMs } from '../retry-delay.ts';
import type { SessionEvent } from './session-event.ts';
import { sessionLinkMachine } from './session-link.machine.ts';
import type { SessionLinkEffect, SessionLinkEvent } from './session-link.machine.ts';
import { createSessionPage, resetSessionPage } from './session-page.ts';
import type { Publication, SessionPage } from './session-page.ts';
import { SessionReading } from './session-reading.ts';
import { SESSION_STATUS } from './session-status.ts';
import { sessionViewMachine } from './session-view.machine.ts';
import type { SessionViewEvent } from './session-view.machine.ts';

const linkKey = (surface: string): string => `link:${surface}`;
const viewKey = (surface: string): string => `view:${surface}`;

export class SessionSurface {
  readonly #world: LaneWorld;
  readonly #pages: Map<string, SessionPage>;
  readonly #options: DurableOptions;
  readonly #reading: SessionReading;

  constructor(world: LaneWorld, pages: Map<string, SessionPage>, options: DurableOptions) {
    this.#world = world;
    this.#pages = pages;
    this.#options = options;
    this.#reading = new SessionReading(world, options, (surface, type) => this.tellView(surface, type));
  }

  begin({ name }: SurfaceState): void {
    this.#pages.set(name, createSessionPage());
    this.#world.kernel.startMachine(linkKey(name), sessionLinkMachine, name, null, { seam: this.#options.seam });
    this.#world.kernel.startMachine(viewKey(name), sessionViewMachine, name, null);
  }

  page({ name }: SurfaceState): SessionPage {
    return assertPresent(this.#pages.get(name), `surface "${name}" has no page`);
  }

  isThere(surface: SurfaceState): boolean {
    return this.#linkState(surface) !== 'open.unavailable';
  }

  /** The state of the view, without `open.` */
  viewState({ name }: SurfaceState): string {
    return this.#world.kernel.machine(viewKey(name)).state.replace('open.', '');
  }

  tellBoth(surface: SurfaceState, type: 'surface.opened' | 'surface.closed' | 'surface.refreshed'): void {
    this.#tellLink(surface, { type });
    this.tellView(surface, type);
  }

  tellView(surface: SurfaceState, type: SessionViewEvent['type']): void {
    this.#world.kernel.send(viewKey(surface.name), { type });
    this.showStatus(surface);
  }

  onPathHealed(surface: SurfaceState, how: DropForm): void {
    this.#tellLink(surface, { type: 'path.healed', isTold: how === 'offline' });
  }

  onPacket(connection: Connection, packet: ToSurfacePacket): void {
    const surface = this.#world.surfaces.get(connection.surface);
    const page = this.page(surface);
    if (packet.kind === 'history') {
      page.saved = packet.answers;
      return this.#tellLink(surface, { type: 'page.loaded' });
    }
    if (packet.kind === 'published') return this.#onPublished(page, packet);
    if (packet.kind === 'error-page' || packet.kind === 'failed') return this.onEnd(connection);
    if (packet.kind === 'attached' && connection.purpose === 'load') {
      this.#reading.catchUp(surface, page, packet);
      return this.#tellLink(surface, { type: 'history.read' });
    }
    if (page.connection !== connection.id) return;
    if (packet.kind === 'attached') {
      page.failures = 0;
      this.#tellLink(surface, { type: 'session.attached' });
      if (packet.catchUp === 'records' && this.#isTorn(page, packet.records))
        return this.#attachAgain(page, connection, 'from');
      this.#reading.catchUp(surface, page, packet);
      this.#pollAgain(surface, page);
    } else if (packet.kind === 'records') {
      if (this.#isTorn(page, packet.records)) return this.#attachAgain(page, connection, 'from');
      this.#reading.take(surface, page, packet.records, packet.via);
      this.#pollAgain(surface, page);
    } else if (packet.kind === 'continuity-lost') {
      this.#attachAgain(page, connection, 'state');
    } else if (packet.kind === 'presence') {
      const { who, isPresent } = packet;
      this.#world.kernel.record({ type: 'presence.learned', actor: surface.name, who, isPresent });
    }
  }

  onEnd(connection: Connection): void {
    const surface = this.#world.surfaces.get(connection.surface);
    const page = this.page(surface);
    if (connection.purpose === 'publish') return this.#onPublishFailed(surface, page, connection.id);
    const isLoading = ['open.loading', 'open.reading'].includes(this.#linkState(surface));
    const isMeant = connection.purpose === 'load' ? isLoading : page.connection === connection.id;
    if (isMeant) this.#loseLink(surface);
  }

  /** Publishes now, or when the session can be reached; without a network it may be refused. */
  publish(surface: SurfaceState, record: PublishKind, run: number | null = null): void {
    const page = this.page(surface);
    const publication: Publication = {
      record,
      turn: page.turn,
      run,
      connection: null,
      act: assertPresent(this.#world.kernel.cause, 'somebody asked for it'),
    };
    const isReachable = page.connection !== null || this.#linkState(surface) === 'open.loading';
    if (!isReachable && this.#options.publishOffline === 'fail') {
      if (record === 'input') this.tellView(surface, 'publish.refused');
      return;
    }
    page.outbox.push(publication);
    if (page.connection === null) this.#tellLink(surface, { type: 'publish.asked' });
    else this.#send(surface, page, publication);
  }

  /** A wake-up call that stays open for as long as the run: the page goes, and so does the call. */
  callAgent(surface: SurfaceState): void {
    this.#world.network.open(surface.name, 'wake-up', { kind: 'wake-up', turn: this.page(surface).turn });
  }

  retryPublish(surface: SurfaceState): void {
    const page = this.page(surface);
    if (page.connection === null) return;
    for (const waiting of page.outbox) if (waiting.connection === null) this.#send(surface, page, waiting);
  }

  checkSilence(surface: SurfaceState, id: number): void {
    const { kernel, network } = this.#world;
    const page = this.page(surface);
    const connection = network.connection(id);
    if (page.connection !== id || connection === undefined) return;
    const { silenceLimitMs } = this.#options;
    const quietMs = kernel.nowMs - connection.heardAtMs;
    if (quietMs < silenceLimitMs) return this.#scheduleSilenceCheck(surface, id, silenceLimitMs - quietMs);
    this.#dropConnection(page);
    this.#loseLink(surface);
  }

  carryOutForLink(surface: SurfaceState, effect: SessionLinkEffect): void {
    const { network, surfaces } = this.#world;
    const page = this.page(surface);
    switch (effect.type) {
      case 'page.load':
        network.open(surface.name, 'load', { kind: 'load' });
        return;
      case 'history.get':
        network.open(surface.name, 'load', { kind: 'read' });
        return;
      case 'page.unload':
        resetSessionPage(page);
        for (const connection of network.connectionsOf(surface.name)) network.hangUp(connection, 'by-tab');
        return surfaces.clear(surface);
      case 'session.connect':
        return this.#connect(surface, page);
      case 'session.give-up':
        return this.#dropConnection(page);
      default:
        assertNever(effect);
    }
  }

  showStatus(surface: SurfaceState): void {
    const { state } = this.#world.kernel.machine(viewKey(surface.name));
    const status = this.isThere(surface) ? (SESSION_STATUS[state] ?? 'idle') : 'error';
    this.#world.surfaces.setStatus(surface, status);
  }

  #connect(surface: SurfaceState, page: SessionPage): void {
    const { network } = this.#world;
    const isSocket = this.#options.transport === 'websocket';
    page.connection = network.open(surface.name, 'session', this.#greeting(page), isSocket ? 'websocket' : 'http');
    for (const waiting of page.outbox) {
      if (isSocket || waiting.connection === null) this.#send(surface, page, waiting);
    }
    this.#scheduleSilenceCheck(surface, page.connection, this.#options.silenceLimitMs);
  }

  #greeting(page: SessionPage): ToServerPacket {
    const { offset: after } = page;
    const awayMs = this.#world.kernel.nowMs - page.leftAtMs;
    if (this.#options.transport === 'long-poll') return { kind: 'poll', after, awayMs, waits: false };
    // A page that has an offset and was never live has read the history first.
    const catchUp = after === null ? 'state' : page.leftAtMs === 0 ? 'now' : 'resume';
    return { kind: 'attach', catchUp, after, awayMs };
  }

  /** Asks anew on the link that it has. */
  #attachAgain(page: SessionPage, connection: Connection, catchUp: 'from' | 'state'): void {
    this.#world.network.sendToServer(connection, { kind: 'attach', catchUp, after: page.offset, awayMs: 0 });
  }

  /** A poll is answered once: the next one asks for what comes then. */
  #pollAgain(surface: SurfaceState, page: SessionPage): void {
    if (this.#options.transport !== 'long-poll') return;
    const poll = { kind: 'poll', after: page.offset, awayMs: 0, waits: true } as const;
    page.connection = this.#world.network.open(surface.name, 'session', poll);
    this.#scheduleSilenceCheck(surface, page.connection, this.#options.silenceLimitMs);
  }

  /** Sends it because somebody wanted it, also where it is sent because the link is back. */
  #send(surface: SurfaceState, page: SessionPage, publication: Publication): void {
    this.#world.kernel.because(publication.act, () => this.#sendNow(surface, page, publication));
  }

  #sendNow(surface: SurfaceState, page: SessionPage, publication: Publication): void {
    const { network } = this.#world;
    const { record, turn, run, act } = publication;
    const packet: ToServerPacket = { kind: 'publish', record, turn, run, act };
    if (this.#options.transport !== 'websocket') {
      publication.connection = network.open(surface.name, 'publish', packet);
      return;
    }
    const connection = page.connection === null ? undefined : network.connection(page.connection);
    if (connection !== undefined) network.sendToServer(connection, packet);
  }

  #onPublished(page: SessionPage, { act }: Extract<ToSurfacePacket, { readonly kind: 'published' }>): void {
    const at = page.outbox.findIndex((sent) => sent.act === act);
    if (at >= 0) page.outbox.splice(at, 1);
  }

  #onPublishFailed(surface: SurfaceState, page: SessionPage, id: number): void {
    const sent = page.outbox.find((publication) => publication.connection === id);
    if (sent === undefined) return;
    sent.connection = null;
    if (this.#options.publishOffline === 'fail') {
      page.outbox.splice(page.outbox.indexOf(sent), 1);
      if (sent.record === 'input') this.tellView(surface, 'publish.refused');
      return;
    }
    const event: SessionEvent = { type: 'publish.retry', surface: surface.name };
    const delayMs = drawRetryMs(this.#world.kernel, surface.name, page.failures, this.#options);
    this.#world.kernel.schedule(delayMs, 'timer', { kind: 'lane', event });
  }

  #loseLink(surface: SurfaceState): void {
    const { kernel } = this.#world;
    const page = this.page(surface);
    const tries = page.failures;
    page.failures += 1;
    if (this.#linkState(surface) === 'open.live') page.leftAtMs = kernel.nowMs;
    page.connection = null;
    const { retryAttempts } = this.#options;
    const isLast = retryAttempts > 0 && tries >= retryAttempts;
    const retryMs = isLast ? null : drawRetryMs(kernel, surface.name, tries, this.#options);
    this.#tellLink(surface, { type: 'connection.failed', retryMs });
  }

  #scheduleSilenceCheck(surface: SurfaceState, connection: number, delayMs: number): void {
    const event: SessionEvent = { type: 'silence.check', surface: surface.name, connection };
    this.#world.kernel.schedule(delayMs, 'timer', { kind: 'lane', event });
  }

  #dropConnection(page: SessionPage): void {
    const connection = page.connection === null ? undefined : this.#world.network.connection(page.connection);
    page.connection = null;
    if (connection !== undefined) this.#world.network.hangUp(connection, 'by-page');
  }

  #tellLink(surface: SurfaceState, event: SessionLinkEvent): void {
    this.#world.kernel.send(linkKey(surface.name), event);
    this.showStatus(surface);
  }

  /** The session counts as read what never arrived: seen only by what comes after it. */
  #isTorn(page: SessionPage, records: readonly SessionRecord[]): boolean {
    return this.#options.cursor === 'session' && this.#reading.hasHole(page, records);
  }

  #linkState(surface: SurfaceState): string {
    return this.#world.kernel.machine(linkKey(surface.name)).state;
  }
}
