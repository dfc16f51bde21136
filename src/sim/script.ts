/**
 * The script: what people and the network do, and when. An entry has a clock time, or waits for the
 * n-th token or for an event of this lane's run.
 */

import { assertNever, assertPresent } from '../base/assert.ts';
import type { ScriptEntry } from '../scenario/schema.ts';
import type { AgentState } from './agent/agent.ts';
import type { Kernel } from './kernel/kernel.ts';
import type { Rank } from './kernel/tie-order.ts';
import type { LanePort } from './lanes/lane.ts';
import type { Network } from './network/network.ts';
import { beginFault } from './network/path-faults.ts';
import type { SurfaceState, Surfaces } from './surfaces/surfaces.ts';
import type { ChatState } from './world.ts';

export interface ScriptHands {
  readonly kernel: Kernel;
  readonly network: Network;
  readonly surfaces: Surfaces;
  readonly lane: LanePort;
}

export class Script {
  readonly #entries: readonly ScriptEntry[];
  readonly #chat: ChatState;
  readonly #agent: AgentState;
  readonly #hands: ScriptHands;

  constructor(entries: readonly ScriptEntry[], chat: ChatState, agent: AgentState, hands: ScriptHands) {
    this.#entries = entries;
    this.#chat = chat;
    this.#agent = agent;
    this.#hands = hands;
  }

  /** Puts the entries with a clock time into the queue, and notes the others. */
  begin(): void {
    this.#entries.forEach((entry, index) => {
      if (entry.atMs === undefined) this.#chat.awaited.push(index);
      else this.#hands.kernel.schedule(entry.atMs, rankOf(entry), { kind: 'script', index });
    });
  }

  /** Schedules the entries whose moment has come with what was just recorded. */
  takeAwaited(): void {
    const { awaited } = this.#chat;
    if (awaited.length === 0) return;
    const { kernel } = this.#hands;
    const recorded = kernel.recordedSince(this.#chat.searched);
    this.#chat.searched += recorded.length;
    for (const fact of recorded) {
      for (const index of awaited.slice()) {
        const entry = this.#entry(index);
        const { after } = entry;
        if (after === undefined) continue;
        const isMoment =
          'token' in after ? fact.type === 'token.generated' && fact.token === after.token : fact.type === after.event;
        if (!isMoment) continue;
        awaited.splice(awaited.indexOf(index), 1);
        kernel.because(fact.id, () => kernel.schedule(0, rankOf(entry), { kind: 'script', index }));
      }
    }
  }

  /** The entry is due. */
  take(index: number): void {
    const { kernel, surfaces, network } = this.#hands;
    const entry = this.#entry(index);
    const surface = surfaces.get(entry.on);
    if (entry.do === 'drop') return beginFault(network, surface.name, index, entry.how, entry.forMs ?? null);
    const refusal = this.#refusal(surface, entry);
    if (refusal === null) return this.#act(surface, entry, index);
    kernel.record({ type: 'action.ignored', actor: surface.name, scriptIndex: index, verb: entry.do, reason: refusal });
  }

  #refusal(surface: SurfaceState, entry: ScriptEntry): string | null {
    if (entry.do === 'open') return surface.isOpen ? 'it is open already' : null;
    if (!surface.isOpen) return 'it is not open';
    if (surface.sleeps > 0 && entry.do !== 'sleep') return 'it is asleep';
    return entry.do === 'send' ? this.#hands.lane.refusesToSend(surface) : null;
  }

  #act(surface: SurfaceState, entry: Exclude<ScriptEntry, { do: 'drop' }>, scriptIndex: number): void {
    const { kernel, lane } = this.#hands;
    const { name: actor } = surface;
    const did = (fact: Parameters<Kernel['record']>[0], action: Parameters<LanePort['act']>[1]): void => {
      kernel.because(kernel.record(fact), () => lane.act(surface, action));
    };
    switch (entry.do) {
      case 'open':
        surface.isOpen = true;
        return did({ type: 'surface.opened', actor, scriptIndex }, { type: 'open' });
      case 'close':
        surface.isOpen = false;
        return did({ type: 'surface.closed', actor, scriptIndex }, { type: 'close' });
      case 'refresh':
        return did({ type: 'surface.refreshed', actor, scriptIndex }, { type: 'refresh' });
      case 'hide':
        return did({ type: 'surface.hidden', actor, scriptIndex }, { type: 'hide' });
      case 'show':
        return did({ type: 'surface.shown', actor, scriptIndex }, { type: 'show' });
      case 'send': {
        this.#chat.turns += 1;
        const turn = this.#chat.turns;
        return did({ type: 'prompt.sent', actor, scriptIndex, turn, text: entry.text }, { type: 'send', turn });
      }
      case 'stop':
        return did({ type: 'stop.pressed', actor, scriptIndex, turn: this.#turnUnderWay() }, { type: 'stop' });
      case 'sleep':
        return this.#sleep(surface, scriptIndex, entry.forMs ?? null);
      default:
        assertNever(entry);
    }
  }

  #sleep(surface: SurfaceState, scriptIndex: number, forMs: number | null): void {
    const { kernel } = this.#hands;
    surface.sleeps += 1;
    kernel.because(kernel.record({ type: 'surface.slept', actor: surface.name, scriptIndex, forMs }), () => {
      if (forMs !== null)
        kernel.schedule(forMs, 'person', { kind: 'sleep.end', surface: surface.name, index: scriptIndex });
    });
  }

  /** The newest prompt whose answer has not ended: what a person means who presses stop. */
  #turnUnderWay(): number | null {
    const { turns } = this.#chat;
    const run = this.#agent.runs.findLast((other) => other.turn === turns);
    return turns === 0 || (run !== undefined && run.end !== 'running') ? null : turns;
  }

  #entry(index: number): ScriptEntry {
    return assertPresent(this.#entries[index], `the script has no entry ${index}`);
  }
}

function rankOf(entry: ScriptEntry): Rank {
  return entry.do === 'drop' ? 'fault' : 'person';
}
