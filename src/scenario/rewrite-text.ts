/**
 * A scenario's text after an edit that was made elsewhere, on the timeline or on the stage: only the
 * lines that must change do, so that comments and the manner of the rest stay as somebody wrote them.
 */

import { isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node, Pair } from 'yaml';
import type { Answers } from './answers.ts';
import type { CompiledScenario } from './compiled-scenario.ts';
import { loadScenario } from './load.ts';
import { printField, printScenario, scenarioFields } from './print-scenario.ts';
import type { FileFields } from './print-scenario.ts';
import { yamlItem } from './yaml-text.ts';

/** `text` changed so that it says `scenario`; printed anew where it cannot be read or patched. */
export function rewriteText(text: string, scenario: CompiledScenario, answers: Answers): string {
  const printed = printScenario(scenario, answers);
  const before = loadScenario(text, { answers });
  if (!before.ok) return printed;
  if (printScenario(before.value, answers) === printed) return text;
  const patched = patch(text, scenarioFields(before.value, answers), scenarioFields(scenario, answers));
  if (patched === null) return printed;
  const after = loadScenario(patched, { answers });
  return after.ok && printScenario(after.value, answers) === printed ? patched : printed;
}

/** Lines to put in place of some: from one to before another, both counted from 0. */
interface Splice {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

function patch(text: string, have: FileFields, want: FileFields): string | null {
  const tree = parseDocument(text).contents;
  if (!isMap(tree) || tree.flow === true) return null;
  const pairs = new Map(tree.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', pair]));
  const changed = [...new Set([...Object.keys(have), ...Object.keys(want)])].filter(
    (key) => JSON.stringify(have[key]) !== JSON.stringify(want[key]),
  );
  const splices: Splice[] = [];
  for (const key of changed) {
    const pair = pairs.get(key);
    const value = want[key];
    if (pair === undefined) {
      if (value !== undefined) splices.push(insertion(text, key, value, want, pairs));
    } else splices.push(...(itemSplices(text, pair, have[key], value) ?? [fieldSplice(text, pair, key, value)]));
  }
  const lines = text.split('\n');
  // From the end on, so that the numbers of the lines before stay what they are.
  for (const { from, to, lines: fresh } of splices.toSorted((a, b) => b.from - a.from || b.to - a.to))
    lines.splice(from, to - from, ...fresh);
  return lines.join('\n');
}

function fieldSplice(text: string, pair: Pair, key: string, value: unknown): Splice {
  const start = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
  const end = isNode(pair.value) ? endOf(text, pair.value) : start;
  return {
    from: lineAt(text, start),
    to: lineAt(text, Math.max(start, end)) + 1,
    lines: value === undefined ? [] : printField(key, value),
  };
}

/** After the nearest field before it that the text has, in the order in which a file has them. */
function insertion(
  text: string,
  key: string,
  value: unknown,
  want: FileFields,
  pairs: ReadonlyMap<string, Pair>,
): Splice {
  const before = Object.keys(want)
    .slice(0, Object.keys(want).indexOf(key))
    .findLast((other) => pairs.has(other));
  const pair = before === undefined ? undefined : pairs.get(before);
  const line = pair !== undefined && isNode(pair.value) ? lineAt(text, endOf(text, pair.value)) + 1 : 0;
  return { from: line, to: line, lines: printField(key, value) };
}

/** Entry by entry, where both are lists and the text has one entry below the other; else `null`. */
function itemSplices(text: string, pair: Pair, have: unknown, want: unknown): readonly Splice[] | null {
  const list = pair.value;
  if (!isSeq(list) || list.flow === true || !Array.isArray(have) || !Array.isArray(want)) return null;
  if (want.length === 0 || list.items.length !== have.length) return null;
  const items = list.items.filter(isNode);
  if (items.length !== have.length) return null;
  const [before, after] = [have.map(textOf), want.map(textOf)];
  const head = commonLength(before, after);
  const tail = commonLength(before.slice(head).toReversed(), after.slice(head).toReversed());
  const from = items.map((item) => lineAt(text, item.range?.[0] ?? 0));
  const to = items.map((item) => lineAt(text, endOf(text, item)) + 1);
  const indent = /^ */.exec(text.split('\n')[from[0] ?? 0] ?? '')?.[0].length ?? 2;
  const printed = (want as readonly unknown[]).slice(head, want.length - tail).map((item) => yamlItem(item, indent));
  const gone = before.length - head - tail;
  return Array.from({ length: Math.max(gone, printed.length) }, (_, index): Splice => {
    const lines = printed[index] ?? [];
    if (index < gone) return { from: from[head + index] ?? 0, to: to[head + index] ?? 0, lines };
    // What is more than was there follows the entry before it.
    const at = head + gone === 0 ? (from[0] ?? 0) : (to[head + gone - 1] ?? 0);
    return { from: at, to: at, lines };
  }).filter(({ lines }, index) => index < gone || lines.length > 0);
}

function textOf(item: unknown): string {
  return JSON.stringify(item);
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((item, index) => item !== b[index]);
  return at === -1 ? Math.min(a.length, b.length) : at;
}

/** The offset of the last character of a node, without the blank lines after it. */
function endOf(text: string, node: Node): number {
  const [start = 0, end = 0] = node.range ?? [];
  return start + Math.max(0, text.slice(start, end).trimEnd().length - 1);
}

function lineAt(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
