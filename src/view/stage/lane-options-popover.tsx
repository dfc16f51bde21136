/** All options of a lane. */

import type { RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import type { CompiledLane } from '../../scenario/compiled-scenario.ts';
import type { LaneOptionFact } from '../../scenario/lane-option-fact.ts';
import { LaneOptionsList } from './lane-options-list.tsx';
import type { StageHands } from './stage-hands.ts';

interface LaneOptionsPopoverProps {
  readonly trigger: RefObject<HTMLElement | null>;
  readonly title: string;
  readonly lane: CompiledLane;
  readonly facts: readonly LaneOptionFact[];
  readonly onOption: StageHands['setOption'];
  readonly onClose: () => void;
}

export function LaneOptionsPopover({ trigger, title, lane, facts, onOption, onClose }: LaneOptionsPopoverProps) {
  return (
    <Popover
      className="popover options-popover"
      triggerRef={trigger}
      isOpen
      onOpenChange={onClose}
      placement="bottom start"
      offset={6}
      data-lane={lane.lane}
    >
      <Dialog aria-label={`Options of ${title}`}>
        <h3>{title}: options</h3>
        <p className="quiet">{lane.subtitle}. A change runs the whole world again.</p>
        <LaneOptionsList lane={lane} facts={facts} onOption={onOption} />
      </Dialog>
    </Popover>
  );
}
