/** All options of a lane, one press away; what stands behind the button is loaded when somebody asks for it. */

import { SlidersHorizontal } from 'lucide-react';
import { lazy, memo, Suspense } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import type { CompiledLane } from '../../scenario/compiled-scenario.ts';
import type { LaneOptionFact } from '../../scenario/lane-option-fact.ts';
import type { StageHands } from './stage-hands.ts';

const LaneOptionsList = lazy(async () => ({ default: (await import('./lane-options-list.tsx')).LaneOptionsList }));

interface LaneOptionsButtonProps {
  readonly title: string;
  readonly lane: CompiledLane;
  readonly facts: readonly LaneOptionFact[];
  readonly onOption: StageHands['setOption'];
}

export const LaneOptionsButton = memo(function LaneOptionsButton({
  title,
  lane,
  facts,
  onOption,
}: LaneOptionsButtonProps) {
  const values: Readonly<Record<string, unknown>> = { ...lane.options };
  const changed = facts.filter(({ name, byDefault }) => values[name] !== byDefault).length;
  return (
    <DialogTrigger>
      <Button
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
      <Popover className="popover options-popover" placement="bottom start" offset={6} data-lane={lane.lane}>
        <Dialog aria-label={`Options of ${title}`}>
          <h3>{title}: options</h3>
          <p className="quiet">{lane.subtitle}. A change runs the whole world again.</p>
          <Suspense fallback={<p className="quiet">Loading…</p>}>
            <LaneOptionsList lane={lane} facts={facts} onOption={onOption} />
          </Suspense>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
});
