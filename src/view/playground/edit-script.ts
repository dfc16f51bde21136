/** Changes of a script as people make them, each with the words that undo and redo show for it. */

import type { VirtualMs } from '../../protocol/time.ts';
import { actorLabel } from '../../projection/actor-label.ts';
import { laneTitle } from '../../projection/moments.ts';
import { durationText, roundSeconds } from '../../projection/seconds.ts';
import { verbFact } from '../../projection/timeline/verb-list.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { PriceFact } from '../../scenario/price-facts.ts';
import type { LaneOptions, ScriptEntry } from '../../scenario/schema.ts';

export interface Edit {
  readonly scenario: CompiledScenario;
  readonly label: string;
}

/** Where an entry of the script goes. */
export interface EntryMove {
  readonly index: number;
  readonly atMs: VirtualMs;
}

/** Moves entries to clock times; one that waited for an event of the run stops waiting. */
export function moveEntries(scenario: CompiledScenario, moves: readonly EntryMove[]): Edit | null {
  const known = moves.filter(({ index }) => scenario.script[index] !== undefined);
  const [first] = known;
  const entry = first === undefined ? undefined : scenario.script[first.index];
  if (first === undefined || entry === undefined) return null;
  const script = known.reduce<readonly ScriptEntry[]>((moved, { index, atMs }) => {
    const before = moved[index];
    return before === undefined
      ? moved
      : moved.with(index, movedTo(before, clamp(Math.round(atMs), scenario.horizonMs)));
  }, scenario.script);
  const to = script[first.index]?.atMs ?? 0;
  const from = entry.atMs === undefined ? 'its moment' : roundSeconds(entry.atMs);
  const label =
    known.length === 1
      ? `${verbFact(entry.do).name} ${from} → ${roundSeconds(to)} s`
      : `${flags(known.length)} ${from} → ${roundSeconds(to)} s`;
  return { scenario: withScript(scenario, script), label };
}

/** Changes how long an entry lasts; those that cannot last stay as they are. */
export function resizeEntry(scenario: CompiledScenario, index: number, forMs: VirtualMs): Edit | null {
  const entry = scenario.script[index];
  if (entry === undefined || !verbFact(entry.do).fields.includes('forMs')) return null;
  const clamped = clamp(Math.round(forMs), scenario.horizonMs);
  const before = 'forMs' in entry ? entry.forMs : undefined;
  const from = before === undefined ? 'for good' : durationText(before);
  // Its verb has the field, as the table says.
  const resized = { ...entry, forMs: clamped } as ScriptEntry;
  return {
    scenario: withScript(scenario, scenario.script.with(index, resized)),
    label: `${verbFact(entry.do).name} lasts ${from} → ${durationText(clamped)}`,
  };
}

/** Another entry in the place of one; the caller has had it checked. */
export function replaceEntry(scenario: CompiledScenario, index: number, entry: ScriptEntry): Edit | null {
  const before = scenario.script[index];
  if (before === undefined) return null;
  return {
    scenario: withScript(scenario, scenario.script.with(index, entry)),
    label: `${verbFact(entry.do).name} ${actorLabel(entry.on).toLowerCase()} changed`,
  };
}

export function removeEntries(scenario: CompiledScenario, indices: readonly number[]): Edit | null {
  const gone = new Set(indices.filter((index) => scenario.script[index] !== undefined));
  const entry = scenario.script[[...gone][0] ?? -1];
  if (entry === undefined) return null;
  return {
    scenario: withScript(
      scenario,
      scenario.script.filter((_, index) => !gone.has(index)),
    ),
    label: gone.size === 1 ? `${verbFact(entry.do).name} ${entry.on} removed` : `${flags(gone.size)} removed`,
  };
}

/** The same entries once more, `byMs` later, at the end of the list in their order. */
export function duplicateEntries(scenario: CompiledScenario, indices: readonly number[], byMs: VirtualMs): Edit | null {
  const copies = indices.flatMap((index) => {
    const entry = scenario.script[index];
    if (entry === undefined) return [];
    return [
      entry.atMs === undefined ? entry : movedTo(entry, clamp(Math.round(entry.atMs + byMs), scenario.horizonMs)),
    ];
  });
  const [first] = copies;
  if (first === undefined) return null;
  return {
    scenario: withScript(scenario, [...scenario.script, ...copies]),
    label: copies.length === 1 ? `${verbFact(first.do).name} duplicated` : `${flags(copies.length)} duplicated`,
  };
}

/** Adds an entry at the end of the list; a surface that it needs and that is not there yet comes with it. */
export function addEntry(scenario: CompiledScenario, entry: ScriptEntry): Edit {
  const at = entry.atMs === undefined ? '' : ` at ${roundSeconds(entry.atMs)} s`;
  return {
    scenario: withScript(withSurface(scenario, entry), [...scenario.script, entry]),
    label: `${verbFact(entry.do).name} ${actorLabel(entry.on).toLowerCase()}${at}`,
  };
}

/** Sets a price, in dollars. The caller offers only prices that the format has, within its bounds. */
export function setPrice(scenario: CompiledScenario, { name, label }: PriceFact, dollars: number): Edit | null {
  const before = scenario.prices[name];
  if (before === dollars) return null;
  return {
    scenario: { ...scenario, prices: { ...scenario.prices, [name]: dollars } },
    label: `price of ${label} $${before} → $${dollars}`,
  };
}

/** All prices as the format has them by default. */
export function resetPrices(scenario: CompiledScenario, facts: readonly PriceFact[]): Edit | null {
  const changed = facts.filter(({ name, byDefault }) => scenario.prices[name] !== byDefault);
  if (changed.length === 0) return null;
  const defaults = Object.fromEntries(changed.map(({ name, byDefault }) => [name, byDefault]));
  return { scenario: { ...scenario, prices: { ...scenario.prices, ...defaults } }, label: 'prices as by default' };
}

export function setSeed(scenario: CompiledScenario, seed: number): Edit {
  return { scenario: { ...scenario, seed }, label: `seed ${scenario.seed} → ${seed}` };
}

/** Sets one option of one lane. The caller offers only what the lane's own list of options has. */
export function setOption(
  scenario: CompiledScenario,
  laneIndex: number,
  option: string,
  value: string | number | boolean,
): Edit | null {
  const lane = scenario.lanes[laneIndex];
  if (lane === undefined || !(option in lane.options)) return null;
  // The spread keeps every option of the lane and replaces one value by another of the same list.
  const options: LaneOptions = { ...lane.options, [option]: value };
  const said = typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
  return {
    scenario: { ...scenario, lanes: scenario.lanes.with(laneIndex, { ...lane, options }) },
    label: `${laneTitle(lane)}: ${option} ${said}`,
  };
}

function movedTo(entry: ScriptEntry, atMs: VirtualMs): ScriptEntry {
  const { after: _, ...rest } = entry;
  return { ...rest, atMs };
}

function flags(count: number): string {
  return `${count} flags`;
}

function withScript(scenario: CompiledScenario, script: readonly ScriptEntry[]): CompiledScenario {
  return { ...scenario, script };
}

/** A new surface has the path of the first one. Only what happens on surfaces alone can name a new one. */
function withSurface(scenario: CompiledScenario, { on: name, do: verb }: ScriptEntry): CompiledScenario {
  const [first] = scenario.surfaces;
  if (first === undefined || verbFact(verb).places.join() !== 'surface') return scenario;
  if (scenario.surfaces.some((surface) => surface.name === name)) return scenario;
  const kind = name.startsWith('phone') ? 'device' : 'tab';
  return { ...scenario, surfaces: [...scenario.surfaces, { ...first, name, kind }] };
}

function clamp(ms: VirtualMs, horizonMs: VirtualMs): VirtualMs {
  return Math.min(Math.max(0, ms), horizonMs);
}
