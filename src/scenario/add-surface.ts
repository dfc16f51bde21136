/** A further surface in a compiled scenario: a second tab, a phone. */

import type { CompiledScenario, CompiledSurface } from './compiled-scenario.ts';

export interface AddedSurface {
  readonly name: string;
  readonly kind: CompiledSurface['kind'];
}

/** `scenario` with the surface, on the same network as the first one. A surface that exists stays as it is. */
export function addSurface(scenario: CompiledScenario, { name, kind }: AddedSurface): CompiledScenario {
  const { surfaces } = scenario;
  if (surfaces.some((surface) => surface.name === name)) return scenario;
  const { latencyMs = 20, jitterMs = 0 } = surfaces[0] ?? {};
  return { ...scenario, surfaces: [...surfaces, { name, kind, latencyMs, jitterMs, mayStop: true }] };
}
