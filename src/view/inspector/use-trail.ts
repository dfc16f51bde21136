/** The way that people took from event to event in the inspector, so that they can go back. */

import { useState } from 'react';
import type { Dispatch } from 'react';
import type { PlaygroundAction } from '../playground/playground-action.ts';
import type { Selection } from '../playground/selection.ts';

export interface Trail {
  /** Selects an event and takes the playhead there. */
  readonly goTo: (selection: Selection) => void;
  /** To the event before the last jump, `null` where there is none. */
  readonly back: (() => void) | null;
}

/** Longer ways are not walked back. */
const MOST_STEPS = 50;

export function useTrail(selection: Selection | null, dispatch: Dispatch<PlaygroundAction>): Trail {
  const [trail, setTrail] = useState<readonly Selection[]>([]);
  const goTo = (next: Selection) => {
    if (selection !== null && !isSame(selection, next)) setTrail((way) => [...way, selection].slice(-MOST_STEPS));
    dispatch({ type: 'event.selected', ...next, moves: true });
  };
  const last = trail.at(-1);
  const back = () => {
    if (last === undefined) return;
    setTrail((way) => way.slice(0, -1));
    dispatch({ type: 'event.selected', ...last, moves: true });
  };
  return { goTo, back: last === undefined ? null : back };
}

function isSame(a: Selection, b: Selection): boolean {
  return a.lane === b.lane && a.event === b.event && a.surface === b.surface;
}
