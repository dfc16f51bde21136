/**
 * A scenario with nothing left to look up: what the simulator takes. Made by `compile.ts`, plain
 * data, so that it crosses the worker boundary and can be compared.
 */

import type { LaneName } from '../protocol/lane-name.ts';
import type { VirtualMs } from '../protocol/time.ts';
import type { LaneOptions } from './lane-options.ts';
import type { Scenario, ScriptEntry } from './schema.ts';

export interface CompiledLane {
  /** The name in report and trace: `as`, or the lane’s own; unique within the scenario. */
  readonly name: string;
  readonly lane: LaneName;
  readonly options: LaneOptions;
}

export interface CompiledSurface {
  readonly name: string;
  readonly kind: 'tab' | 'device';
  readonly latencyMs: VirtualMs;
  readonly jitterMs: VirtualMs;
}

export interface CompiledAgent {
  /** The answer, one token a word; token k is `words[k - 1]`. */
  readonly words: readonly string[];
  readonly firstTokenMs: VirtualMs;
  readonly tokenIntervalMs: VirtualMs;
  readonly stopLagMs: VirtualMs;
}

export interface CompiledScenario {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly seed: number;
  readonly horizonMs: VirtualMs;
  readonly lanes: readonly CompiledLane[];
  readonly agent: CompiledAgent;
  readonly surfaces: readonly CompiledSurface[];
  readonly script: readonly ScriptEntry[];
  readonly expect: NonNullable<Scenario['expect']>;
}
