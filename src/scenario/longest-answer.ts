/** How long the answers of a scenario are. Apart from the compiler, so that links do not load it. */

import type { CompiledScenario } from './compiled-scenario.ts';

/** How many words the longest answer has: a script cannot wait for a later one. */
export function mostTokens({ agent, agents }: Pick<CompiledScenario, 'agent' | 'agents'>): number {
  return Math.max(...[agent, ...agents].map(({ words }) => words.length));
}
