/** The stage, tied to the playground: a word, a chip or a switch becomes a look or an edit. */

import { memo, useMemo } from 'react';
import type { Dispatch } from 'react';
import { causeChain } from '../../projection/cause-chain.ts';
import type { LaneView } from '../../projection/stage/stage-reader.ts';
import { wordEvent } from '../../projection/stage/word-event.ts';
import type { CompiledLane } from '../../scenario/compiled-scenario.ts';
import type { LaneOptionFacts } from '../../scenario/lane-option-fact.ts';
import type { StageHands } from '../stage/stage-hands.ts';
import { Stage } from '../stage/stage.tsx';
import type { PlaygroundAction } from './playground-action.ts';
import { playheadOf } from './playground-state.ts';
import type { PlaygroundState } from './playground-state.ts';

interface StagePaneProps {
  readonly now: () => PlaygroundState;
  /** The lanes as they are set. */
  readonly options: readonly CompiledLane[];
  readonly lanes: readonly LaneView[];
  readonly laneOptions: LaneOptionFacts;
  readonly dispatch: Dispatch<PlaygroundAction>;
  /** The lane that the page speaks of, `null` for none. */
  readonly spoken?: string | null;
}

/** Takes no part in what a hand on the timeline does: it is drawn anew when a lane shows something else. */
export const StagePane = memo(function StagePane({
  now,
  options,
  lanes,
  laneOptions,
  dispatch,
  spoken = null,
}: StagePaneProps) {
  const hands = useMemo(() => handsOf(now, dispatch), [now, dispatch]);
  return <Stage lanes={lanes} options={options} laneOptions={laneOptions} hands={hands} spoken={spoken} />;
});

function handsOf(now: () => PlaygroundState, dispatch: Dispatch<PlaygroundAction>): StageHands {
  const traceOf = (lane: string) => now().run?.lanes.find(({ name }) => name === lane);
  const openWhy = () => dispatch({ type: 'dock.opened', panel: 'why', leads: true });
  return {
    goTo: (atMs) => dispatch({ type: 'playhead.moved', atMs }),
    causesOf: (lane, event) => {
      const trace = traceOf(lane);
      return trace === undefined ? [] : causeChain(trace, event);
    },
    look: (lane, event, opens) => {
      dispatch({ type: 'event.selected', lane, event, moves: false });
      if (opens) openWhy();
    },
    lookAtWord: (lane, place) => {
      const trace = traceOf(lane);
      const event = trace === undefined ? null : wordEvent(trace, place, playheadOf(now()));
      if (event === null) return;
      dispatch({ type: 'event.selected', lane, event, surface: place.surface, moves: false });
      openWhy();
    },
    setOption: (lane, option, value) => {
      const index = now().scenario.lanes.findIndex(({ name }) => name === lane);
      dispatch({ type: 'option.set', lane: index, option, value });
    },
  };
}
