import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scenarioNamed } from '../../testing/home-run.ts';
import {
  amend,
  branchFrom,
  branchName,
  createEditTree,
  currentNode,
  grow,
  nodeAt,
  openNode,
  openScenario,
  redoAct,
  removeNode,
  renameNode,
  undoAct,
  visibleNodes,
} from './edit-tree.ts';
import type { EditTree } from './edit-tree.ts';

const home = scenarioNamed('wifi-blip');
const other = scenarioNamed('second-tab');
const seeded = (seed: number) => ({ ...home, seed });
const edit = (tree: EditTree, seed: number) => grow(tree, `seed ${seed}`, seeded(seed));

type Command = (tree: EditTree) => EditTree;

/** Nodes are named by a fraction of those that there are, so that most commands name one that is there. */
const nodeOf = (tree: EditTree, at: number) => Math.floor(at * tree.nodes.length);
const fraction = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

const acts: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: fc.nat(9).map((seed) => (tree: EditTree) => edit(tree, seed)) },
  fc.nat(9).map((seed) => (tree: EditTree) => nudged(tree, seed)),
  fc.constantFrom(home, other).map((scenario) => (tree: EditTree) => openScenario(tree, scenario)),
  { weight: 2, arbitrary: fraction.map((at) => (tree: EditTree) => openNode(tree, nodeOf(tree, at))) },
  fraction.map((at) => (tree: EditTree) => removeNode(tree, nodeOf(tree, at))),
  fc.tuple(fraction, fc.constantFrom('', 'Mine', ' second try ')).map(
    ([at, name]) =>
      (tree: EditTree) =>
        renameNode(tree, nodeOf(tree, at), name),
  ),
);
const steps: fc.Arbitrary<Command> = fc.constantFrom(undoAct, redoAct);
const commands = fc.array(fc.oneof({ weight: 2, arbitrary: acts }, steps), { maxLength: 40 });

function nudged(tree: EditTree, seed: number): EditTree {
  if (tree.nudged === 'seed') return amend(tree, `seed ${seed}`, seeded(seed));
  return { ...grow(tree, `seed ${seed}`, seeded(seed)), nudged: 'seed' };
}

const after = (list: readonly Command[]) => list.reduce((tree, command) => command(tree), createEditTree(home));
/** What people see of a tree, without what they can undo. */
const sight = (tree: EditTree) => ({
  current: tree.current,
  branches: visibleNodes(tree).map(({ id, parent, label, name, scenario }) => [id, parent, label, name, scenario.seed]),
});

function undoAll(tree: EditTree): EditTree {
  return tree.past.length === 0 ? tree : undoAll(undoAct(tree));
}

describe('whatever people do', () => {
  test('every scenario that they made can be opened, at once or after an undo', () => {
    fc.assert(
      fc.property(commands, (list) => {
        const tree = after(list);
        const inSight = new Set<number>();
        for (let back = tree; ; back = undoAct(back)) {
          for (const { id } of visibleNodes(back)) inSight.add(id);
          if (back.past.length === 0) break;
        }
        expect(tree.nodes.filter(({ id }) => !inSight.has(id))).toEqual([]);
        for (const { id, isRemoved } of tree.nodes) if (!isRemoved) expect(openNode(tree, id).current).toBe(id);
      }),
    );
  });

  test('no edit takes the place of another: the list of nodes only grows', () => {
    fc.assert(
      fc.property(commands, (list) => {
        let tree = createEditTree(home);
        for (const command of list) {
          const next = command(tree);
          const isNudge = tree.nudged !== null && next.past.length === tree.past.length;
          for (const { id, scenario, parent } of tree.nodes) {
            expect(nodeAt(next, id).parent).toBe(parent);
            if (!isNudge || id !== tree.current) expect(nodeAt(next, id).scenario).toBe(scenario);
          }
          tree = next;
        }
      }),
    );
  });

  test('an undo takes the act back, whatever it was, and a redo does it again', () => {
    fc.assert(
      fc.property(commands, acts, (list, act) => {
        // A nudge of what was nudged goes on with that act: what it takes back is where the series began.
        const before = { ...after(list), nudged: null };
        const done = act(before);
        fc.pre(done !== before);
        const undone = undoAct(done);
        const isNew = (id: number) => id >= before.nodes.length;
        const { current, branches } = sight(undone);
        expect({ current, branches: branches.filter(([id]) => !isNew(Number(id))) }).toEqual(sight(before));
        expect(undone.past).toEqual(before.past);
        expect(sight(redoAct(undone))).toEqual(sight(done));
        expect(redoAct(undone).past).toEqual(done.past);
        expect(redoAct(undone).future).toEqual(done.future);
      }),
    );
  });

  test('undoing all of it leads back to what was opened first', () => {
    fc.assert(
      fc.property(commands, (list) => {
        const undone = undoAll(after(list));
        expect(undone.current).toBe(0);
        expect(currentNode(undone).scenario).toBe(home);
      }),
    );
  });

  test('people stand on a branch that is in sight, and so does everything that it grew from', () => {
    fc.assert(
      fc.property(commands, (list) => {
        const tree = after(list);
        expect(currentNode(tree).isRemoved).toBe(false);
        for (const { parent, id } of visibleNodes(tree)) {
          if (parent === null) continue;
          expect(parent).toBeLessThan(id);
          expect(nodeAt(tree, parent).isRemoved).toBe(false);
        }
      }),
    );
  });

  test('siblings in sight differ: the same edit at the same place is the same branch', () => {
    fc.assert(
      // Nudges may meet a sibling on their way.
      fc.property(
        fc.array(
          fc.oneof(
            fc.nat(9).map((seed) => (tree: EditTree) => edit(tree, seed)),
            steps,
          ),
        ),
        (list) => {
          const keys = visibleNodes(after(list)).map(({ parent, scenario }) => `${parent}/${scenario.seed}`);
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
    );
  });
});

describe('an edit after an undo', () => {
  const tree = edit(undoAct(edit(createEditTree(home), 1)), 2);

  test('grows beside what was undone', () => {
    expect(sight(tree)).toEqual({
      current: 2,
      branches: [
        [0, null, `open “${home.title}”`, null, home.seed],
        [1, 0, 'seed 1', null, 1],
        [2, 0, 'seed 2', null, 2],
      ],
    });
  });

  test('that repeats what was undone leads back to it', () => {
    expect(edit(undoAct(tree), 1).current).toBe(1);
    expect(edit(undoAct(tree), 1).nodes).toHaveLength(3);
  });
});

describe('a branch', () => {
  const chain = edit(edit(createEditTree(home), 1), 2);

  test('is removed with what follows from it; people on it go back to where it began', () => {
    const removed = removeNode(chain, 1);
    expect(visibleNodes(removed).map(({ id }) => id)).toEqual([0]);
    expect(removed.current).toBe(0);
    expect(undoAct(removed).current).toBe(2);
    expect(visibleNodes(undoAct(removed))).toHaveLength(3);
  });

  test('that was removed before stays removed when the removal of its parent is undone', () => {
    const twice = removeNode(removeNode(chain, 2), 1);
    expect(visibleNodes(undoAct(twice)).map(({ id }) => id)).toEqual([0, 1]);
  });

  test('as it came is not removed under people’s feet, and can be removed from elsewhere', () => {
    expect(removeNode(chain, 0)).toBe(chain);
    const elsewhere = openScenario(chain, other);
    expect(visibleNodes(removeNode(elsewhere, 0)).map(({ id }) => id)).toEqual([3]);
  });

  test('is called by what changed, or by the name that it is given', () => {
    const named = renameNode(chain, 2, '  Without the drop ');
    expect(branchName(currentNode(named))).toBe('Without the drop');
    expect(branchName(currentNode(renameNode(named, 2, ' ')))).toBe('seed 2');
    expect(branchName(currentNode(undoAct(named)))).toBe('seed 2');
  });

  test('holds what grew from it', () => {
    expect(branchFrom(edit(openNode(chain, 1), 3), 1)).toEqual([1, 2, 3]);
  });

  test('says in the undo that it was opened, removed or named', () => {
    const tree = renameNode(removeNode(openNode(chain, 1), 2), 1, 'Short');
    expect(tree.past.slice(2).map(({ label }) => label)).toEqual(['open “seed 1”', 'remove “seed 2”', 'name “Short”']);
  });
});

test('a scenario that is opened again leads back to what it was, not to a copy', () => {
  const tree = openScenario(openScenario(edit(createEditTree(home), 1), other), structuredClone(home));
  expect(tree.current).toBe(0);
  expect(tree.nodes).toHaveLength(3);
  expect(undoAct(undoAct(tree)).current).toBe(1);
});
