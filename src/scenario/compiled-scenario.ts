/**
 * A scenario with nothing left to look up: what the simulator takes. Made by `compile.ts`, plain
 * data, so that it crosses the worker boundary and can be compared.
 */

import type { LaneName } from '../protocol/lane-name.ts';
import type { VirtualMs } from '../protocol/time.ts';
import type { Prices } from './prices.ts';
import type { LaneOptions, Scenario, ScriptEntry } from './schema.ts';

export interface CompiledLane {
  /** The name in report and trace: `as`, or the lane’s own; unique within the scenario. */
  readonly name: string;
  readonly lane: LaneName;
  /** How the lane is called on the page, and what it is in one line. */
  readonly title: string;
  readonly subtitle: string;
  readonly options: LaneOptions;
}

export interface CompiledSurface {
  readonly name: string;
  readonly kind: 'tab' | 'device';
  readonly latencyMs: VirtualMs;
  readonly jitterMs: VirtualMs;
  readonly mayStop: boolean;
}

/** A tool call or a question to a person, after `afterToken` words. `step` names it within its answer. */
export type AgentPart = { readonly afterToken: number; readonly step: string; readonly effect: boolean } & (
  | { readonly kind: 'tool'; readonly tool: string; readonly forMs: VirtualMs; readonly ignoresAbort: boolean }
  | { readonly kind: 'approval'; readonly approval: string }
);

export interface CompiledAgent {
  /** `agent`, or the name under `agents`. */
  readonly name: string;
  /** The answer, one token a word; token k is `words[k - 1]`. */
  readonly words: readonly string[];
  readonly firstTokenMs: VirtualMs;
  readonly tokenIntervalMs: VirtualMs;
  readonly stopLagMs: VirtualMs;
  /** In the order in which they come. */
  readonly parts: readonly AgentPart[];
}

export interface CompiledScenario {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly seed: number;
  readonly horizonMs: VirtualMs;
  readonly lanes: readonly CompiledLane[];
  readonly agent: CompiledAgent;
  /** Agents that answer every prompt beside the first one. */
  readonly agents: readonly CompiledAgent[];
  readonly processes: number;
  readonly browser: Scenario['browser'];
  readonly proxy: Scenario['proxy'];
  readonly prices: Prices;
  readonly surfaces: readonly CompiledSurface[];
  readonly script: readonly ScriptEntry[];
  readonly expect: NonNullable<Scenario['expect']>;
}
