/** Runs a scenario of the measured world and measures it. */

import type { TraceEvent } from '../../protocol/trace-event.ts';
import { simulate } from '../../sim/simulate.ts';
import { compare } from './compare.ts';
import type { Difference } from './compare.ts';
import { measure } from './measures.ts';
import type { Outcome } from './measures.ts';
import { SCRIPTS } from './scripts.ts';
import { STACKS } from './stacks.ts';
import type { Stack } from './stacks.ts';
import type { TruthRow } from './truth-rows.ts';
import { afterShownMs, FAULT_TOKEN, truthScenario } from './truth-world.ts';
import type { TruthScript, WorldChanges } from './truth-world.ts';

export interface TruthRun {
  readonly events: readonly TraceEvent[];
  readonly outcome: Outcome;
}

export function runTruth(stack: Stack, script: TruthScript, changes: WorldChanges = {}): TruthRun {
  const scenario = truthScenario(stack, script, changes);
  const [lane] = simulate(scenario).lanes;
  if (lane === undefined) throw new Error('the scenario has one lane');
  const names = scenario.surfaces.map(({ name }) => name);
  return { events: lane.events, outcome: measure(lane.events, names) };
}

/** Where the model differs from a row. */
export function differencesOf(row: TruthRow): readonly Difference[] {
  const stack = STACKS[row.stack];
  return compare(row, runTruth(stack, SCRIPTS[row.script]).outcome, afterShownMs(stack, FAULT_TOKEN));
}
