/**
 * Words of the scenario contract that the model does not have yet. They are refused by name, so
 * that nobody reads a result that left something out in silence. A word leaves this list when its
 * behaviour enters the model.
 */

import type { FieldPath } from './scenario-problem.ts';

const NETWORK_KEYS = ['bandwidth', 'bandwidthKbps', 'lossPercent'];

/** `true` when the contract has the field `key` inside `path` and the model does not. */
export function isUnmodelledKey(path: FieldPath, key: string): boolean {
  return path.at(-1) === 'network' && NETWORK_KEYS.includes(key);
}
