/** What a field means, beside the pointer. The same stands below the editor for the field at the cursor. */

import { hoverTooltip } from '@codemirror/view';
import type { Extension } from '@codemirror/state';
import type { FieldNote } from '../../../scenario/editing/explain-field.ts';

type Explain = (text: string, offset: number) => FieldNote | null;

export function fieldHover(explain: Explain): Extension {
  return hoverTooltip(({ state }, offset) => {
    const note = explain(state.doc.toString(), offset);
    if (note === null) return null;
    return { pos: note.from, end: note.to, above: true, create: () => ({ dom: noteElement(note) }) };
  });
}

function noteElement({ path, kind, note }: FieldNote): HTMLElement {
  const element = document.createElement('div');
  element.className = 'cm-field-note';
  const title = document.createElement('strong');
  title.textContent = path.findLast((part) => typeof part === 'string') ?? '';
  const what = document.createElement('span');
  what.textContent = kind;
  const meaning = document.createElement('p');
  meaning.textContent = note;
  element.append(title, what, ...(note === '' ? [] : [meaning]));
  return element;
}
