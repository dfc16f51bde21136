/** The timeline, tied to the playground: what people do to its flags becomes an edit. */

import { useMemo } from 'react';
import type { Dispatch } from 'react';
import { Timeline } from '../timeline/timeline.tsx';
import { ghostOf } from './comparison.ts';
import type { PlaygroundAction } from './playground-action.ts';
import { playheadOf } from './playground-state.ts';
import type { PlaygroundState } from './playground-state.ts';

interface TimelinePaneProps {
  readonly state: PlaygroundState;
  readonly dispatch: Dispatch<PlaygroundAction>;
}

export function TimelinePane({ state, dispatch }: TimelinePaneProps) {
  const hands = useMemo(() => handsOf(dispatch), [dispatch]);
  const { run } = state;
  return (
    <section className="timeline-pane" aria-label="Timeline">
      {run !== null && (
        <Timeline
          run={run}
          ghost={ghostOf(state)}
          playheadMs={playheadOf(state)}
          selected={state.selected}
          span={state.span}
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
  } satisfies Partial<Parameters<typeof Timeline>[0]>;
}
