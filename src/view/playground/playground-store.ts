/**
 * The state of the playground outside of what draws it. A scenario is simulated in the moment that it
 * changes, not after it was drawn; and while a flag is dragged the page waits for the run, so that flag
 * and outcome are drawn at once instead of one after the other. A run that takes longer is not waited for.
 */

import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { PlaygroundAction } from './playground-action.ts';
import type { PlaygroundPorts } from './playground-ports.ts';
import { reducePlayground } from './playground-state.ts';
import type { PlaygroundState } from './playground-state.ts';

export interface PlaygroundStore {
  readonly read: () => PlaygroundState;
  readonly dispatch: (action: PlaygroundAction) => void;
  /** Calls `listener` when there is something to draw, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks for the run of the opening scenario, once however often it is called. */
  readonly start: () => void;
}

export interface StorePorts extends Pick<PlaygroundPorts, 'simulate'> {
  /** Calls `action` when a run has been waited for long enough, unless the returned function is called before. */
  readonly afterFrames: (action: () => void) => () => void;
}

export function createPlaygroundStore(opening: PlaygroundState, ports: StorePorts): PlaygroundStore {
  const listeners = new Set<() => void>();
  let state = opening;
  let isStarted = false;
  let stopWaiting: (() => void) | null = null;

  const tell = (): void => {
    stopWaiting?.();
    stopWaiting = null;
    for (const listener of listeners) listener();
  };
  const ask = async (scenario: CompiledScenario): Promise<void> => {
    const outcome = await ports.simulate(scenario);
    if (outcome.kind === 'superseded') return;
    const { restarted } = outcome;
    dispatch(
      outcome.kind === 'run'
        ? { type: 'run.arrived', scenario, run: outcome.run, restarted }
        : { type: 'run.failed', scenario, message: outcome.message, restarted },
    );
  };
  const dispatch = (action: PlaygroundAction): void => {
    const before = state;
    state = reducePlayground(before, action);
    if (state === before) return;
    if (isStarted && state.scenario !== before.scenario) void ask(state.scenario);
    if (isUnderHand(action)) stopWaiting ??= ports.afterFrames(tell);
    else tell();
  };
  return {
    read: () => state,
    dispatch,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => {
      if (isStarted) return;
      isStarted = true;
      void ask(state.scenario);
    },
  };
}

/** The flag itself follows the hand in any case. */
function isUnderHand(action: PlaygroundAction): boolean {
  return (action.type === 'entries.moved' || action.type === 'entry.resized') && action.phase === 'dragging';
}
