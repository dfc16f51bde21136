/** What the text editor is made of: language, keys, help, looks. */

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, Transaction } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import type { FieldNote } from '../../../scenario/editing/explain-field.ts';
import type { Suggestions } from '../../../scenario/editing/suggest.ts';
import { completeField } from './complete-field.ts';
import { EDITOR_THEME, SYNTAX } from './editor-theme.ts';
import { fieldHover } from './field-hover.ts';
import { lineMarks } from './line-marks.ts';

/** What the editor asks for and tells; each is called anew, so that it may go by the newest run. */
export interface EditorHands {
  readonly label: string;
  /** The id of the element that says how the keys work. */
  readonly describedBy: string;
  readonly suggest: (text: string, offset: number) => Suggestions | null;
  readonly explain: (text: string, offset: number) => FieldNote | null;
  /** People wrote; what was put there by `replace` is not told. */
  readonly onWrite: (text: string) => void;
  /** The cursor went elsewhere, or the text around it changed. */
  readonly onCursor: (text: string, offset: number) => void;
  readonly onLeave: () => void;
  readonly onSave: () => void;
}

export function editorExtensions(hands: EditorHands): readonly Extension[] {
  const { label, describedBy, suggest, explain, onSave } = hands;
  return [
    lineNumbers(),
    lineMarks(),
    history(),
    drawSelection(),
    EditorState.allowMultipleSelections.of(true),
    EditorView.lineWrapping,
    indentUnit.of('  '),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightSelectionMatches(),
    search({ top: true }),
    yaml(),
    syntaxHighlighting(SYNTAX),
    EDITOR_THEME,
    autocompletion({ override: [completeField(suggest)], icons: false, maxRenderedOptions: 80 }),
    fieldHover(explain),
    keymap.of([
      { key: 'Mod-s', preventDefault: true, run: () => (onSave(), true) },
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...searchKeymap,
      ...historyKeymap,
      // Without the list of problems as a panel: it stands below the editor.
      ...lintKeymap.filter(({ key }) => key === 'F8'),
      ...defaultKeymap,
      indentWithTab,
    ]),
    EditorView.contentAttributes.of({
      tabindex: '0',
      'aria-label': label,
      'aria-describedby': describedBy,
      autocapitalize: 'off',
      autocorrect: 'off',
      spellcheck: 'false',
    }),
    listener(hands),
  ];
}

function listener({ onWrite, onCursor, onLeave }: EditorHands): Extension {
  return EditorView.updateListener.of(({ docChanged, selectionSet, focusChanged, view, state, transactions }) => {
    const isOurs = transactions.some((transaction) => transaction.annotation(Transaction.remote) === true);
    if (docChanged && !isOurs) onWrite(state.doc.toString());
    if (docChanged || selectionSet) onCursor(state.doc.toString(), state.selection.main.head);
    if (focusChanged && !view.hasFocus) onLeave();
  });
}
