/** What a challenge allows, and what somebody changed, in words. */

import { assertNever } from '../../base/assert.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { AllowedChanges } from '../../scenario/lesson/lesson-data.ts';
import type { Verb } from '../../scenario/schema.ts';
import { actorInSentence } from '../actor-label.ts';
import { laneTitle } from '../moments.ts';
import { VERB_LIST, verbFact } from '../timeline/verb-list.ts';
import type { VerbFact } from '../timeline/verb-list.ts';
import type { Change } from './changes.ts';

/** `refresh on the laptop was added`, `rollupMs of Session was changed`. */
export function changeText(change: Change, { lanes }: Pick<CompiledScenario, 'lanes'>): string {
  switch (change.kind) {
    case 'added':
    case 'changed':
    case 'removed':
      return `${verbName(change.verb)} on ${actorInSentence(change.on)} was ${change.kind}`;
    case 'option':
      return `${change.option} of ${titleOf(change.lane, lanes)} was changed`;
    case 'world':
      return `${WORLD[change.field] ?? change.field} was changed`;
    default:
      return assertNever(change);
  }
}

const WORLD: Readonly<Record<string, string>> = {
  seed: 'the seed',
  horizonMs: 'how long it lasts',
  agent: 'the agent',
  agents: 'the other agents',
  processes: 'the number of processes',
  browser: 'the browser',
  proxy: 'the proxy',
  lanes: 'which lanes there are',
  surfaces: 'a surface',
};

/** The verbs of a list, with what is known of them, in the order of the palette. */
export function verbsOf(names: readonly string[]): readonly VerbFact[] {
  return VERB_LIST.filter(({ verb }) => names.includes(verb));
}

/** Entries of the script that may be changed or removed, by their place. */
export function openEntries({ script }: CompiledScenario, { change, remove }: AllowedChanges): readonly OpenEntry[] {
  return script.flatMap((entry, index) => {
    const [canChange, canRemove] = [change.includes(entry.do), remove.includes(entry.do)];
    if (!canChange && !canRemove) return [];
    return [{ index, name: verbName(entry.do), on: actorInSentence(entry.on), canChange, canRemove }];
  });
}

export interface OpenEntry {
  /** Its place in the script. */
  readonly index: number;
  readonly name: string;
  readonly on: string;
  readonly canChange: boolean;
  readonly canRemove: boolean;
}

function verbName(verb: string): string {
  return VERB_LIST.some((fact) => fact.verb === verb) ? verbFact(verb as Verb).name : verb; // one of them by the line above
}

function titleOf(name: string, lanes: CompiledScenario['lanes']): string {
  const lane = lanes.find((other) => other.name === name);
  return lane === undefined ? name : laneTitle(lane);
}
