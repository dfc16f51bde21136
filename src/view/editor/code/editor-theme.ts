/** The looks of the editor, by the tokens of the design, so that every theme of the page is its theme. */

import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** What is said stands out, what it is said of stands back. */
export const SYNTAX = HighlightStyle.define([
  { tag: tags.definition(tags.propertyName), color: 'var(--ink-2)' },
  { tag: [tags.content, tags.string], color: 'var(--ink)', fontWeight: '560' },
  { tag: tags.comment, color: 'var(--ink-3)', fontStyle: 'italic' },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: 'var(--ink-3)' },
  { tag: tags.meta, color: 'var(--ink-3)' },
]);

const FLOATING = {
  border: '1px solid var(--rule)',
  borderRadius: 'var(--radius-control)',
  background: 'var(--sheet)',
  color: 'var(--ink)',
  boxShadow: 'var(--shadow-float)',
  fontFamily: 'var(--font-sans)',
  fontSize: '12.5px',
};

export const EDITOR_THEME = EditorView.theme({
  '&': { height: '100%', background: 'var(--sheet)', color: 'var(--ink)', fontSize: 'var(--text-code)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.55', overscrollBehavior: 'contain' },
  '.cm-content': { padding: '6px 0', caretColor: 'var(--ink)' },
  // A line that is too long for the panel goes on a little further in.
  '.cm-line': { padding: '0 8px 0 calc(4px + 4ch)', textIndent: '-4ch' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--focus) 26%, transparent)',
  },
  '.cm-selectionMatch': { background: 'color-mix(in srgb, var(--focus) 14%, transparent)' },
  '&.cm-focused .cm-matchingBracket': { background: 'var(--rule)', outline: '1px solid var(--ink-3)' },
  '&.cm-focused .cm-nonmatchingBracket': { background: 'none', color: 'inherit' },
  '.cm-gutters': { border: '0', background: 'var(--sheet)', color: 'var(--ink-3)' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '3ch', padding: '0 2px 0 4px', fontSize: '0.92em' },
  '.cm-signs .cm-gutterElement': { width: '16px', textAlign: 'center' },
  '.cm-sign': { fontFamily: 'var(--font-sans)', fontWeight: '700', cursor: 'default' },
  '.cm-sign[data-kind=kept]': { color: 'var(--good)' },
  '.cm-sign[data-kind=broken], .cm-sign[data-kind=problem]': { color: 'var(--harm)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--harm) 1.5px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-info': {
    backgroundImage: 'none',
    textDecoration: 'underline dotted var(--harm) 2px',
    textUnderlineOffset: '3px',
  },
  '.cm-tooltip': FLOATING,
  '.cm-tooltip-lint': { padding: '0' },
  '.cm-diagnostic': { margin: '0', padding: '6px 10px', border: '0', maxWidth: '340px', lineHeight: '1.4' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    maxHeight: '15em',
    padding: '3px',
    fontFamily: 'var(--font-mono)',
    fontSize: '12px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    alignItems: 'baseline',
    gap: '10px',
    padding: '3px 8px',
    borderRadius: 'var(--radius-small)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { background: 'var(--ink)', color: 'var(--sheet)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionDetail': {
    flex: '1',
    marginLeft: '0',
    color: 'var(--ink-2)',
    fontFamily: 'var(--font-sans)',
    fontStyle: 'normal',
    fontSize: '11.5px',
    textAlign: 'end',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-tooltip.cm-completionInfo': { ...FLOATING, maxWidth: '280px', padding: '8px 10px', lineHeight: '1.4' },
  '.cm-field-note': { maxWidth: '340px', padding: '8px 10px', lineHeight: '1.4' },
  '.cm-field-note span': { marginInlineStart: '8px', color: 'var(--ink-2)' },
  '.cm-field-note p': { margin: '4px 0 0' },
  '.cm-panels': { borderBottom: '1px solid var(--rule)', background: 'var(--ground)', color: 'var(--ink)' },
  '.cm-panel.cm-search': { padding: '6px 30px 6px 8px', fontFamily: 'var(--font-sans)', fontSize: '12.5px' },
  '.cm-panel.cm-search label': { display: 'inline-flex', alignItems: 'center', fontSize: '12px' },
  '.cm-textfield, .cm-button': { fontSize: '12.5px' },
  '.cm-textfield': {
    minHeight: '28px',
    border: '1px solid var(--rule)',
    borderRadius: 'var(--radius-small)',
    background: 'var(--sheet)',
    color: 'var(--ink)',
  },
  '.cm-button': {
    minHeight: '28px',
    border: '1px solid var(--rule)',
    borderRadius: 'var(--radius-small)',
    background: 'var(--sheet)',
    backgroundImage: 'none',
    color: 'var(--ink)',
  },
  '.cm-searchMatch': { background: 'color-mix(in srgb, var(--focus) 22%, transparent)' },
  '.cm-searchMatch-selected': { background: 'color-mix(in srgb, var(--focus) 42%, transparent)' },
});
