/** One flag on the shared track, and the end of what it lasts for. Pointers are the plot's to follow; keys are taken here. */

import { memo } from 'react';
import type { KeyboardEvent } from 'react';
import type { FlagBox } from '../../projection/timeline/flag-layout.ts';
import { durationText } from '../../projection/seconds.ts';
import { VerbIcon } from './verb-icon.tsx';

export interface FlagMarkProps {
  readonly box: FlagBox;
  readonly top: number;
  readonly height: number;
  readonly horizonMs: number;
  readonly isSelected: boolean;
  /** It alone is selected: its end and its removal are in reach. */
  readonly isMeant: boolean;
  readonly isDragged: boolean;
  /** One flag of all is in the tab order; arrows lead to the others. */
  readonly isTabStop: boolean;
  readonly onKey: (event: KeyboardEvent, index: number, part: 'body' | 'end') => void;
  readonly onRemove: () => void;
}

export const FlagMark = memo(function FlagMark(props: FlagMarkProps) {
  const { box, top, height, horizonMs, isSelected, isMeant, isDragged, isTabStop, onKey, onRemove } = props;
  const { flag, left, width, form, fullWidth, gripX } = box;
  const { index, row, verb, label, who, atMs, untilMs, isMovable, spoken, ignored } = flag;
  const forMs = typeof untilMs === 'number' ? untilMs - atMs : null;
  return (
    <div
      className="flag"
      data-row={row}
      data-verb={verb}
      data-form={form}
      data-selected={isSelected}
      data-dragged={isDragged}
    >
      <div
        className="flag-body"
        role="slider"
        tabIndex={isTabStop ? 0 : -1}
        aria-label={`${label}, ${who}`}
        aria-valuemin={0}
        aria-valuemax={horizonMs}
        aria-valuenow={atMs}
        aria-valuetext={ignored === null ? spoken : `${spoken}; nothing came of it: ${ignored}`}
        aria-disabled={!isMovable}
        data-flag={index}
        data-ignored={ignored !== null}
        title={
          form === 'full' && ignored === null ? undefined : `${label}, ${who}${ignored === null ? '' : `: ${ignored}`}`
        }
        style={{ left, top, height, width, minWidth: width }}
        onKeyDown={(event) => onKey(event, index, 'body')}
      >
        <VerbIcon verb={verb} />
        <b>{label}</b>
        <span>{who}</span>
      </div>
      {gripX !== null && forMs !== null && (
        <div
          className="flag-end"
          role="slider"
          tabIndex={isMeant ? 0 : -1}
          aria-label={`End of ${label}, ${who}`}
          aria-valuemin={0}
          aria-valuemax={horizonMs}
          aria-valuenow={forMs}
          aria-valuetext={`lasts ${durationText(forMs)}`}
          data-flag-end={index}
          data-over={gripX < left + width}
          style={{ left: gripX - 7, top, height }}
          onKeyDown={(event) => onKey(event, index, 'end')}
        />
      )}
      {isMeant && (
        <button
          type="button"
          className="flag-remove"
          aria-label={`Remove ${label}, ${who}`}
          style={{ left: left + Math.max(width, fullWidth) - 10, top: top - 11 }}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={onRemove}
        >
          <VerbIcon verb="close" size={12} />
        </button>
      )}
    </div>
  );
});
