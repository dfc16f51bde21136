/** A number on a slider, with what it says beside it. */

import { numberText } from '../../present/tally.ts';
import type { NumberQuestion } from '../../scenario/lesson/lesson-data.ts';

interface VoteSliderProps {
  readonly label: string;
  /** `null` before it was touched. */
  readonly value: number | null;
  readonly from: number;
  readonly to: number;
  readonly unit: NumberQuestion['unit'];
  readonly onValue: (value: number) => void;
}

export function VoteSlider({ label, value, from, to, unit, onValue }: VoteSliderProps) {
  const step = unit === 'seconds' || unit === 'percent' ? 0.1 : 1;
  return (
    <div className="vote-slider">
      <input
        type="range"
        aria-label={label}
        min={from}
        max={to}
        step={step}
        value={value ?? (from + to) / 2}
        data-touched={value !== null}
        aria-valuetext={value === null ? 'not answered' : numberText(value, { unit })}
        onChange={(event) => onValue(Number(event.currentTarget.value))}
      />
      <output>{value === null ? 'Move it' : numberText(value, { unit })}</output>
    </div>
  );
}
