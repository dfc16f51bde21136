/**
 * Words of the scenario contract that the model does not have yet. They are refused by name, so
 * that nobody reads a result that left something out in silence. A word leaves this list when its
 * behaviour enters the model.
 */

import type { FieldPath } from './scenario-problem.ts';

const VERBS = [
  'retry',
  'steer',
  'approve',
  'reject',
  'join',
  'crash',
  'deploy',
  'outage',
  'buffer',
  'idle-timeout',
  'duration-cap',
  'latency',
];
const LANES = ['websocket-only'];
const ACTORS = ['agent', 'session', 'proxy', 'network', 'server'];
const GUARANTEES = ['G7', 'G8', 'G9', 'G10', 'G11', 'G12'];
const LANE_OPTIONS = [
  'retry', 'transport', 'buffer', 'ackTimeoutMs', 'ttlMs', 'seam', 'applyUpdateAs', 'fencing', 'reaperMs', 'recovery', 'wakeUp', 'retention', 'rateLimit',
]; // prettier-ignore
const AGENT_KEYS = ['parts', 'tools', 'approval', 'subAgents', 'crashAtToken'];
const TOP_KEYS = ['lesson', 'agents', 'proxy', 'session', 'processes', 'browser'];
const NETWORK_KEYS = ['bandwidth', 'bandwidthKbps', 'lossPercent'];

/** `true` when the contract knows the verb and the model does not. */
export function isUnmodelledVerb(word: string): boolean {
  return VERBS.includes(word);
}

export function isUnmodelledLane(word: string): boolean {
  return LANES.includes(word);
}

/** Parts of the world that entries of the whole contract may happen `on`, beside surfaces. */
export function isActorWithoutVerbs(word: string): boolean {
  return ACTORS.includes(word);
}

/** `true` when the contract has the field `key` inside `path` and the model does not. */
export function isUnmodelledKey(path: FieldPath, key: string): boolean {
  const [top] = path;
  const parent = path.at(-1);
  if (path.length === 0) return TOP_KEYS.includes(key);
  if (top === 'lanes' && parent === 'options') return LANE_OPTIONS.includes(key);
  if (top === 'agent') return AGENT_KEYS.includes(key);
  if (parent === 'network') return NETWORK_KEYS.includes(key);
  if (top === 'expect' && parent === 'guarantees') return GUARANTEES.includes(key);
  return false;
}
