/** From a field's path to its place in the text. */

import { isAlias, isMap, isNode, isScalar, isSeq, type Document } from 'yaml';
import type { FieldPath } from './scenario-problem.ts';

/**
 * The character offset of the field at `path`: of its key or of its value. A field that is not
 * written down is looked for around it, up to the start of the document.
 */
export function locateField(document: Document, path: FieldPath, at: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let keyOffset = offsetOf(node) ?? 0;
  let valueOffset = keyOffset;
  for (const part of path) {
    const step = enter(isAlias(node) ? node.resolve(document) : node, part);
    if (step === null) return valueOffset;
    node = step.value;
    keyOffset = step.keyOffset ?? valueOffset;
    valueOffset = offsetOf(node) ?? keyOffset;
  }
  return at === 'key' ? keyOffset : valueOffset;
}

/** The path of the first alias in the document, empty without one. */
export function firstAlias(document: Document): FieldPath {
  return aliasBelow(document.contents, []) ?? [];
}

function aliasBelow(node: unknown, path: FieldPath): FieldPath | null {
  if (isAlias(node)) return path;
  const items: readonly (readonly [string | number, unknown])[] = isSeq(node)
    ? node.items.map((item, index) => [index, item])
    : isMap(node)
      ? node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', value])
      : [];
  for (const [part, item] of items) {
    const found = aliasBelow(item, [...path, part]);
    if (found !== null) return found;
  }
  return null;
}

function enter(node: unknown, part: string | number): { value: unknown; keyOffset: number | null } | null {
  if (isSeq(node)) {
    const item: unknown = typeof part === 'number' ? node.items[part] : undefined;
    return item === undefined ? null : { value: item, keyOffset: offsetOf(item) };
  }
  if (!isMap(node)) return null;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
  return pair === undefined ? null : { value: pair.value, keyOffset: offsetOf(pair.key) };
}

function offsetOf(node: unknown): number | null {
  return isNode(node) && node.range ? node.range[0] : null;
}
