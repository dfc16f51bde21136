import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simulate } from '../../sim/simulate.ts';
import { scenarioNamed } from '../../testing/home-run.ts';
import { ghostOf } from './comparison.ts';
import { currentNode, visibleNodes } from './edit-tree.ts';
import type { PlaygroundAction } from './playground-action.ts';
import { createPlaygroundState, isSettled, reducePlayground } from './playground-state.ts';
import type { PlaygroundState } from './playground-state.ts';

const home = scenarioNamed('wifi-blip');
const other = scenarioNamed('second-tab');
const DROP = home.script.findIndex((entry) => entry.do === 'drop');

/** The simulator answers: for the page, and for what is compared. */
function answered(state: PlaygroundState): PlaygroundState {
  const { scenario, comparison } = state;
  const settled = isSettled(state)
    ? state
    : reducePlayground(state, { type: 'run.arrived', scenario, run: simulate(scenario), restarted: false });
  if (comparison === null || comparison.run !== null || comparison.failure !== null) return settled;
  const run = simulate(comparison.scenario);
  return reducePlayground(settled, {
    type: 'comparison.answered',
    scenario: comparison.scenario,
    run,
    failure: null,
  });
}

const after = (...actions: readonly PlaygroundAction[]) =>
  actions.reduce((state, action) => answered(reducePlayground(state, action)), answered(createPlaygroundState(home)));

const seed = (value: number): PlaygroundAction => ({ type: 'seed.set', seed: value });
const undo: PlaygroundAction = { type: 'edit.undone' };
const open = (node: number): PlaygroundAction => ({ type: 'branch.opened', node });
const compare = (node: number | null): PlaygroundAction => ({ type: 'branch.compared', node });
const remove = (node: number): PlaygroundAction => ({ type: 'branch.removed', node });

describe('a branch that is compared with', () => {
  // Node 0 as it came, node 1 with seed 7, node 2 with seed 8 beside it and on the page.
  const compared = after(seed(7), undo, seed(8), compare(1));

  test('is simulated again, and is the ghost in place of the outcome before the last edit', () => {
    expect(compared.comparison?.run?.report.seed).toBe(7);
    expect(ghostOf(compared)?.report.seed).toBe(7);
    expect(compared.ghost?.report.seed).toBe(home.seed);
    expect(ghostOf(answered(reducePlayground(compared, compare(null))))?.report.seed).toBe(home.seed);
  });

  test('stays while people go on editing', () => {
    const edited = answered(reducePlayground(compared, seed(9)));
    expect(ghostOf(edited)?.report.seed).toBe(7);
    expect(edited.ghost?.report.seed).toBe(8);
  });

  test('changes places with the one on the page when it is opened', () => {
    const turned = reducePlayground(compared, open(1));
    expect(turned.scenario.seed).toBe(7);
    expect(turned.comparison).toMatchObject({ node: 2, failure: null });
    expect(turned.comparison?.run).toBe(compared.run);
    expect(reducePlayground(answered(turned), open(2)).comparison?.node).toBe(1);
  });

  test('is simulated again when it is opened before its run has come', () => {
    const hasty = reducePlayground(reducePlayground(compared, seed(9)), compare(1));
    expect(reducePlayground(hasty, open(1)).comparison).toMatchObject({ node: 3, run: null });
  });

  test('ends with its removal, and with the redo of that', () => {
    const removed = reducePlayground(compared, remove(1));
    expect(removed.comparison).toBeNull();
    const again = after(seed(7), undo, seed(8), remove(1), undo, compare(1), { type: 'edit.redone' });
    expect(again.comparison).toBeNull();
  });

  test('is another one than the one on the page, and one that is there', () => {
    expect(reducePlayground(compared, compare(2))).toBe(compared);
    expect(reducePlayground(compared, compare(17))).toBe(compared);
  });

  test('of another scenario has numbers, and no ghost in this one’s time', () => {
    const elsewhere = after({ type: 'scenario.opened', scenario: other, playheadMs: null }, compare(0));
    expect(elsewhere.comparison?.run?.scenario.id).toBe('wifi-blip');
    expect(ghostOf(elsewhere)).toBeNull();
  });

  test('that could not be simulated says why, and answers of another one are left aside', () => {
    const waiting = reducePlayground(compared, compare(0));
    const late = reducePlayground(waiting, {
      type: 'comparison.answered',
      scenario: compared.comparison?.scenario ?? home,
      run: compared.run,
      failure: null,
    });
    expect(late).toBe(waiting);
    const failed = reducePlayground(waiting, {
      type: 'comparison.answered',
      scenario: home,
      run: null,
      failure: 'too many events',
    });
    expect(failed.comparison).toMatchObject({ node: 0, run: null, failure: 'too many events' });
  });
});

test('how an edit came out is remembered with it, and what a drag passes through is not', () => {
  const dragged = after(
    { type: 'entries.moved', moves: [{ index: DROP, atMs: 1200 }], phase: 'dragging' },
    { type: 'entries.moved', moves: [{ index: DROP, atMs: 1100 }], phase: 'dropped' },
  );
  expect(dragged.tree.nodes).toHaveLength(2);
  for (const { outcome, scenario } of dragged.tree.nodes) {
    expect(outcome?.map(({ name }) => name)).toEqual(scenario.lanes.map(({ name }) => name));
  }
});

test('whatever people do, the page shows the branch that they are on, and compares with one that is there', () => {
  const node = fc.nat(8);
  const actions = fc.oneof(
    fc.nat(5).map(seed),
    fc.constant(undo),
    fc.constant<PlaygroundAction>({ type: 'edit.redone' }),
    node.map(open),
    node.map(remove),
    node.map(compare),
    fc
      .constantFrom(home, other)
      .map((scenario): PlaygroundAction => ({ type: 'scenario.opened', scenario, playheadMs: null })),
    fc
      .nat(3000)
      .map((atMs): PlaygroundAction => ({ type: 'entry.resized', index: DROP, forMs: atMs, phase: 'dragging' })),
  );
  fc.assert(
    fc.property(fc.array(actions, { maxLength: 25 }), (list) => {
      // Without a simulator: only where people stand is looked at.
      const state = list.reduce(reducePlayground, createPlaygroundState(home));
      expect(state.gesture?.before ?? state.scenario).toBe(currentNode(state.tree).scenario);
      if (state.comparison !== null) {
        const { node: with_ } = state.comparison;
        expect(visibleNodes(state.tree).map(({ id }) => id)).toContain(with_);
      }
    }),
  );
});
