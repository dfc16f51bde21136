/**
 * What must not stand in a file whatever it is about, and what would be lost once it is plain data:
 * doubled keys, keys that are not words, keys that have a meaning for the language itself.
 */

import { isMap, isScalar, isSeq, type Document, type Node } from 'yaml';
import type { FieldPath, FieldProblem } from './scenario-problem.ts';

export interface TreeProblem extends FieldProblem {
  /** Character offset of the key in the text. */
  readonly offset: number;
}

/** Deeper than any scenario, and far from the depth at which a stack overflows. */
const DEEPEST = 60;

/** Walks the tree once, without following aliases: linear in the length of the text. */
export function inspectTree(document: Document): readonly TreeProblem[] {
  const problems: TreeProblem[] = [];
  inspectNode(document.contents, [], problems);
  return problems;
}

function inspectNode(node: unknown, path: FieldPath, problems: TreeProblem[]): void {
  if (path.length > DEEPEST) throw new RangeError('nested too deeply');
  if (isSeq(node)) {
    node.items.forEach((item, index) => inspectNode(item, [...path, index], problems));
    return;
  }
  if (!isMap(node)) return;
  const seen = new Set<string>();
  for (const { key, value } of node.items) {
    const offset = (key as Node | null)?.range?.[0] ?? node.range?.[0] ?? 0; // a pair of a parsed tree holds nodes
    const word = isScalar(key) ? keyWord(key.value) : null;
    if (word === null) {
      problems.push({ path, at: 'value', offset, reason: 'a key here is not a word', remedy: 'Write "key: value".' });
      continue;
    }
    const refusal = refuseKey(word, seen);
    if (refusal !== null) problems.push({ path: [...path, word], at: 'key', offset, ...refusal });
    seen.add(word);
    inspectNode(value, [...path, word], problems);
  }
}

function refuseKey(word: string, seen: ReadonlySet<string>): Pick<FieldProblem, 'reason' | 'remedy'> | null {
  if (word === '__proto__' || word === 'constructor' || word === 'prototype') {
    return {
      reason: `"${word}" cannot be a name, since it has a meaning in JavaScript`,
      remedy: 'Choose another name.',
    };
  }
  if (seen.has(word)) return { reason: `"${word}" stands here twice`, remedy: 'Keep one of the two.' };
  return null;
}

/** YAML lets numbers and truth values stand as keys; in plain data they become words. */
function keyWord(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}
