/**
 * What crosses the thread boundary. Plain data only: of a thrown error nothing but name, message and
 * stack would survive, so expected failures are answered as values.
 */

import type { CompiledScenario } from '../scenario/compiled-scenario.ts';
import type { Run } from '../sim/run.ts';

export interface SimulationService {
  simulate(scenario: CompiledScenario): SimulationAnswer;
}

export type SimulationAnswer =
  /** Without the scenario: who asked has it. */
  | { readonly kind: 'run'; readonly run: Omit<Run, 'scenario'> }
  /** The scenario asks for more than a named limit; the message says which and how to stay under it. */
  | { readonly kind: 'beyond-limit'; readonly message: string }
  /** A broken promise of our own code. The simulator itself goes on. */
  | { readonly kind: 'broken'; readonly message: string };
