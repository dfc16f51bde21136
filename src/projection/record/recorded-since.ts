/** What people did to a scenario since it was opened: its script as it is now, and what else is other than it was. */

import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { ScriptEntry } from '../../scenario/schema.ts';
import { actorInSentence } from '../actor-label.ts';
import { laneTitle } from '../moments.ts';
import { entryText } from './entry-text.ts';
import type { EntryText } from './entry-text.ts';

export interface RecordedEntry extends EntryText {
  /** In the script. */
  readonly index: number;
  /** The scenario did not have it like this when it was opened. */
  readonly isYours: boolean;
}

export interface Recorded {
  /** In the order of time; those that wait for an event last. */
  readonly entries: readonly RecordedEntry[];
  /** Everything beside the script, and what was taken out of it; one clause each. */
  readonly changes: readonly string[];
}

export function recordedSince(origin: CompiledScenario, scenario: CompiledScenario): Recorded {
  const left = origin.script.map(entryKey);
  const entries = scenario.script.map((entry, index) => {
    const was = left.indexOf(entryKey(entry));
    if (was !== -1) left[was] = '';
    return { index, isYours: was === -1, atMs: entry.atMs ?? Number.POSITIVE_INFINITY, ...entryText(entry) };
  });
  const removed = origin.script.filter((_, index) => left[index] !== '');
  return {
    entries: entries.toSorted((a, b) => a.atMs - b.atMs).map(({ atMs: _atMs, ...entry }) => entry),
    changes: [
      ...removed.map(entryText).map(({ when, who, what }) => `no longer: ${when} ${who} ${what}`),
      ...otherChanges(origin, scenario),
    ],
  };
}

/** The same however its fields are ordered. */
function entryKey(entry: ScriptEntry): string {
  return JSON.stringify(Object.entries(entry).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function otherChanges(origin: CompiledScenario, scenario: CompiledScenario): readonly string[] {
  const before = new Map(origin.surfaces.map((surface) => [surface.name, surface]));
  return [
    ...(origin.seed === scenario.seed ? [] : [`seed ${origin.seed} → ${scenario.seed}`]),
    ...scenario.surfaces.filter(({ name }) => !before.has(name)).map(({ name }) => `${actorInSentence(name)} is new`),
    ...scenario.lanes.flatMap((lane, index) => laneChanges(origin.lanes[index], lane)),
    ...(isSame(restOf(origin), restOf(scenario)) ? [] : ['other fields of the file']),
  ];
}

type Lane = CompiledScenario['lanes'][number];

function laneChanges(before: Lane | undefined, lane: Lane): readonly string[] {
  if (before?.name !== lane.name) return [`${laneTitle(lane)} is new`];
  return Object.entries(lane.options)
    .filter(([option, value]) => before.options[option] !== value)
    .map(([option, value]) => `${laneTitle(lane)}: ${option} ${said(before.options[option])} → ${said(value)}`);
}

function said(value: unknown): string {
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
}

function restOf({ seed: _seed, script: _script, lanes, surfaces: _surfaces, ...rest }: CompiledScenario): unknown {
  return { ...rest, lanes: lanes.length };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
