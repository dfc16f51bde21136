/**
 * The measured world: 40 tokens, one each 50 ms, on loopback, and a scenario for a stack and a
 * script in it. All moments follow from these numbers.
 */

import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { LaneOptions } from '../../scenario/schema.ts';
import { buildScenario } from '../build-scenario.ts';
import { optionsOf } from './stacks.ts';
import type { Stack } from './stacks.ts';

export const ANSWER_TOKENS = 40;
export const FAULT_TOKEN = 15;
const TOKEN_INTERVAL_MS = 50;
const FIRST_TOKEN_MS = 20;
/** The page has loaded by then, over the slowest measured path as well. */
export const SEND_AT_MS = 1_000;
/** The fault comes this long after token 15 is on the screen, so that 14 or 15 is not a toss-up. */
const AFTER_SHOWN_MS = 8;
const HORIZON_MS = 20_000;

export interface ScriptInput {
  readonly stack: Stack;
  /** The moment of the fault. */
  readonly faultAtMs: number;
}

export interface TruthScript {
  readonly what: string;
  /** As a scenario's script; the first tab is `tab-1`. */
  readonly entries: (input: ScriptInput) => readonly object[];
  /** How many tabs there are, one unless said. */
  readonly tabs?: number;
  /** Tabs of one browser over HTTP/1.1, as in the measured Chromium. */
  readonly protocol?: 'http1';
  /** Calls a tool of so long after the last token. */
  readonly hangsForMs?: number;
  /** What this script changes in the lane, because the harness did by hand what an option does. */
  readonly options?: (stack: Stack) => LaneOptions;
  readonly horizonMs?: number;
}

export interface WorldChanges {
  readonly options?: LaneOptions;
  readonly latencyMs?: number;
}

/** When token `k` of the first prompt is generated. */
function generatedAtMs(stack: Stack, k: number, latencyMs: number): number {
  return SEND_AT_MS + latencyMs + stack.hopMs + FIRST_TOKEN_MS + (k - 1) * TOKEN_INTERVAL_MS;
}

/** A few milliseconds after token `k` of the first prompt is on the screen. */
export function afterShownMs(stack: Stack, k: number, latencyMs = 1): number {
  return generatedAtMs(stack, k, latencyMs) + stack.hopMs + latencyMs + AFTER_SHOWN_MS;
}

/** The scenario of `script` on `stack`. */
export function truthScenario(stack: Stack, script: TruthScript, changes: WorldChanges = {}): CompiledScenario {
  const { tabs = 1, protocol = 'http2', hangsForMs, horizonMs = HORIZON_MS } = script;
  const { latencyMs = 1, options = {} } = changes;
  return buildScenario({
    id: 'measured',
    title: script.what,
    horizonMs,
    lanes: [{ lane: stack.lane, options: { ...optionsOf(stack), ...script.options?.(stack), ...options } }],
    agent: {
      answer: { text: 'word' },
      tokens: ANSWER_TOKENS,
      firstTokenMs: FIRST_TOKEN_MS,
      tokenIntervalMs: TOKEN_INTERVAL_MS,
      parts:
        hangsForMs === undefined
          ? []
          : [{ afterToken: ANSWER_TOKENS, tool: 'never-ends', forMs: hangsForMs, effect: false }],
    },
    network: { latencyMs },
    browser: { protocol },
    surfaces: Object.fromEntries(Array.from({ length: tabs }, (_, index) => [tabName(index + 1), { kind: 'tab' }])),
    script: script.entries({ stack, faultAtMs: afterShownMs(stack, FAULT_TOKEN, latencyMs) }),
  });
}

export function tabName(number: number): string {
  return `tab-${number}`;
}
