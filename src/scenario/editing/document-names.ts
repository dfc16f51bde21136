/** The names that a scenario gives to its parts, as far as its text can be read. */

import type { ActorNames } from '../check.ts';
import { valueAt } from '../known-keys.ts';

export interface DocumentNames extends ActorNames {
  /** What its lanes are called in the report. */
  readonly lanes: readonly string[];
}

/** `defaultLanes` are those of a text that names none. */
export function documentNames(data: unknown, defaultLanes: readonly string[]): DocumentNames {
  const lanes = valueAt(data, ['lanes']);
  return {
    surfaces: keysOf(valueAt(data, ['surfaces'])) ?? ['laptop'],
    agents: keysOf(valueAt(data, ['agents'])) ?? [],
    lanes: Array.isArray(lanes) ? lanes.flatMap(labelOf) : defaultLanes,
  };
}

function labelOf(lane: unknown): readonly string[] {
  if (typeof lane === 'string') return [lane];
  const [name, as] = [valueAt(lane, ['lane']), valueAt(lane, ['as'])];
  if (typeof name !== 'string') return [];
  return [typeof as === 'string' ? as : name];
}

function keysOf(fields: unknown): readonly string[] | null {
  return typeof fields === 'object' && fields !== null && !Array.isArray(fields) ? Object.keys(fields) : null;
}
