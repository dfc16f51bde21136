/** What the texts of a lesson may name, and how they are refused. */

import type { CompiledScenario } from '../compiled-scenario.ts';

/** The scenarios of a lesson, by the name of their run: `main`, and the ids of the variants. */
export type KnownRuns = ReadonlyMap<string, CompiledScenario>;

/** Why something cannot be taken, and the way out. */
export interface Refusal {
  readonly reason: string;
  readonly remedy: string;
}
