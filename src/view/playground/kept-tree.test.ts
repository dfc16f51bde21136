import { describe, expect, test } from 'vitest';
import { scenarioNamed } from '../../testing/home-run.ts';
import {
  amend,
  createEditTree,
  currentNode,
  grow,
  openNode,
  openScenario,
  removeNode,
  renameNode,
  undoAct,
} from './edit-tree.ts';
import type { EditTree } from './edit-tree.ts';
import { isWorthKeeping, readKeptTree, writeKeptTree } from './kept-tree.ts';

const home = scenarioNamed('wifi-blip');
const other = scenarioNamed('second-tab');
const scenarios = [home, other];
const seeded = (seed: number) => ({ ...home, seed });

/** Branches, a name, one that was removed, another scenario, and something to do again. */
const grown = [
  (tree: EditTree) => grow(tree, 'seed 1', seeded(1)),
  (tree: EditTree) => renameNode(tree, 1, 'Mine'),
  (tree: EditTree) => openNode(tree, 0),
  (tree: EditTree) => grow(tree, 'seed 2', seeded(2)),
  (tree: EditTree) => removeNode(tree, 2),
  (tree: EditTree) => openScenario(tree, other),
  (tree: EditTree) => grow(tree, 'seed 3', { ...other, seed: 3 }),
  undoAct,
].reduce((tree, act) => act(tree), createEditTree(home));

const kept = (tree: EditTree) => readKeptTree(writeKeptTree({ tree, hash: '#x' }), scenarios);

test('a tree is read as it was written, with all that can be undone and done again', () => {
  expect(kept(grown)).toEqual({ hash: '#x', tree: grown });
});

test('scenarios that are as they came are the very ones of the app', () => {
  const read = kept(grown);
  expect(read?.tree.nodes[0]?.scenario).toBe(home);
  expect(read === null ? null : currentNode(read.tree).scenario).toBe(other);
});

test('a nudge after a reload is a step of its own', () => {
  const nudged = { ...grow(createEditTree(home), 'seed 1', seeded(1)), nudged: 'seed' };
  const read = kept(nudged);
  expect(read?.tree.nudged).toBeNull();
  expect(read === null ? 0 : amend(read.tree, 'seed 2', seeded(2)).nodes.length).toBe(3);
});

test('a page that nobody has touched has nothing to keep', () => {
  expect(isWorthKeeping(createEditTree(home))).toBe(false);
  expect(isWorthKeeping(grown)).toBe(true);
});

describe('what cannot be read is left aside:', () => {
  const text = writeKeptTree({ tree: grown, hash: '' });
  const changed = (change: (kept: { form: number; tree: Record<string, unknown> }) => void): string => {
    const value = JSON.parse(text) as Parameters<typeof change>[0];
    change(value);
    return JSON.stringify(value);
  };
  const [first, ...rest] = grown.nodes;

  test.each([
    ['no JSON', text.slice(0, -20)],
    ['no tree', 'null'],
    ['another form', changed((value) => (value.form = 0))],
    ['a current node that is not there', changed(({ tree }) => (tree['current'] = 99))],
    ['a current node that was removed', changed(({ tree }) => (tree['current'] = 2))],
    ['a parent that comes later', changed(({ tree }) => (tree['nodes'] = [{ ...first, parent: 1 }, ...rest]))],
    ['a node without its scenario', changed(({ tree }) => (tree['nodes'] = [{ ...first, scenario: {} }, ...rest]))],
  ])('%s', (_, broken) => {
    expect(readKeptTree(broken, scenarios)).toBeNull();
  });
});
