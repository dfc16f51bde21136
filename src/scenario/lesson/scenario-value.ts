/** A field of a compiled scenario by its path, for texts that name a parameter. */

import type { CompiledScenario } from '../compiled-scenario.ts';

/** A scalar, or the length of a list; entries of a list go by number or by name. `undefined` when there is none. */
export function scenarioValue(
  scenario: CompiledScenario,
  path: readonly string[],
): string | number | boolean | undefined {
  const value = path.reduce<unknown>(enter, scenario);
  if (Array.isArray(value)) return value.length;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

function enter(around: unknown, step: string): unknown {
  if (typeof around !== 'object' || around === null) return undefined;
  if (Array.isArray(around)) {
    const entries = around as readonly unknown[];
    const named = entries.find((entry) => typeof entry === 'object' && entry !== null && enter(entry, 'name') === step);
    return named ?? (/^\d{1,4}$/.test(step) ? entries[Number(step)] : undefined);
  }
  return Object.hasOwn(around, step) ? (around as Readonly<Record<string, unknown>>)[step] : undefined;
}
