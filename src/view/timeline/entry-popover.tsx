/** The editor of the selected flag, beside it. It leaves the hand on the flag unless it was asked for by key. */

import { useRef } from 'react';
import type { RefObject } from 'react';
import { createPortal } from 'react-dom';
import { Popover } from 'react-aria-components/Popover';
import type { TimelineScene } from '../../projection/timeline/timeline-scene.ts';
import { FLAG_ROWS } from '../../projection/timeline/verb-list.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import { EntryEditor } from './entry-editor.tsx';
import type { CheckEntry, TimelineHands } from './timeline-props.ts';

interface EntryPopoverProps {
  readonly scene: TimelineScene;
  readonly scenario: CompiledScenario;
  readonly index: number;
  readonly takesFocus: boolean;
  readonly plot: RefObject<HTMLElement | null>;
  readonly hands: TimelineHands;
  readonly onCheck: CheckEntry;
  /** Asked for by key, or by the end of what it is about. */
  readonly onClose: () => void;
}

/** A duplicate from here stands so many pixels further on. */
const BESIDE_PIXELS = 32;

export function EntryPopover({ scene, scenario, index, takesFocus, plot, hands, onCheck, onClose }: EntryPopoverProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const entry = scenario.script[index];
  const box = FLAG_ROWS.flatMap((row) => scene.flags[row]).find(({ flag }) => flag.index === index);
  if (entry === undefined || box === undefined || plot.current === null) return null;
  const byMs = Math.max(10, Math.round((BESIDE_PIXELS * scene.scale.msPerPixel) / 10) * 10);
  const { top, height } = scene.geometry[box.flag.row];
  return (
    <>
      {createPortal(
        <span className="timeline-anchor" ref={anchor} style={{ left: box.left, width: box.width, top, height }} />,
        plot.current,
      )}
      <Popover
        className="popover entry-popover"
        triggerRef={anchor}
        isOpen
        isNonModal
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
        placement="top start"
        offset={8}
      >
        {/* A dialog of the library would take the focus from the flag. */}
        <div role="dialog" aria-label={`Change ${box.flag.label}`}>
          <EntryEditor
            scenario={scenario}
            index={index}
            takesFocus={takesFocus}
            entry={entry}
            ignored={box.flag.ignored}
            onCheck={onCheck}
            onReplace={(next) => hands.onReplaceEntry(index, next)}
            onDuplicate={() => hands.onDuplicateEntries([index], byMs)}
            onRemove={() => hands.onRemoveEntries([index])}
          />
        </div>
      </Popover>
    </>
  );
}
