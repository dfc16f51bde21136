/** The edit tree as text, for the tab to keep over a reload, and back. */

import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { Act, EditNode, EditTree } from './edit-tree.ts';

/** Another number for another form: what an older page kept is not read. */
const FORM = 1;

export interface KeptTree {
  readonly tree: EditTree;
  /** The address that the page had: a link in it was opened before, and is not opened again. */
  readonly hash: string;
}

/** Whether there is anything that a reload would lose. */
export function isWorthKeeping({ nodes, past }: EditTree): boolean {
  return nodes.length > 1 || past.length > 0;
}

export function writeKeptTree({ tree, hash }: KeptTree): string {
  return JSON.stringify({ form: FORM, hash, tree: { ...tree, nudged: null } });
}

/** `null` for what cannot be read. Scenarios that are as they came are those of `scenarios` again. */
export function readKeptTree(text: string, scenarios: readonly CompiledScenario[]): KeptTree | null {
  const kept = parsed(text);
  if (!isRecord(kept) || kept['form'] !== FORM || typeof kept['hash'] !== 'string' || !isTree(kept['tree']))
    return null;
  const written = new Map(scenarios.map((scenario) => [JSON.stringify(scenario), scenario]));
  const nodes = kept['tree'].nodes.map((node) => ({
    ...node,
    scenario: written.get(JSON.stringify(node.scenario)) ?? node.scenario,
  }));
  return { hash: kept['hash'], tree: { ...kept['tree'], nodes } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Only this page writes it, so only what would lead it astray is looked at. */
function isTree(value: unknown): value is EditTree {
  if (!isRecord(value)) return false;
  const { nodes, current, past, future, nudged } = value;
  if (!Array.isArray(nodes) || !Array.isArray(past) || !Array.isArray(future) || nudged !== null) return false;
  const isNodeId = (id: unknown): boolean =>
    typeof id === 'number' && Number.isInteger(id) && id >= 0 && id < nodes.length;
  return (
    nodes.every(isNode) &&
    isNodeId(current) &&
    nodes.some((node: EditNode) => node.id === current && !node.isRemoved) &&
    past.every((act) => isAct(act, isNodeId)) &&
    future.every((act) => isAct(act, isNodeId))
  );
}

function isNode(value: unknown, at: number): value is EditNode {
  if (!isRecord(value)) return false;
  const { id, parent, label, name, scenario, isRemoved } = value;
  return (
    id === at &&
    (parent === null || (typeof parent === 'number' && parent >= 0 && parent < at)) &&
    typeof label === 'string' &&
    (name === null || typeof name === 'string') &&
    typeof isRemoved === 'boolean' &&
    isRecord(scenario) &&
    typeof scenario['id'] === 'string' &&
    typeof scenario['horizonMs'] === 'number' &&
    ['script', 'lanes', 'surfaces', 'agents'].every((list) => Array.isArray(scenario[list]))
  );
}

function isAct(value: unknown, isNodeId: (id: unknown) => boolean): value is Act {
  if (!isRecord(value)) return false;
  const { label, from, to, removed, renamed } = value;
  return (
    typeof label === 'string' &&
    isNodeId(from) &&
    isNodeId(to) &&
    Array.isArray(removed) &&
    removed.every(isNodeId) &&
    (renamed === null || (isRecord(renamed) && isNodeId(renamed['node'])))
  );
}
