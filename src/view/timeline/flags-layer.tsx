/** All flags of the shared track, with one stop in the tab order and the keys that move them. */

import { useCallback, useMemo, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { TimelineGeometry } from '../../projection/timeline/timeline-geometry.ts';
import type { TimelineScene } from '../../projection/timeline/timeline-scene.ts';
import { FLAG_ROWS } from '../../projection/timeline/verb-list.ts';
import type { FlagRow } from '../../projection/timeline/verb-list.ts';
import { snapToGrid } from '../../projection/timeline/snap.ts';
import { useLatest } from '../latest.ts';
import { takeFlagKey } from './flag-keys.ts';
import { FlagMark } from './flag-mark.tsx';
import { toggled } from './selection-order.ts';
import type { TimelineHands } from './timeline-props.ts';
import { focusFlag, useFlagFocus } from './use-flag-focus.ts';

interface FlagsLayerProps {
  readonly scene: TimelineScene;
  readonly selected: readonly number[];
  /** Those under the hand. */
  readonly dragged: readonly number[];
  readonly hands: TimelineHands;
  readonly onEdit: (index: number) => void;
}

const FLAG_HEIGHT = 24;
/** A duplicate stands so many pixels beside what it is a duplicate of. */
const DUPLICATE_PIXELS = 32;

export function FlagsLayer({ scene, selected, dragged, hands, onEdit }: FlagsLayerProps) {
  const { geometry, flags, model, allFlags, scale } = scene;
  const layer = useRef<HTMLDivElement>(null);
  const inOrder = useMemo(
    () => FLAG_ROWS.flatMap((row) => flags[row]).toSorted((a, b) => a.flag.atMs - b.flag.atMs),
    [flags],
  );
  const leave = useFlagFocus(layer, inOrder);
  const onRemoveEntries = (indices: readonly number[]): void => {
    leave(indices);
    hands.onRemoveEntries(indices);
  };
  const last = selected.at(-1);
  const isInSight = inOrder.some(({ flag }) => flag.index === last);
  const tabStop = isInSight ? last : inOrder[0]?.flag.index;
  const known = useLatest({
    inOrder,
    scope: {
      flags: allFlags,
      selected,
      horizonMs: model.horizonMs,
      duplicateByMs: Math.max(10, snapToGrid(DUPLICATE_PIXELS * scale.msPerPixel, model.horizonMs)),
      hands: { ...hands, onRemoveEntries },
      onEdit,
    },
  });
  const onKey = useCallback(
    (event: KeyboardEvent, index: number, part: 'body' | 'end') => {
      const { inOrder, scope } = known.current;
      const at = inOrder.findIndex(({ flag }) => flag.index === index);
      const box = inOrder[at];
      if (box === undefined) return;
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const neighbour = step === 0 ? undefined : inOrder[at + step];
      if (neighbour !== undefined) {
        if (event.shiftKey && !scope.selected.includes(neighbour.flag.index)) {
          const from = scope.selected.includes(index) ? scope.selected : toggled(scope.selected, index);
          scope.hands.onSelect(toggled(from, neighbour.flag.index));
        }
        focusFlag(layer.current, neighbour.flag.index);
      } else if (!takeFlagKey(event, box.flag, part, scope)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    [known],
  );
  const onRemove = useCallback(() => known.current.scope.hands.onRemoveEntries(known.current.scope.selected), [known]);
  return (
    <div
      className="timeline-flags"
      ref={layer}
      role="group"
      aria-label="Faults and actions. Left and right move a flag in time, up and down go to another one, Shift with them chooses several."
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
            isSelected={selected.includes(box.flag.index)}
            isMeant={selected.length === 1 && box.flag.index === last}
            isDragged={dragged.includes(box.flag.index)}
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

export function flagTop({ isNarrow, ...rows }: TimelineGeometry, row: FlagRow): number {
  const { top, height } = rows[row];
  return isNarrow ? top + height - FLAG_HEIGHT - 6 : top + 2;
}
