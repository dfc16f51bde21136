/** A moment of a run in seconds, taken when people leave the field or press Enter. */

import type { VirtualMs } from '../../protocol/time.ts';

interface MomentFieldProps {
  readonly label: string;
  readonly atMs: VirtualMs;
  readonly horizonMs: VirtualMs;
  readonly isDisabled?: boolean;
  readonly onMoment: (atMs: VirtualMs) => void;
}

export function MomentField({ label, atMs, horizonMs, isDisabled = false, onMoment }: MomentFieldProps) {
  const seconds = atMs / 1000;
  return (
    <span className="moment-field">
      <span aria-hidden="true">at</span>
      <input
        // Another moment from elsewhere is another beginning.
        key={atMs}
        type="number"
        inputMode="decimal"
        aria-label={label}
        defaultValue={seconds}
        min={0}
        max={horizonMs / 1000}
        step="any"
        disabled={isDisabled}
        onBlur={(event) => {
          const wanted = event.currentTarget.valueAsNumber;
          if (Number.isNaN(wanted) || wanted < 0 || wanted * 1000 > horizonMs)
            event.currentTarget.valueAsNumber = seconds;
          else if (wanted !== seconds) onMoment(Math.round(wanted * 1000));
        }}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
      <span aria-hidden="true">s</span>
    </span>
  );
}
