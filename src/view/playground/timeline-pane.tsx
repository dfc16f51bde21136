/** The timeline, tied to the playground: what people do to its flags becomes an edit. */

import { useCallback, useMemo } from 'react';
import type { Dispatch, Ref } from 'react';
import type { FlagDrop } from '../timeline/flag-drop.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { ghostOf } from './comparison.ts';
import type { TimelineHands } from '../timeline/timeline-props.ts';
import type { PlaygroundAction } from './playground-action.ts';
import type { PlaygroundPorts } from './playground-ports.ts';
import { playheadOf } from './playground-state.ts';
import type { PlaygroundState } from './playground-state.ts';

interface TimelinePaneProps {
  readonly state: PlaygroundState;
  readonly dispatch: Dispatch<PlaygroundAction>;
  readonly ports: Pick<PlaygroundPorts, 'checkEntry'>;
  /** For flags that are brought from the palette. */
  readonly drop: Ref<FlagDrop>;
}

export function TimelinePane({ state, dispatch, ports, drop }: TimelinePaneProps) {
  const hands = useMemo(() => handsOf(dispatch), [dispatch]);
  const { run, scenario } = state;
  const check = useCallback(
    (index: number, entry: unknown) => ports.checkEntry(scenario, index, entry),
    [ports, scenario],
  );
  return (
    <section className="timeline-pane" aria-label="Timeline">
      {run !== null && (
        <Timeline
          run={run}
          ghost={ghostOf(state)}
          playheadMs={playheadOf(state)}
          selected={state.selected}
          span={state.span}
          drop={drop}
          onCheckEntry={check}
          {...hands}
        />
      )}
    </section>
  );
}

function handsOf(dispatch: Dispatch<PlaygroundAction>) {
  return {
    onPlayhead: (atMs) => dispatch({ type: 'playhead.moved', atMs }),
    onSelect: (indices) => dispatch({ type: 'entries.selected', indices }),
    onMoveEntries: (moves, phase) => dispatch({ type: 'entries.moved', moves, phase }),
    onResizeEntry: (index, forMs, phase) => dispatch({ type: 'entry.resized', index, forMs, phase }),
    onRemoveEntries: (indices) => dispatch({ type: 'entries.removed', indices }),
    onDuplicateEntries: (indices, byMs) => dispatch({ type: 'entries.duplicated', indices, byMs }),
    onReplaceEntry: (index, entry) => dispatch({ type: 'entry.replaced', index, entry }),
    onAddEntry: (entry) => dispatch({ type: 'entry.added', entry }),
    onSpan: (span) => dispatch({ type: 'span.set', span }),
  } satisfies TimelineHands;
}
