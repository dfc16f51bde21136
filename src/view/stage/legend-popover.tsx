/** The marks of answers, pipes, logs and lanes, as the page draws them. */

import type { RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Marks } from '../shell/marks.tsx';

interface LegendPopoverProps {
  readonly trigger: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

export function LegendPopover({ trigger, onClose }: LegendPopoverProps) {
  return (
    <Popover
      className="popover legend-popover"
      triggerRef={trigger}
      isOpen
      onOpenChange={onClose}
      placement="top end"
      offset={6}
    >
      <Dialog aria-label="What the marks mean">
        <Marks />
      </Dialog>
    </Popover>
  );
}
