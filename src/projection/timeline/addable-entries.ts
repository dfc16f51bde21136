/** What can be added to the script at a moment: every verb of the palette, where it can happen there. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { DropForm } from '../../protocol/fault.ts';
import { DROP_FORMS } from '../../protocol/fault.ts';
import type { ScriptEntry, Verb } from '../../scenario/schema.ts';
import type { Run } from '../../sim/run.ts';
import { actorInSentence } from '../actor-label.ts';
import { agentNames, freshEntry, rowOf, targetsOf, VERB_LIST } from './verb-list.ts';
import type { FlagRow } from './verb-list.ts';

export interface Addable {
  readonly text: string;
  readonly hint: string;
  readonly entry: ScriptEntry;
}

export interface AddableGroup {
  readonly actor: string;
  readonly title: string;
  readonly entries: readonly Addable[];
}

const DROP_HINTS: Readonly<Record<DropForm, string>> = {
  close: 'looks like a proper end',
  reset: 'an error at once',
  offline: 'the surface knows, the server does not',
  silent: 'nobody is told',
};

/** Groups by what it happens to, for a moment of `run` in virtual milliseconds. */
export function addableEntries(run: Run, row: FlagRow, atMs: VirtualMs): readonly AddableGroup[] {
  const { scenario } = run;
  const agents = agentNames(scenario);
  const groups = new Map<string, Addable[]>();
  for (const { verb, name, hint } of VERB_LIST) {
    for (const on of targetsOf(verb, scenario)) {
      // Servers have a row only while something happens to them; until then they are on the network's menu.
      const isPeoples = rowOf({ do: verb, on }, agents) === 'people';
      if (isPeoples !== (row === 'people') || !isPossible(verb, on, atMs, scenario)) continue;
      const entry = freshEntry(verb, on, atMs, scenario.script);
      const group = groups.get(on) ?? [];
      groups.set(on, group);
      if (entry.do !== 'drop') group.push({ text: name, hint, entry });
      else
        group.push(
          ...DROP_FORMS.map((how) => ({ text: `drop ${how}`, hint: DROP_HINTS[how], entry: { ...entry, how } })),
        );
    }
  }
  return [...groups].map(([actor, entries]) => ({ actor, title: `On ${actorInSentence(actor)}`, entries }));
}

/** A page that is not open can only be opened, and what is hidden only shown; a path can break at any time. */
function isPossible(verb: Verb, on: string, atMs: VirtualMs, { script, surfaces }: Run['scenario']): boolean {
  if (verb === 'drop' || surfaces.every(({ name }) => name !== on)) return true;
  const before = script.filter((entry) => entry.on === on && (entry.atMs ?? 0) <= atMs);
  const isOpen = before.findLast((entry) => entry.do === 'open' || entry.do === 'close')?.do === 'open';
  if (!isOpen || verb === 'open') return !isOpen && verb === 'open';
  const isHidden = before.findLast((entry) => entry.do === 'hide' || entry.do === 'show')?.do === 'hide';
  return verb === 'hide' ? !isHidden : verb !== 'show' || isHidden;
}
