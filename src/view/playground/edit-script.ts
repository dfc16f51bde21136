/** Changes of a script as people make them, each with the words that undo and redo show for it. */

import type { VirtualMs } from '../../protocol/time.ts';
import { actorLabel } from '../../projection/actor-label.ts';
import { durationText, roundSeconds } from '../../projection/seconds.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { LaneOptions, ScriptEntry } from '../../scenario/schema.ts';
import { laneTitle } from '../../projection/moments.ts';

export interface Edit {
  readonly scenario: CompiledScenario;
  readonly label: string;
}

/** Moves an entry to a clock time; one that waited for an event of the run stops waiting. */
export function moveEntry(scenario: CompiledScenario, index: number, atMs: VirtualMs): Edit | null {
  const entry = scenario.script[index];
  if (entry === undefined) return null;
  const clamped = clamp(Math.round(atMs), scenario.horizonMs);
  const { after: _, ...rest } = entry;
  const from = entry.atMs === undefined ? 'its moment' : roundSeconds(entry.atMs);
  return {
    scenario: withScript(scenario, scenario.script.with(index, { ...rest, atMs: clamped })),
    label: `${entry.do} ${from} → ${roundSeconds(clamped)} s`,
  };
}

/** Changes how long a drop or a sleep lasts; other entries have no duration and stay as they are. */
export function resizeEntry(scenario: CompiledScenario, index: number, forMs: VirtualMs): Edit | null {
  const entry = scenario.script[index];
  if (entry === undefined || (entry.do !== 'drop' && entry.do !== 'sleep')) return null;
  const clamped = clamp(Math.round(forMs), scenario.horizonMs);
  const from = entry.forMs === undefined ? 'for good' : durationText(entry.forMs);
  return {
    scenario: withScript(scenario, scenario.script.with(index, { ...entry, forMs: clamped })),
    label: `${entry.do} lasts ${from} → ${durationText(clamped)}`,
  };
}

export function removeEntry(scenario: CompiledScenario, index: number): Edit | null {
  const entry = scenario.script[index];
  if (entry === undefined) return null;
  return {
    scenario: withScript(scenario, scenario.script.toSpliced(index, 1)),
    label: `${entry.do} ${entry.on} removed`,
  };
}

/** Adds an entry at the end of the list; a surface that it needs and that is not there yet comes with it. */
export function addEntry(scenario: CompiledScenario, entry: ScriptEntry): Edit {
  const at = entry.atMs === undefined ? '' : ` at ${roundSeconds(entry.atMs)} s`;
  return {
    scenario: withScript(withSurface(scenario, entry.on), [...scenario.script, entry]),
    label: `${entry.do} ${actorLabel(entry.on).toLowerCase()}${at}`,
  };
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

function withScript(scenario: CompiledScenario, script: readonly ScriptEntry[]): CompiledScenario {
  return { ...scenario, script };
}

/** A new surface has the path of the first one. */
function withSurface(scenario: CompiledScenario, name: string): CompiledScenario {
  const [first] = scenario.surfaces;
  if (first === undefined || scenario.surfaces.some((surface) => surface.name === name)) return scenario;
  const kind = name.startsWith('phone') ? 'device' : 'tab';
  return { ...scenario, surfaces: [...scenario.surfaces, { ...first, name, kind }] };
}

function clamp(ms: VirtualMs, horizonMs: VirtualMs): VirtualMs {
  return Math.min(Math.max(0, ms), horizonMs);
}
