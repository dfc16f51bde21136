/** The small buttons of the timeline: zoom, fit, fold what is idle, choose several, measure from the playhead. */

import { BoxSelect, FoldHorizontal, Ruler, ScanLine, ZoomIn, ZoomOut } from 'lucide-react';
import { memo } from 'react';
import { Button } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import type { Band } from '../../projection/timeline/timeline-geometry.ts';

interface TimelineToolsProps {
  readonly band: Band;
  readonly isFolded: boolean;
  /** There is something to fold, or it is folded. */
  readonly canFold: boolean;
  readonly isChoosing: boolean;
  readonly isMeasuring: boolean;
  readonly onZoom: (direction: 'in' | 'out') => void;
  readonly onFit: () => void;
  readonly onFold: (isFolded: boolean) => void;
  readonly onChoosing: (isChoosing: boolean) => void;
  readonly onMeasuring: (isMeasuring: boolean) => void;
}

const ICON = { size: 15, 'aria-hidden': true } as const;

export const TimelineTools = memo(function TimelineTools(props: TimelineToolsProps) {
  const { band, isFolded, canFold, isChoosing, isMeasuring, onZoom, onFit, onFold, onChoosing, onMeasuring } = props;
  return (
    <div
      className="timeline-tools"
      role="group"
      aria-label="View of the timeline"
      style={{ top: band.top, height: band.height }}
    >
      <Button className="tool" aria-label="Zoom out" onPress={() => onZoom('out')}>
        <ZoomOut {...ICON} />
      </Button>
      <Button className="tool" aria-label="Zoom in" onPress={() => onZoom('in')}>
        <ZoomIn {...ICON} />
      </Button>
      <Button className="tool" aria-label="Fit what happens" onPress={onFit}>
        <ScanLine {...ICON} />
      </Button>
      <ToggleButton
        className="tool"
        aria-label="Fold stretches in which nothing happens"
        isDisabled={!canFold}
        isSelected={isFolded}
        onChange={onFold}
      >
        <FoldHorizontal {...ICON} />
      </ToggleButton>
      <ToggleButton className="tool" aria-label="Choose several flags" isSelected={isChoosing} onChange={onChoosing}>
        <BoxSelect {...ICON} />
      </ToggleButton>
      <ToggleButton
        className="tool"
        aria-label="Measure from the playhead"
        isSelected={isMeasuring}
        onChange={onMeasuring}
      >
        <Ruler {...ICON} />
      </ToggleButton>
    </div>
  );
});
