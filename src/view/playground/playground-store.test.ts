import { expect, test, vi } from 'vitest';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import { simulate } from '../../sim/simulate.ts';
import { scenarioNamed } from '../../testing/home-run.ts';
import type { PlaygroundAction } from './playground-action.ts';
import type { SimulationOutcome } from './playground-ports.ts';
import { createPlaygroundState, isSettled } from './playground-state.ts';
import { createPlaygroundStore } from './playground-store.ts';

const home = scenarioNamed('wifi-blip');
const DROP = home.script.findIndex((entry) => entry.do === 'drop');

const move = (atMs: number, phase: 'dragging' | 'dropped' | 'cancelled'): PlaygroundAction => ({
  type: 'entries.moved',
  moves: [{ index: DROP, atMs }],
  phase,
});

/** A store whose simulator and frames are the test's to call. */
function opened() {
  const asked: CompiledScenario[] = [];
  const answers: ((outcome: SimulationOutcome) => void)[] = [];
  const promised: Promise<SimulationOutcome>[] = [];
  let frame: (() => void) | null = null;
  const store = createPlaygroundStore(createPlaygroundState(home), {
    simulate: (scenario) => {
      asked.push(scenario);
      const answer = new Promise<SimulationOutcome>((resolve) => answers.push(resolve));
      promised.push(answer);
      return answer;
    },
    afterFrames: (action) => {
      frame = action;
      return () => {
        frame = null;
      };
    },
  });
  const drawn = vi.fn<() => void>();
  store.subscribe(drawn);
  return {
    store,
    drawn,
    asked,
    answer: async (at: number) => {
      const scenario = asked[at];
      if (scenario === undefined) throw new Error(`nothing was asked ${at + 1} times`);
      answers[at]?.({ kind: 'run', run: simulate(scenario), restarted: false });
      // The store waits for it as well, and since before.
      await promised[at];
    },
    passFrames: () => frame?.(),
    isWaiting: () => frame !== null,
  };
}

test('the opening scenario is simulated once, however often the page is mounted', () => {
  const { store, asked } = opened();
  store.start();
  store.start();
  expect(asked).toEqual([home]);
});

test('an edit is simulated before it is drawn', () => {
  const { store, asked, drawn } = opened();
  store.start();
  drawn.mockImplementation(() => expect(asked).toHaveLength(2));
  store.dispatch({ type: 'seed.set', seed: 7 });
  expect(drawn).toHaveBeenCalledOnce();
  expect(asked[1]?.seed).toBe(7);
});

test('a move of a drag is drawn together with its run', async () => {
  const { store, asked, drawn, answer, isWaiting } = opened();
  store.start();
  await answer(0);
  drawn.mockClear();
  store.dispatch(move(1500, 'dragging'));
  expect(asked).toHaveLength(2);
  expect(drawn).not.toHaveBeenCalled();
  await answer(1);
  expect(drawn).toHaveBeenCalledOnce();
  expect(isSettled(store.read())).toBe(true);
  expect(isWaiting()).toBe(false);
});

test('a run that takes longer than some frames is not waited for', async () => {
  const { store, drawn, answer, passFrames } = opened();
  store.start();
  await answer(0);
  drawn.mockClear();
  store.dispatch(move(1500, 'dragging'));
  store.dispatch(move(1400, 'dragging'));
  passFrames();
  expect(drawn).toHaveBeenCalledOnce();
  await answer(1);
  expect(drawn).toHaveBeenCalledTimes(2);
});

test.each(['dropped', 'cancelled'] as const)('a drag that is %s is drawn at once', async (phase) => {
  const { store, drawn, answer, isWaiting } = opened();
  store.start();
  await answer(0);
  store.dispatch(move(1500, 'dragging'));
  drawn.mockClear();
  store.dispatch(move(1500, phase));
  expect(drawn).toHaveBeenCalledOnce();
  expect(isWaiting()).toBe(false);
});

test('what changes nothing is not drawn', () => {
  const { store, drawn } = opened();
  store.start();
  store.dispatch({ type: 'playback.advanced', atMs: 100 });
  expect(drawn).not.toHaveBeenCalled();
});
