/**
 * Where a cursor stands in the text of a scenario: in which field, and whether a key or a value is
 * being written. Texts that are being written are rarely whole, so that nothing here asks for one.
 */

import { isMap, isPair, isScalar, isSeq, visit } from 'yaml';
import type { Document, Node, Pair, Scalar } from 'yaml';
import type { FieldPath } from '../scenario-problem.ts';
import { looseDocument } from './loose-document.ts';

export interface CursorPlace {
  /** Of the value that is being written, or of the map whose key is. */
  readonly path: FieldPath;
  readonly role: 'key' | 'value';
  /** The word under way, as offsets in the text. */
  readonly from: number;
  readonly to: number;
  /** Before the word there is nothing on its line. */
  readonly startsLine: boolean;
  /** Within braces or brackets. */
  readonly isFlow: boolean;
  /** A colon follows, so that the key is there already. */
  readonly hasColon: boolean;
}

/** No text holds it by chance. */
const MARK = 'zzcursorzz';
const WORD_BEFORE = /[A-Za-z0-9][\w.-]*$/;
const WORD_AFTER = /^[\w.-]*/;

/** `null` in comments, and where the text around the cursor cannot be made out. */
export function cursorPlace(text: string, offset: number): CursorPlace | null {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = WORD_BEFORE.exec(text.slice(lineStart, offset))?.[0] ?? '';
  const after = WORD_AFTER.exec(text.slice(offset))?.[0] ?? '';
  const from = offset - before.length;
  const to = offset + after.length;
  const marked = `${text.slice(0, from)}${MARK}${text.slice(to)}`;
  const found = findScalar(looseDocument(marked), ({ value }) => typeof value === 'string' && value.includes(MARK));
  if (found === null || isAside(found, marked)) return null;
  const { node, ancestors, role } = found;
  const isQuoted = node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE';
  // The mark took the place of the word, so that what follows it was elsewhere by as much.
  const [start, end] = isQuoted
    ? [node.range?.[0] ?? from, (node.range?.[1] ?? to) - MARK.length + (to - from)]
    : [from, to];
  return {
    path: pathOf(node, ancestors, role),
    role,
    from: start,
    to: end,
    startsLine: text.slice(lineStart, start).trim() === '',
    isFlow: ancestors.some((ancestor) => (isMap(ancestor) || isSeq(ancestor)) && ancestor.flow === true),
    hasColon: /^\s*:/.test(text.slice(end)),
  };
}

interface FoundScalar {
  readonly node: Scalar;
  readonly ancestors: readonly (Document | Node | Pair)[];
  readonly role: 'key' | 'value';
}

/** The first scalar that `is` true of, with all that it stands in. */
export function findScalar(document: Document, is: (node: Scalar) => boolean): FoundScalar | null {
  const found: FoundScalar[] = [];
  visit(document, {
    Scalar(key, node, ancestors) {
      if (!is(node)) return undefined;
      found.push({ node, ancestors, role: key === 'key' ? 'key' : 'value' });
      return visit.BREAK;
    },
  });
  return found[0] ?? null;
}

/** The way to a scalar, or for a key to the map that it is in. */
export function pathOf(node: Scalar, ancestors: FoundScalar['ancestors'], role: 'key' | 'value'): FieldPath {
  return ancestors.flatMap((ancestor, at): FieldPath => {
    const inner = ancestors[at + 1] ?? node;
    if (isPair(ancestor)) {
      const isOwnKey = role === 'key' && at === ancestors.length - 1;
      return isOwnKey || !isScalar(ancestor.key) ? [] : [String(ancestor.key.value)];
    }
    return isSeq(ancestor) ? [ancestor.items.indexOf(inner)] : [];
  });
}

/** A key that stands elsewhere than the keys beside it: the reader puts it somewhere all the same. */
function isAside({ ancestors, node, role }: FoundScalar, marked: string): boolean {
  const map = ancestors.at(-2);
  if (role !== 'key' || !isMap(map) || map.flow === true) return false;
  const first = map.items.at(0)?.key;
  return isScalar(first) && columnOf(marked, first) !== columnOf(marked, node);
}

function columnOf(text: string, { range }: Scalar): number {
  const start = range?.[0] ?? 0;
  return start - text.lastIndexOf('\n', start - 1) - 1;
}
