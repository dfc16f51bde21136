/** All flags of both rows, with one stop in the tab order and the keys that move them. */

import { useCallback, useMemo, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { FlagBox } from '../../projection/timeline/flag-layout.ts';
import { FLAG_ROWS } from '../../projection/timeline/flags.ts';
import type { FlagRow } from '../../projection/timeline/flags.ts';
import { GRID_MS } from '../../projection/timeline/snap.ts';
import type { TimelineGeometry } from '../../projection/timeline/timeline-geometry.ts';
import type { TimelineScene } from '../../projection/timeline/timeline-scene.ts';
import { useLatest } from '../latest.ts';
import { FlagMark } from './flag-mark.tsx';
import type { TimelineHands } from './timeline-props.ts';
import { focusFlag, useFlagFocus } from './use-flag-focus.ts';

interface FlagsLayerProps {
  readonly scene: TimelineScene;
  readonly selectedIndex: number | null;
  readonly draggedIndex: number | null;
  readonly hands: TimelineHands;
}

const FLAG_HEIGHT = 24;

export function FlagsLayer({ scene, selectedIndex, draggedIndex, hands }: FlagsLayerProps) {
  const { geometry, flags, model } = scene;
  const layer = useRef<HTMLDivElement>(null);
  const inOrder = useMemo(
    () => [...flags.people, ...flags.network].toSorted((a, b) => a.flag.atMs - b.flag.atMs),
    [flags],
  );
  const leave = useFlagFocus(layer, inOrder);
  const onRemoveEntry = (index: number): void => {
    leave(index);
    hands.onRemoveEntry(index);
  };
  const isInSight = inOrder.some(({ flag }) => flag.index === selectedIndex);
  const tabStop = isInSight ? selectedIndex : (inOrder[0]?.flag.index ?? null);
  const known = useLatest({ inOrder, hands: { ...hands, onRemoveEntry }, horizonMs: model.horizonMs });
  const onKey = useCallback(
    (event: KeyboardEvent, index: number, part: 'body' | 'end') => {
      const { inOrder, hands, horizonMs } = known.current;
      const at = inOrder.findIndex(({ flag }) => flag.index === index);
      const box = inOrder[at];
      if (box === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      const neighbour =
        event.key === 'ArrowDown' ? inOrder[at + 1] : event.key === 'ArrowUp' ? inOrder[at - 1] : undefined;
      if (neighbour !== undefined) {
        focusFlag(layer.current, neighbour.flag.index);
      } else if (!takeKey(event, box, part, hands, horizonMs)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    [known],
  );
  const onRemove = useCallback((index: number) => known.current.hands.onRemoveEntry(index), [known]);
  return (
    <div
      className="timeline-flags"
      ref={layer}
      role="group"
      aria-label="Faults and actions. Left and right move a flag in time, up and down go to another one."
    >
      {FLAG_ROWS.map((row) => {
        const top = flagTop(geometry, row);
        return flags[row].map((box) => (
          <FlagMark
            key={box.flag.index}
            box={box}
            top={top}
            height={FLAG_HEIGHT}
            horizonMs={model.horizonMs}
            isSelected={box.flag.index === selectedIndex}
            isDragged={box.flag.index === draggedIndex}
            isTabStop={box.flag.index === tabStop}
            onKey={onKey}
            onRemove={onRemove}
          />
        ));
      })}
    </div>
  );
}

/** What drops and sleeps last for, under the marks. */
export function DurationBands({ scene: { bands, geometry } }: { readonly scene: TimelineScene }) {
  return bands.map(({ index, row, x, width, isOpen }) => (
    <span
      key={index}
      className="timeline-band"
      data-row={row}
      data-open={isOpen}
      style={{ left: x, width, top: flagTop(geometry, row), height: FLAG_HEIGHT }}
    />
  ));
}

function flagTop({ isNarrow, ...rows }: TimelineGeometry, row: FlagRow): number {
  const { top, height } = rows[row];
  return isNarrow ? top + height - FLAG_HEIGHT - 2 : top + 1;
}

/** Whether the key meant something for the flag or its end. */
function takeKey(
  event: KeyboardEvent,
  { flag }: FlagBox,
  part: 'body' | 'end',
  hands: TimelineHands,
  horizonMs: number,
): boolean {
  const step = event.shiftKey ? 10 * GRID_MS : GRID_MS;
  const byMs = event.key === 'ArrowLeft' ? -step : event.key === 'ArrowRight' ? step : 0;
  if (byMs !== 0) {
    if (part === 'end' && typeof flag.untilMs === 'number') {
      const forMs = Math.max(GRID_MS, flag.untilMs - flag.atMs + byMs);
      hands.onResizeEntry(flag.index, Math.min(forMs, horizonMs - flag.atMs), 'dropped');
    } else if (flag.isMovable) {
      hands.onMoveEntry(flag.index, Math.min(horizonMs, Math.max(0, flag.atMs + byMs)), 'dropped');
    }
    return true;
  }
  if (event.key === 'Delete' || event.key === 'Backspace') {
    hands.onRemoveEntry(flag.index);
    return true;
  }
  if (event.key !== 'Enter' && event.key !== ' ') return false;
  hands.onSelect(flag.index);
  return true;
}
