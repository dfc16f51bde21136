/** The edit tree as text, for the tab to keep over a reload, and back. */

import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { EditNode, EditTree } from './edit-tree.ts';

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

/** Only this page writes it, so only what would keep it from opening is looked at. */
function isTree(value: unknown): value is EditTree {
  if (!isRecord(value)) return false;
  const { nodes, current, past, future } = value;
  if (!Array.isArray(nodes) || !Array.isArray(past) || !Array.isArray(future)) return false;
  return nodes.every(isNode) && nodes.some((node: EditNode) => node.id === current && !node.isRemoved);
}

function isNode(value: unknown, at: number): value is EditNode {
  if (!isRecord(value)) return false;
  const { id, parent, scenario } = value;
  return (
    id === at && (parent === null || Number(parent) < at) && isRecord(scenario) && Array.isArray(scenario['script'])
  );
}
