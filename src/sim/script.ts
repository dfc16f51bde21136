/**
 * The script: what people and the network do, and when. An entry has a clock time, or waits for the
 * n-th token or for an event of this lane's run.
 */

import { assert, assertNever, assertPresent } from '../base/assert.ts';
import type { ScriptEntry } from '../scenario/schema.ts';
import type { AgentState } from './agent/agent-run.ts';
import type { Kernel } from './kernel/kernel.ts';
import type { Rank } from './kernel/tie-order.ts';
import type { LanePort } from './lanes/lane.ts';
import type { Network } from './network/network.ts';
import { beginFault } from './network/path-faults.ts';
import type { Operations } from './operations.ts';
import type { SurfaceState, Surfaces } from './surfaces/surfaces.ts';
import type { ChatState } from './world.ts';

export interface ScriptHands {
  readonly kernel: Kernel;
  readonly network: Network;
  readonly surfaces: Surfaces;
  readonly lane: LanePort;
  readonly operations: Operations;
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
    const { kernel, surfaces, network, operations } = this.#hands;
    const entry = this.#entry(index);
    if (!surfaces.has(entry.on)) return operations.take(entry, index);
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
    switch (entry.do) {
      case 'send':
      case 'retry':
      case 'steer':
      case 'approve':
      case 'reject':
      case 'join':
        return this.#hands.lane.refuses(surface, entry.do);
      default:
        return null;
    }
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
        surface.hiddenSinceMs = null;
        return did({ type: 'surface.opened', actor, scriptIndex }, { type: 'open' });
      case 'close':
        surface.isOpen = false;
        return did({ type: 'surface.closed', actor, scriptIndex }, { type: 'close' });
      case 'refresh':
        return did({ type: 'surface.refreshed', actor, scriptIndex }, { type: 'refresh' });
      case 'hide':
        surface.hiddenSinceMs ??= kernel.nowMs;
        return did({ type: 'surface.hidden', actor, scriptIndex }, { type: 'hide' });
      case 'show':
        surface.hiddenSinceMs = null;
        // What was put off in the background fires right after the page is told.
        if (surface.late.length > 0) kernel.schedule(0, 'timer', { kind: 'page.tick', surface: actor });
        return did({ type: 'surface.shown', actor, scriptIndex }, { type: 'show' });
      case 'send': {
        this.#chat.turns += 1;
        const turn = this.#chat.turns;
        return did({ type: 'prompt.sent', actor, scriptIndex, turn, text: entry.text }, { type: 'send', turn });
      }
      case 'stop':
        return did({ type: 'stop.pressed', actor, scriptIndex, turn: this.#turnUnderWay() }, { type: 'stop' });
      case 'retry':
        return did({ type: 'retry.pressed', actor, scriptIndex, turn: this.#chat.turns }, { type: 'retry' });
      case 'steer': {
        const turn = this.#turnUnderWay();
        return did({ type: 'steer.sent', actor, scriptIndex, turn, text: entry.text }, { type: 'steer' });
      }
      case 'approve':
      case 'reject': {
        const { do: answer } = entry;
        const turn = this.#turnUnderWay();
        return did({ type: 'approval.given', actor, scriptIndex, turn, answer }, { type: 'answer', answer });
      }
      case 'join':
        return did({ type: 'person.joined', actor, scriptIndex, turn: this.#turnUnderWay() }, { type: 'join' });
      case 'sleep':
        return this.#sleep(surface, scriptIndex, entry.forMs ?? null);
      case 'crash':
      case 'deploy':
      case 'outage':
      case 'buffer':
      case 'idle-timeout':
      case 'duration-cap':
      case 'latency':
        return assert(false, `"${entry.do}" is not for a surface`);
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
    const runs = this.#agent.runs.filter((other) => other.turn === turns);
    return turns === 0 || (runs.length > 0 && runs.every((run) => run.end !== 'running')) ? null : turns;
  }

  #entry(index: number): ScriptEntry {
    return assertPresent(this.#entries[index], `the script has no entry ${index}`);
  }
}

/** What people do comes last within a millisecond; all else in a script is a fault. */
function rankOf({ do: verb }: ScriptEntry): Rank {
  const isFault = ['drop', 'crash', 'deploy', 'outage', 'buffer', 'idle-timeout', 'duration-cap', 'latency'].includes(
    verb,
  );
  return isFault ? 'fault' : 'person';
}
