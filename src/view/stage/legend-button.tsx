/** What the shapes on the stage mean, one press away from them. */

import { Shapes } from 'lucide-react';
import { memo } from 'react';
import { Late, latePart } from '../late.tsx';
import { useOpener } from '../opener.ts';

const legendPopover = latePart(async () => (await import('./legend-popover.tsx')).LegendPopover);

export const LegendButton = memo(function LegendButton() {
  const { button, trigger, isOpen, close } = useOpener('dialog');
  return (
    <div className="stage-legend">
      <button
        type="button"
        ref={trigger}
        className="chip"
        data-kind="legend"
        aria-label="What the marks mean"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={button.onPress}
      >
        <Shapes size={13} aria-hidden="true" />
        Marks
      </button>
      <Late part={legendPopover} isOpen={isOpen} onClose={close}>
        {(LegendPopover) => <LegendPopover trigger={trigger} onClose={close} />}
      </Late>
    </div>
  );
});
