/** The playground's state, tied to the simulator: every edit asks for a new Run, playback reads the one there is. */

import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Dispatch } from 'react';
import { afterFrames } from '../after-frames.ts';
import type { PlaygroundAction } from './playground-action.ts';
import type { Opening, PlaygroundPorts } from './playground-ports.ts';
import { createPlaygroundState, playheadOf, reducePlayground, resumePlayground } from './playground-state.ts';
import type { PlaygroundState } from './playground-state.ts';
import { createPlaygroundStore } from './playground-store.ts';
import { usePlaybackClock } from './playback-clock.ts';
import { keepWhileOpen, takeKeptTree } from './tab-keep.ts';

export function usePlayground(
  ports: PlaygroundPorts,
  opening: Opening,
): readonly [PlaygroundState, Dispatch<PlaygroundAction>] {
  const [store] = useState(() =>
    createPlaygroundStore(openingState(ports, opening), { simulate: ports.simulate, afterFrames }),
  );
  const { dispatch } = store;
  const state = useSyncExternalStore(store.subscribe, store.read);
  const { isPlaying, speed } = state;
  useLayoutEffect(() => {
    store.start();
    keepWhileOpen(() => {
      const { tree, run } = store.read();
      return { tree, hasRun: run !== null };
    });
  }, [store]);
  useComparison(ports, state, dispatch);
  useLinks(ports, dispatch, opening.hash);
  const onAdvance = (atMs: number) => dispatch({ type: 'playback.advanced', atMs });
  usePlaybackClock({ isPlaying, speed, playheadMs: playheadOf(state), onAdvance });
  return [state, dispatch];
}

/** What the tab was left with, and in it what the address names, unless it was opened before. */
function openingState({ home, scenarios }: PlaygroundPorts, { hash, link }: Opening): PlaygroundState {
  const kept = takeKeptTree(scenarios);
  const state = kept === null ? createPlaygroundState(home) : resumePlayground(kept.tree);
  if (kept?.hash === hash) return state;
  if (!link.ok) return { ...state, notice: link.error.join('\n') };
  if (link.value === null) return state;
  const { scenario, playheadMs } = link.value;
  if (kept === null) return createPlaygroundState(scenario, playheadMs);
  return reducePlayground(state, { type: 'scenario.opened', scenario, playheadMs });
}

/** The branch that people compare with is simulated beside the one that they are on. */
function useComparison(
  ports: PlaygroundPorts,
  { comparison }: PlaygroundState,
  dispatch: Dispatch<PlaygroundAction>,
): void {
  const wanted =
    comparison === null || comparison.run !== null || comparison.failure !== null ? null : comparison.scenario;
  useEffect(() => {
    if (wanted === null) return;
    void ports.simulateAside(wanted).then((outcome) => {
      if (outcome.kind === 'superseded') return;
      const came =
        outcome.kind === 'run' ? { run: outcome.run, failure: null } : { run: null, failure: outcome.message };
      dispatch({ type: 'comparison.answered', scenario: wanted, ...came });
    });
  }, [wanted, ports, dispatch]);
}

/**
 * A link that is opened in the same page; one that cannot be read is named and changes nothing. Neither does the one
 * that was opened before: people who come back from another screen find what they made of it.
 */
function useLinks(ports: PlaygroundPorts, dispatch: Dispatch<PlaygroundAction>, openedHash: string): void {
  const known = useRef(openedHash);
  useEffect(() => {
    const onHashChange = async () => {
      if (location.hash === known.current) return;
      const hash = location.hash;
      const opened = await ports.openLink(hash);
      known.current = hash;
      if (!opened.ok) dispatch({ type: 'notice.shown', text: opened.error.join('\n') });
      else if (opened.value !== null) dispatch({ type: 'scenario.opened', ...opened.value });
    };
    const listen = () => void onHashChange();
    // Behind another screen nothing was heard.
    listen();
    window.addEventListener('hashchange', listen);
    return () => window.removeEventListener('hashchange', listen);
  }, [ports, dispatch]);
}
