/** The pages of the naive lane: what each shows, posts and hangs up. Source: `model.md`, naive-sse; F2.1, F2.2. */

import { assertNever, assertPresent } from '../../../base/assert.ts';
import type { SurfaceStatus } from '../../../protocol/surface-status.ts';
import type { ApprovalAnswer } from '../../../protocol/trace-event.ts';
import type { Connection } from '../../network/connection.ts';
import type { ToSurfacePacket } from '../../network/packet.ts';
import type { SurfaceState } from '../../surfaces/surfaces.ts';
import type { LaneWorld, PersonAction, RefusableAction } from '../lane.ts';
import { naiveClientMachine } from './naive-client.machine.ts';
import type { NaiveClientEffect, NaiveClientEvent } from './naive-client.machine.ts';
import type { NaiveOptions } from './naive-options.ts';
import type { NaivePageState } from './naive-state.ts';

const STATUS: Readonly<Record<string, SurfaceStatus>> = {
  closed: 'closed',
  'open.loading': 'idle',
  'open.unavailable': 'error',
  'open.idle': 'idle',
  'open.waiting': 'waiting',
  'open.streaming': 'streaming',
  'open.reopening': 'waiting',
  'open.done': 'complete',
  'open.parked': 'waiting',
  'open.complete': 'complete',
  'open.cancelled': 'cancelled',
  'open.error': 'error',
};

const keyOf = (surface: string): string => `client:${surface}`;

export class NaivePages {
  readonly #world: LaneWorld;
  readonly #pages: Map<string, NaivePageState>;
  readonly #options: NaiveOptions;

  constructor(world: LaneWorld, pages: Map<string, NaivePageState>, options: NaiveOptions) {
    this.#world = world;
    this.#pages = pages;
    this.#options = options;
  }

  begin({ name }: SurfaceState): void {
    this.#pages.set(name, { connection: null, turn: 0 });
    this.#world.kernel.startMachine(keyOf(name), naiveClientMachine, name, null, this.#options);
  }

  /** Why a person cannot do that here now, `null` when they can. */
  refuses(surface: SurfaceState, action: RefusableAction): string | null {
    switch (action) {
      case 'send':
        return this.#can(surface, { type: 'prompt.sent' }) ? null : this.#busy(surface);
      case 'retry':
        if (this.#options.retry !== 'manual') return 'this page has no way to ask again (option retry)';
        return this.#can(surface, { type: 'retry.pressed' }) ? null : this.#busy(surface);
      case 'approve':
      case 'reject':
        return surface.questions.size > 0 ? null : 'no question is on the screen';
      case 'steer':
        return 'a pipe has no way into an answer that is under way: its request was sent whole';
      case 'join':
        return 'there is no place where a person can take over: the answer is between this page and its server';
      default:
        return assertNever(action);
    }
  }

  act(surface: SurfaceState, action: PersonAction): void {
    switch (action.type) {
      case 'open':
        return this.#tell(surface, { type: 'surface.opened' });
      case 'close':
        return this.#tell(surface, { type: 'surface.closed' });
      case 'refresh':
        return this.#tell(surface, { type: 'surface.refreshed' });
      case 'hide':
        return this.#tell(surface, { type: 'surface.hidden' });
      case 'show':
        return this.#tell(surface, { type: 'surface.shown' });
      case 'send':
        this.#page(surface).turn = action.turn;
        return this.#tell(surface, { type: 'prompt.sent' });
      case 'retry':
        return this.#tell(surface, { type: 'retry.pressed' });
      case 'stop':
        return this.#tell(surface, { type: 'stop.pressed' });
      case 'answer':
        return this.#answer(surface, action.answer);
      case 'steer':
      case 'join':
        return;
      default:
        assertNever(action);
    }
  }

  onPathHealed(surface: SurfaceState): void {
    this.#tell(surface, { type: 'path.healed' });
  }

  onPacket({ id, purpose, surface: name }: Connection, packet: ToSurfacePacket): void {
    const surface = this.#world.surfaces.get(name);
    if (packet.kind === 'history') this.#load(surface, packet);
    else if (purpose === 'load') this.#refuseLoad(surface);
    else if (this.#page(surface).connection === id) this.#read(surface, packet);
  }

  /** The surface's end of a connection is over. */
  onEnd(connection: Connection, how: 'end' | 'failed'): void {
    const surface = this.#world.surfaces.get(connection.surface);
    const isLoad = connection.purpose === 'load';
    if (isLoad ? !this.#isLoading(surface) : this.#page(surface).connection !== connection.id) return;
    this.#tell(surface, { type: how === 'end' ? 'body.ended' : 'connection.failed' });
  }

  carryOut(surface: SurfaceState, effect: NaiveClientEffect): void {
    const { network, surfaces } = this.#world;
    const page = this.#page(surface);
    switch (effect.type) {
      case 'page.load':
        network.open(surface.name, 'load', { kind: 'load' });
        return;
      case 'prompt.post':
        page.connection = network.open(surface.name, 'chat', { kind: 'prompt', turn: page.turn });
        return;
      case 'answer.discard':
        return this.#discard(surface, page.turn);
      case 'connection.hang-up': {
        const connection = page.connection === null ? undefined : network.connection(page.connection);
        page.connection = null;
        if (connection !== undefined) network.hangUp(connection, 'by-page');
        return;
      }
      case 'page.unload':
        page.connection = null;
        for (const connection of network.connectionsOf(surface.name)) network.hangUp(connection, 'by-tab');
        return surfaces.clear(surface);
      default:
        assertNever(effect);
    }
  }

  showStatus(surface: SurfaceState): void {
    this.#world.surfaces.setStatus(surface, STATUS[this.#state(surface)] ?? 'idle');
  }

  /** A packet of the body that the page reads. */
  #read(surface: SurfaceState, packet: ToSurfacePacket): void {
    const { surfaces } = this.#world;
    switch (packet.kind) {
      case 'tokens':
        // A second generation has a run of its own, so its words come after those that are there.
        surfaces.show(surface, packet);
        return this.#noteBegun(surface, packet.run);
      case 'tool':
        return this.#noteBegun(surface, packet.run);
      case 'approval-request':
        surfaces.ask(surface, packet.run, packet.isOpen);
        return this.#noteBegun(surface, packet.run);
      case 'finish':
        surfaces.ask(surface, packet.run, false);
        surfaces.learn(surface, packet.run, 'ended', packet.end);
        // The first agent's end is the answer's; those of others are news.
        if (this.#isFirstAgent(packet.run)) this.#tell(surface, { type: 'answer.finished' });
        return;
      case 'failed':
      case 'error-page':
        return this.#tell(surface, { type: 'answer.refused' });
      default:
        // A comment line, or an answer to something that this page never asks for.
        return;
    }
  }

  /** A page of the proxy's in place of the page. */
  #refuseLoad(surface: SurfaceState): void {
    if (this.#isLoading(surface)) this.#tell(surface, { type: 'answer.refused' });
  }

  #noteBegun(surface: SurfaceState, run: number): void {
    this.#world.surfaces.learn(surface, run, 'began', null);
    if (surface.status === 'waiting') this.#tell(surface, { type: 'answer.began' });
  }

  /** The page takes in what the history has. A part that was saved at a cut does not say that it is one. */
  #load(surface: SurfaceState, { answers, turns }: Extract<ToSurfacePacket, { readonly kind: 'history' }>): void {
    const { surfaces } = this.#world;
    const last = answers.filter((answer) => answer.turn === turns);
    // An EventSource is opened for every prompt without a whole answer, and what it brings starts from the first word.
    const isAskedAgain = this.#options.transport === 'event-source' && !last.every((answer) => answer.isWhole);
    for (const { run, turn, tokens, isWhole } of answers) {
      if (isAskedAgain && turn === turns) continue;
      surfaces.show(surface, { run, from: 1, to: tokens, via: 'history', offset: null });
      if (isWhole) surfaces.learn(surface, run, 'ended', 'complete');
    }
    if (this.#isLoading(surface) && turns > 0) this.#page(surface).turn = turns;
    const hasAnswer = !isAskedAgain && last.some((answer) => answer.tokens > 0);
    this.#tell(surface, { type: 'page.loaded', hasPrompt: turns > 0, hasAnswer });
  }

  /** A person answers the newest question on the screen, by a request of its own. The stream will tell what came of it. */
  #answer({ name, questions }: SurfaceState, answer: ApprovalAnswer): void {
    const run = [...questions].at(-1);
    if (run !== undefined) this.#world.network.open(name, 'approval', { kind: 'approval', run, answer });
  }

  #discard(surface: SurfaceState, turn: number): void {
    const { agent, surfaces } = this.#world;
    const isFormer = (run: number): boolean => agent.run(run).turn === turn;
    for (const run of surface.shown.keys()) if (isFormer(run)) surfaces.discard(surface, run);
    for (const run of surface.questions) if (isFormer(run)) surfaces.ask(surface, run, false);
  }

  #busy(surface: SurfaceState): string {
    const state = this.#state(surface);
    if (state === 'open.unavailable') return 'the page is not there';
    return state === 'open.idle' || state === 'open.loading'
      ? 'there is no answer to ask for again'
      : 'an answer is still under way';
  }

  #tell(surface: SurfaceState, event: NaiveClientEvent): void {
    this.#world.kernel.send(keyOf(surface.name), event);
    this.showStatus(surface);
  }

  #can(surface: SurfaceState, event: NaiveClientEvent): boolean {
    return this.#world.kernel.machine(keyOf(surface.name)).snapshot.can(event);
  }

  #isLoading(surface: SurfaceState): boolean {
    return this.#state(surface) === 'open.loading';
  }

  #isFirstAgent(run: number): boolean {
    const { agent } = this.#world;
    return agent.run(run).agent === agent.names[0];
  }

  #state({ name }: SurfaceState): string {
    return this.#world.kernel.machine(keyOf(name)).state;
  }

  #page({ name }: SurfaceState): NaivePageState {
    return assertPresent(this.#pages.get(name), `surface "${name}" has no page`);
  }
}
