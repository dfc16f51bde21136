/** Suggestions of the format as CodeMirror takes them. */

import { startCompletion } from '@codemirror/autocomplete';
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import type { Suggestion, Suggestions } from '../../../scenario/editing/suggest.ts';

type Suggest = (text: string, offset: number) => Suggestions | null;

/** After these a field or a value begins, and suggestions come by themselves. */
const BEGINS = /(?:[:,[{-]|^)\s$|^\s*$/;
/** CodeMirror ranks from 99 down. */
const MOST_BOOST = 99;

export function completeField(suggest: Suggest): (context: CompletionContext) => CompletionResult | null {
  return ({ state, pos, explicit }) => {
    const line = state.doc.lineAt(pos);
    const before = line.text.slice(0, pos - line.from);
    const isWord = /[\w.'>-]$/.test(before);
    // A line break alone would have Enter take a suggestion that nobody asked for.
    if (!explicit && !isWord && !(before.trim() !== '' && BEGINS.test(before))) return null;
    const found = suggest(state.doc.toString(), pos);
    if (found === null) return null;
    const { from, to, options } = found;
    return { from, to, options: options.map(completion), validFor: /^[\w.'>-]*$/ };
  };
}

function completion(suggestion: Suggestion, index: number): Completion {
  const { label, detail, note, kind } = suggestion;
  return {
    label,
    type: kind,
    boost: MOST_BOOST - Math.min(index, 2 * MOST_BOOST),
    ...(detail === '' ? {} : { detail }),
    ...(note === '' ? {} : { info: note }),
    apply: (view, _completion, from, to) => take(view, suggestion, from, to),
  };
}

/** A key is followed by its value, and what that can be is offered at once. */
function take(view: EditorView, { insert, caret, label }: Suggestion, from: number, to: number): void {
  const head = from + (caret ?? insert.length);
  view.dispatch({ changes: { from, to, insert }, selection: { anchor: head }, userEvent: 'input.complete' });
  if (insert !== label) startCompletion(view);
}
