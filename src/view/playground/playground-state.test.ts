import { describe, expect, test } from 'vitest';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import { simulate } from '../../sim/simulate.ts';
import { scenarioNamed } from '../../testing/home-run.ts';
import type { PlaygroundAction } from './playground-action.ts';
import { createPlaygroundState, isSettled, playheadOf, reducePlayground } from './playground-state.ts';
import type { PlaygroundState } from './playground-state.ts';

const home = scenarioNamed('wifi-blip');
const DROP = home.script.findIndex((entry) => entry.do === 'drop');

/** Takes the actions in turn, and lets the simulator answer after each. */
function after(...actions: readonly PlaygroundAction[]): PlaygroundState {
  return actions.reduce(
    (state, action) => answered(reducePlayground(state, action)),
    answered(createPlaygroundState(home)),
  );
}

function answered(state: PlaygroundState): PlaygroundState {
  if (isSettled(state)) return state;
  const { scenario } = state;
  return reducePlayground(state, { type: 'run.arrived', scenario, run: simulate(scenario), restarted: false });
}

const dropTime = ({ script }: CompiledScenario) => script[DROP]?.atMs;
const move = (atMs: number, phase: 'dragging' | 'dropped' | 'cancelled'): PlaygroundAction => ({
  type: 'entries.moved',
  moves: [{ index: DROP, atMs }],
  phase,
});

describe('a drag', () => {
  test('changes the script all the time and is one step when it is dropped', () => {
    const state = after(move(1500, 'dragging'), move(1200, 'dragging'), move(1100, 'dropped'));
    expect(dropTime(state.scenario)).toBe(1100);
    expect(state.tree.past.map(({ label }) => label)).toEqual(['drop 1.60 → 1.10 s']);
    expect(dropTime(reducePlayground(state, { type: 'edit.undone' }).scenario)).toBe(1600);
  });

  test('keeps the outcome from before it as the ghost', () => {
    const before = simulate(home).report.digest;
    const during = after(move(1500, 'dragging'), move(900, 'dragging'));
    expect(during.ghost?.report.digest).toBe(before);
    expect(during.run?.report.digest).not.toBe(before);
    const dropped = answered(reducePlayground(during, move(900, 'dropped')));
    expect(dropped.ghost?.report.digest).toBe(before);
  });

  test('that is cancelled leaves no trace', () => {
    const state = after(move(1500, 'dragging'), move(700, 'cancelled'));
    expect(state.scenario).toBe(home);
    expect(state.tree.past).toEqual([]);
    expect(state.ghost).toBeNull();
    expect(state.gesture).toBeNull();
  });

  test('that ends where it began is no step', () => {
    expect(after(move(1500, 'dragging'), move(1600, 'dropped')).tree.past).toEqual([]);
  });

  test('never leaves the run', () => {
    expect(dropTime(after(move(-500, 'dropped')).scenario)).toBe(0);
    expect(dropTime(after(move(1e9, 'dropped')).scenario)).toBe(home.horizonMs);
  });
});

describe('nudges', () => {
  test('that lead to a branch of before leave it as it is', () => {
    const state = after(
      move(1610, 'dropped'),
      { type: 'branch.opened', node: 0 },
      move(1610, 'dropped'),
      move(1620, 'dropped'),
    );
    expect(state.tree.nodes.map(({ parent, scenario }) => [parent, dropTime(scenario)])).toEqual([
      [null, 1600],
      [0, 1610],
      [1, 1620],
    ]);
  });

  test('of one flag, one after the other, are one step', () => {
    const state = after(move(1610, 'dropped'), move(1620, 'dropped'), move(1630, 'dropped'));
    expect(state.tree.past.map(({ label }) => label)).toEqual(['drop 1.60 → 1.63 s']);
    expect(dropTime(reducePlayground(state, { type: 'edit.undone' }).scenario)).toBe(1600);
  });

  test('after a drag begin a step of their own', () => {
    const state = after(move(1500, 'dragging'), move(1500, 'dropped'), move(1510, 'dropped'));
    expect(state.tree.past.map(({ label }) => label)).toEqual(['drop 1.60 → 1.50 s', 'drop 1.50 → 1.51 s']);
  });
});

describe('undo and redo', () => {
  const edits: readonly PlaygroundAction[] = [
    { type: 'entry.added', entry: { atMs: 2000, on: 'laptop', do: 'refresh' } },
    { type: 'entry.resized', index: DROP, forMs: 500, phase: 'dropped' },
    { type: 'entries.removed', indices: [0] },
    { type: 'option.set', lane: 0, option: 'drained', value: true },
    { type: 'seed.set', seed: 7 },
  ];

  test('lead back to the scenario as it came, and forth to the last edit', () => {
    const edited = after(...edits);
    const undone = edits.reduce((state) => reducePlayground(state, { type: 'edit.undone' }), edited);
    expect(undone.scenario).toEqual(home);
    const redone = edits.reduce((state) => reducePlayground(state, { type: 'edit.redone' }), undone);
    expect(redone.scenario).toEqual(edited.scenario);
    expect(redone.tree.past.map(({ label }) => label)).toEqual(edited.tree.past.map(({ label }) => label));
  });

  test('say what they undo', () => {
    expect(after(...edits).tree.past.map(({ label }) => label)).toEqual([
      'refresh laptop at 2.00 s',
      'drop lasts 3 s → 500 ms',
      'open laptop removed',
      'One pipe: drained on',
      'seed 6 → 7',
    ]);
  });

  test('end with a new edit: what was undone is not done again, and stays as a branch', () => {
    const state = after({ type: 'seed.set', seed: 7 }, { type: 'edit.undone' }, { type: 'seed.set', seed: 8 });
    expect(state.tree.future).toEqual([]);
    expect(reducePlayground(state, { type: 'edit.redone' })).toBe(state);
    expect(state.tree.nodes.map(({ parent, scenario }) => [parent, scenario.seed])).toEqual([
      [null, home.seed],
      [0, 7],
      [0, 8],
    ]);
  });
});

describe('pulling the plug', () => {
  const entry = { atMs: 1000, on: 'laptop', do: 'drop', how: 'reset', forMs: 3000 } as const;

  test('adds a drop, selects it and plays from just before it', () => {
    const state = after({ type: 'plug.pulled', entry, fromMs: 600, plays: true });
    expect(state.scenario.script.at(-1)).toEqual(entry);
    expect(state.selected).toEqual([home.script.length]);
    expect([state.playheadMs, state.isPlaying]).toEqual([600, true]);
  });

  test('without motion shows how it ends instead of playing', () => {
    const state = after({ type: 'plug.pulled', entry, fromMs: 600, plays: false });
    expect([state.playheadMs, state.isPlaying]).toEqual([null, false]);
  });
});

describe('the playhead', () => {
  test('rests after the last event of a finished run', () => {
    const state = after();
    expect(state.playheadMs).toBeNull();
    expect(playheadOf(state)).toBeGreaterThan(4680);
    expect(playheadOf(state)).toBeLessThanOrEqual(state.span.toMs);
  });

  test('begins again when play is pressed at the end, and rests when it gets there', () => {
    const playing = after({ type: 'playback.set', isPlaying: true });
    expect([playheadOf(playing), playing.isPlaying]).toEqual([0, true]);
    const done = reducePlayground(playing, { type: 'playback.advanced', atMs: 7999 });
    expect([done.playheadMs, done.isPlaying]).toEqual([null, false]);
  });

  test('stops playback when it is taken by hand', () => {
    const state = after({ type: 'playback.set', isPlaying: true }, { type: 'playhead.moved', atMs: 1234.4 });
    expect([state.playheadMs, state.isPlaying]).toEqual([1234, false]);
  });
});

describe('answers of the simulator', () => {
  test('to another scenario than the one on the page are left aside', () => {
    const other = scenarioNamed('nothing-goes-wrong');
    const state = reducePlayground(createPlaygroundState(other), {
      type: 'run.arrived',
      scenario: home,
      run: simulate(home),
      restarted: false,
    });
    expect(state.run).toBeNull();
  });

  test('that come after a restart are announced, and nothing is lost', () => {
    const edited = after({ type: 'seed.set', seed: 7 });
    const { scenario } = edited;
    const state = reducePlayground(edited, { type: 'run.arrived', scenario, run: simulate(scenario), restarted: true });
    expect(state.notice).toContain('restarted');
    expect(state.scenario).toBe(scenario);
    expect(reducePlayground(state, { type: 'notice.dismissed' }).notice).toBeNull();
  });

  test('that fail keep the last picture and say why', () => {
    const edited = reducePlayground(after(), { type: 'seed.set', seed: 7 });
    const { scenario } = edited;
    const state = reducePlayground(edited, {
      type: 'run.failed',
      scenario,
      message: 'too many events',
      restarted: false,
    });
    expect(state.failure).toBe('too many events');
    expect(state.run).toBe(edited.run);
    expect(isSettled(state)).toBe(true);
  });
});

describe('opening another scenario', () => {
  const other = scenarioNamed('second-tab');
  const opened: PlaygroundAction = { type: 'scenario.opened', scenario: other, playheadMs: null };

  test('fits the span to its run and compares it with nothing', () => {
    const state = after(opened);
    expect(state.run?.scenario.id).toBe('second-tab');
    expect(state.ghost).toBeNull();
    expect(state.span.toMs).toBeGreaterThanOrEqual(playheadOf(state));
  });

  test('loses no edit: undo leads back to them', () => {
    const state = after({ type: 'seed.set', seed: 7 }, opened, { type: 'edit.undone' });
    expect(state.scenario).toEqual({ ...home, seed: 7 });
    expect(state.run?.report.seed).toBe(7);
    expect(state.ghost).toBeNull();
  });
});

describe('the span', () => {
  test('fits a new run, grows with an edit, and never shrinks under the eye', () => {
    const fitted = after();
    const later = after({ type: 'entry.added', entry: { atMs: 7600, on: 'laptop', do: 'refresh' } });
    expect(later.span.toMs).toBeGreaterThan(fitted.span.toMs);
    expect(answered(reducePlayground(later, { type: 'edit.undone' })).span).toEqual(later.span);
  });

  test('that people chose stays', () => {
    const span = { fromMs: 1000, toMs: 2000 };
    const state = after(
      { type: 'span.set', span },
      { type: 'entry.added', entry: { atMs: 7600, on: 'phone', do: 'refresh' } },
    );
    expect(state.span).toEqual(span);
  });
});

describe('several flags at once', () => {
  const SEND = home.script.findIndex((entry) => entry.do === 'send');
  const timesOf = ({ scenario: { script } }: PlaygroundState) => [script[SEND]?.atMs, script[DROP]?.atMs];
  const moveBoth = (byMs: number): PlaygroundAction => ({
    type: 'entries.moved',
    moves: [SEND, DROP].map((index) => ({ index, atMs: (home.script[index]?.atMs ?? 0) + byMs })),
    phase: 'dropped',
  });

  test('move together as one step, and back', () => {
    const [sent, dropped] = timesOf(createPlaygroundState(home));
    const state = after(moveBoth(50), moveBoth(150));
    expect(timesOf(state)).toEqual([(sent ?? 0) + 150, (dropped ?? 0) + 150]);
    expect(state.tree.past).toHaveLength(1);
    expect(state.tree.past[0]?.label).toMatch(/^2 flags /);
    expect(timesOf(reducePlayground(state, { type: 'edit.undone' }))).toEqual([sent, dropped]);
  });

  test('are removed as one step, and nothing stays selected', () => {
    const state = after(
      { type: 'entries.selected', indices: [SEND, DROP] },
      { type: 'entries.removed', indices: [SEND, DROP] },
    );
    expect(state.scenario.script).toHaveLength(home.script.length - 2);
    expect(state.selected).toEqual([]);
    expect(state.tree.past.map(({ label }) => label)).toEqual(['2 flags removed']);
    expect(reducePlayground(state, { type: 'edit.undone' }).scenario.script).toEqual(home.script);
  });

  test('are duplicated as one step, and the duplicates are selected', () => {
    const state = after({ type: 'entries.duplicated', indices: [SEND, DROP], byMs: 400 });
    const { script } = state.scenario;
    expect(script.slice(-2).map((entry) => [entry.do, entry.atMs])).toEqual([
      ['send', (home.script[SEND]?.atMs ?? 0) + 400],
      ['drop', (home.script[DROP]?.atMs ?? 0) + 400],
    ]);
    expect(state.selected).toEqual([script.length - 2, script.length - 1]);
    expect(state.tree.past).toHaveLength(1);
  });

  test('a fault behind adds no surface', () => {
    const state = after({ type: 'entry.added', entry: { atMs: 900, on: 'agent', do: 'crash', forMs: 500 } });
    expect(state.scenario.surfaces).toEqual(home.surfaces);
  });
});
