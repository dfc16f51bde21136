/** All options of a lane, one press away; what stands behind the button is loaded after the first paint. */

import { SlidersHorizontal } from 'lucide-react';
import { memo } from 'react';
import { Button } from 'react-aria-components/Button';
import type { CompiledLane } from '../../scenario/compiled-scenario.ts';
import type { LaneOptionFact } from '../../scenario/lane-option-fact.ts';
import { Late, latePart } from '../late.tsx';
import { useOpener } from '../opener.ts';
import type { StageHands } from './stage-hands.ts';

const laneOptionsPopover = latePart(async () => (await import('./lane-options-popover.tsx')).LaneOptionsPopover);

interface LaneOptionsButtonProps {
  readonly title: string;
  readonly lane: CompiledLane;
  readonly facts: readonly LaneOptionFact[];
  readonly onOption: StageHands['setOption'];
}

export const LaneOptionsButton = memo(function LaneOptionsButton(props: LaneOptionsButtonProps) {
  const { title, lane, facts } = props;
  const { button, trigger, isOpen, close } = useOpener('dialog');
  const values: Readonly<Record<string, unknown>> = { ...lane.options };
  const changed = facts.filter(({ name, byDefault }) => values[name] !== byDefault).length;
  return (
    <>
      <Button
        {...button}
        className="icon-button options-button"
        aria-label={`Options of ${title}${changed > 0 ? `, ${changed} changed` : ''}`}
      >
        <SlidersHorizontal size={14} aria-hidden="true" />
        {changed > 0 && (
          <span className="options-changed" aria-hidden="true">
            {changed}
          </span>
        )}
      </Button>
      <Late part={laneOptionsPopover} isOpen={isOpen} onClose={close}>
        {(LaneOptionsPopover) => <LaneOptionsPopover {...props} trigger={trigger} onClose={close} />}
      </Late>
    </>
  );
});
