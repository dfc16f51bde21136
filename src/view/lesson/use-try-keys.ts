/** The keys of the playground that a challenge has a use for: play, step, undo. Nothing needs them. */

import type { Dispatch } from 'react';
import { momentsOf } from '../../projection/moments.ts';
import type { PlaygroundAction } from '../playground/playground-action.ts';
import { playheadOf } from '../playground/playground-state.ts';
import type { PlaygroundState } from '../playground/playground-state.ts';
import { stepTo } from '../playground/step-to.ts';
import { useSingleKeys } from '../shell/single-keys.ts';
import { useKeyCommands } from '../transport/use-key-commands.ts';

export function useTryKeys(state: PlaygroundState, dispatch: Dispatch<PlaygroundAction>): void {
  const [singleKeys] = useSingleKeys();
  const step = (direction: -1 | 1, what: 'event' | 'marker') => {
    if (state.run === null) return;
    const { eventsAtMs, markersAtMs } = momentsOf(state.run);
    const atMs = stepTo(what === 'event' ? eventsAtMs : markersAtMs, playheadOf(state), direction);
    if (atMs !== null) dispatch({ type: 'playhead.moved', atMs });
  };
  useKeyCommands(singleKeys, (command) => {
    switch (command) {
      case 'play':
        return dispatch({ type: 'playback.set', isPlaying: !state.isPlaying });
      case 'event.previous':
        return step(-1, 'event');
      case 'event.next':
        return step(1, 'event');
      case 'marker.previous':
        return step(-1, 'marker');
      case 'marker.next':
        return step(1, 'marker');
      case 'undo':
        return dispatch({ type: 'edit.undone' });
      case 'redo':
        return dispatch({ type: 'edit.redone' });
      default:
        return undefined;
    }
  });
}
