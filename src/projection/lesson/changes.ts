/** What somebody changed in a scenario, counted as interventions and switches, and held against what a challenge allows. */

import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { AllowedChanges } from '../../scenario/lesson/lesson-data.ts';
import type { ScriptEntry } from '../../scenario/schema.ts';

/** `world`: something that no challenge allows, such as another seed or another answer. */
export type Change =
  | { readonly kind: 'added' | 'changed' | 'removed'; readonly verb: string; readonly on: string }
  | { readonly kind: 'option'; readonly lane: string; readonly option: string }
  | { readonly kind: 'world'; readonly field: string };

/** From `before` to `after`. A surface that only comes with an entry on it is no change of its own. */
export function changesBetween(before: CompiledScenario, after: CompiledScenario): readonly Change[] {
  return [
    ...scriptChanges(before.script, after.script),
    ...optionChanges(before, after),
    ...worldChanges(before, after),
  ];
}

export function isAllowed(change: Change, may: AllowedChanges): boolean {
  switch (change.kind) {
    case 'added':
      return may.add.includes(change.verb);
    case 'changed':
      return may.change.includes(change.verb);
    case 'removed':
      return may.remove.includes(change.verb);
    case 'option':
      return may.options[change.lane]?.includes(change.option) === true;
    default:
      return false;
  }
}

/** Of the entries that differ, those that do the same at the same place have been moved or changed. */
function scriptChanges(before: readonly ScriptEntry[], after: readonly ScriptEntry[]): readonly Change[] {
  const [gone, come] = [without(before, after), without(after, before)];
  const changes: Change[] = [];
  for (const { do: verb, on } of gone) {
    const twin = come.findIndex((entry) => entry.do === verb && entry.on === on);
    changes.push({ kind: twin === -1 ? 'removed' : 'changed', verb, on });
    if (twin !== -1) come.splice(twin, 1);
  }
  return [...changes, ...come.map(({ do: verb, on }): Change => ({ kind: 'added', verb, on }))];
}

/** The entries of `all` that `others` does not have, each as often as it is missing there. */
function without(all: readonly ScriptEntry[], others: readonly ScriptEntry[]): ScriptEntry[] {
  const left = others.map(canonical);
  return all.filter((entry) => {
    const at = left.indexOf(canonical(entry));
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

function optionChanges(before: CompiledScenario, after: CompiledScenario): readonly Change[] {
  return after.lanes.flatMap((lane) => {
    const former = before.lanes.find(({ name }) => name === lane.name);
    if (former === undefined) return [];
    const names = new Set([...Object.keys(former.options), ...Object.keys(lane.options)]);
    return [...names]
      .filter((option) => former.options[option] !== lane.options[option])
      .map((option): Change => ({ kind: 'option', lane: lane.name, option }));
  });
}

const WORLD = ['seed', 'horizonMs', 'agent', 'agents', 'processes', 'browser', 'proxy'] as const;

function worldChanges(before: CompiledScenario, after: CompiledScenario): readonly Change[] {
  const fields: string[] = WORLD.filter((field) => canonical(before[field]) !== canonical(after[field]));
  const lanesOf = ({ lanes }: CompiledScenario) => canonical(lanes.map(({ name, lane }) => [name, lane]));
  if (lanesOf(before) !== lanesOf(after)) fields.push('lanes');
  const kept = after.surfaces.filter(({ name }) => before.surfaces.some((surface) => surface.name === name));
  if (canonical(kept) !== canonical(before.surfaces)) fields.push('surfaces');
  return fields.map((field) => ({ kind: 'world', field }));
}

/** The same text for the same data, whatever order its keys are in. */
function canonical(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
