/** What can be added to the script at a moment: only what the person in front of a surface could do there. */

import { DROP_FORMS } from '../../protocol/fault.ts';
import type { DropForm } from '../../protocol/fault.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { ScriptEntry } from '../../scenario/schema.ts';
import type { Run } from '../../sim/run.ts';
import { actorLabel } from '../actor-label.ts';
import type { FlagRow } from './flags.ts';

export interface Addable {
  readonly text: string;
  readonly hint: string;
  readonly entry: ScriptEntry;
}

export interface AddableGroup {
  readonly surface: string;
  readonly title: string;
  readonly entries: readonly Addable[];
}

/** How long a new fault lasts: long enough to be seen, short enough to be mended in sight. */
const NEW_DROP_MS = 3000;
const NEW_SLEEP_MS = 2000;

const DROP_HINTS: Readonly<Record<DropForm, string>> = {
  close: 'looks like a proper end',
  reset: 'an error at once',
  offline: 'the surface knows, the server does not',
  silent: 'nobody is told',
};

/** Groups by surface, for a moment of `run` in virtual milliseconds. */
export function addableEntries(run: Run, row: FlagRow, atMs: VirtualMs): readonly AddableGroup[] {
  const { surfaces, script } = run.scenario;
  return surfaces.map(({ name }) => ({
    surface: name,
    title: `On the ${actorLabel(name).toLowerCase()}`,
    entries: row === 'network' ? drops(name, atMs) : actions(name, atMs, script),
  }));
}

function drops(on: string, atMs: VirtualMs): readonly Addable[] {
  return DROP_FORMS.map((how) => ({
    text: `drop ${how}`,
    hint: DROP_HINTS[how],
    entry: { atMs, on, do: 'drop', how, forMs: NEW_DROP_MS },
  }));
}

function actions(on: string, atMs: VirtualMs, script: readonly ScriptEntry[]): readonly Addable[] {
  const before = script.filter((entry) => entry.on === on && (entry.atMs ?? 0) <= atMs);
  const isOpen = before.findLast((entry) => entry.do === 'open' || entry.do === 'close')?.do === 'open';
  if (!isOpen) return [{ text: 'open', hint: 'the page loads', entry: { atMs, on, do: 'open' } }];
  const isHidden = before.findLast((entry) => entry.do === 'hide' || entry.do === 'show')?.do === 'hide';
  const asked = script.find((entry) => entry.do === 'send');
  return [
    { text: 'send', hint: 'another question', entry: { atMs, on, do: 'send', text: asked?.text ?? '' } },
    { text: 'stop', hint: 'press the button', entry: { atMs, on, do: 'stop' } },
    { text: 'refresh', hint: 'the page loads again', entry: { atMs, on, do: 'refresh' } },
    isHidden
      ? { text: 'show', hint: 'back to the tab', entry: { atMs, on, do: 'show' } }
      : { text: 'hide', hint: 'another tab in front', entry: { atMs, on, do: 'hide' } },
    { text: 'sleep', hint: 'the lid is closed', entry: { atMs, on, do: 'sleep', forMs: NEW_SLEEP_MS } },
    { text: 'close', hint: 'the page is gone', entry: { atMs, on, do: 'close' } },
  ];
}
