/**
 * The text editor: CodeMirror with what it needs here, and nothing of React. Loaded when somebody
 * first opens the text of a scenario.
 */

import { historyField } from '@codemirror/commands';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState, Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { textChange } from '../text-change.ts';
import { editorExtensions } from './editor-extensions.ts';
import type { EditorHands } from './editor-extensions.ts';
import { setLineMarks } from './line-marks.ts';
import type { LineMark } from './line-marks.ts';

export interface TextEditorOptions extends EditorHands {
  readonly parent: HTMLElement;
  readonly text: string;
  /** Where an editor that was closed left off; taken when it held this text. */
  readonly kept: KeptEditor | null;
}

/** Cursor and history of an editor that was closed. */
export interface KeptEditor {
  readonly text: string;
  readonly json: unknown;
}

/** Something to underline, as offsets in the text. */
export interface Underline {
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly isError: boolean;
}

export interface TextEditor {
  /** Puts another text there and changes no more of it than it must. `isUndoable`: people may have theirs back. */
  readonly replace: (text: string, isUndoable: boolean) => void;
  readonly mark: (underlines: readonly Underline[], lines: readonly LineMark[]) => void;
  /** Goes to a place of the text and takes the focus. */
  readonly goTo: (from: number, to: number) => void;
  /** Takes it off the page; what it returns opens it again as it was. */
  readonly close: () => KeptEditor;
}

const KEPT = { history: historyField };

export function openTextEditor({ parent, text, kept, ...hands }: TextEditorOptions): TextEditor {
  const config = { extensions: editorExtensions(hands) };
  const state =
    kept?.text === text ? EditorState.fromJSON(kept.json, config, KEPT) : EditorState.create({ doc: text, ...config });
  const view = new EditorView({ state, parent });
  // Escape sets the Tab key free, and must not close the panel around the editor.
  const keep = (event: KeyboardEvent) => {
    if (event.key === 'Escape') event.preventDefault();
  };
  view.dom.addEventListener('keydown', keep);
  return {
    replace: (after, isUndoable) => {
      const changes = textChange(view.state.doc.toString(), after);
      const annotations = [Transaction.addToHistory.of(isUndoable), Transaction.remote.of(true)];
      if (changes !== null) view.dispatch({ changes, annotations });
    },
    mark: (underlines, lines) => {
      const end = view.state.doc.length;
      const inside = underlines.filter(({ to }) => to <= end);
      const diagnostics = inside.map(({ from, to, message, isError }) => ({
        from,
        to,
        message,
        severity: isError ? ('error' as const) : ('info' as const),
      }));
      view.dispatch(setDiagnostics(view.state, diagnostics));
      view.dispatch({ effects: setLineMarks.of(lines.filter(({ at }) => at <= end)) });
    },
    goTo: (from, to) => {
      const end = view.state.doc.length;
      const anchor = Math.min(from, end);
      view.dispatch({
        selection: { anchor, head: Math.min(to, end) },
        effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
      });
      view.focus();
    },
    close: () => {
      const closed = { text: view.state.doc.toString(), json: view.state.toJSON(KEPT) as unknown };
      view.destroy();
      return closed;
    },
  };
}
