/** A number with its unit: by slider for the thumb, by field for the exact one. */

import { useId } from 'react';
import { amountInUnit } from '../../projection/lesson/answer-text.ts';
import type { NumberQuestion } from '../../scenario/lesson/lesson-data.ts';

interface NumberFieldProps {
  readonly question: Pick<NumberQuestion, 'unit' | 'from' | 'to'>;
  readonly value: number | null;
  /** `null` while it is not told. */
  readonly truth: number | null;
  readonly onValue: ((value: number) => void) | null;
}

/** A slider has about so many places. */
const STEPS = 120;

export function NumberField({ question: { unit, from, to }, value, truth, onValue }: NumberFieldProps) {
  const id = useId();
  const step = stepFor(to - from);
  const middle = from + Math.round((to - from) / 2 / step) * step;
  const shareOf = (amount: number) => `${(Math.min(1, Math.max(0, (amount - from) / (to - from))) * 100).toFixed(2)}%`;
  return (
    <div className="number-field" data-empty={value === null}>
      <div className="number-slider">
        <input
          type="range"
          aria-label={`Your answer in ${unit}`}
          aria-valuetext={value === null ? 'not answered' : amountInUnit(value, unit)}
          min={from}
          max={to}
          step={step}
          value={value ?? middle}
          disabled={onValue === null}
          onChange={(event) => onValue?.(event.currentTarget.valueAsNumber)}
          // A press on the place where it stands already is an answer as well.
          onPointerUp={(event) => onValue?.(event.currentTarget.valueAsNumber)}
        />
        {truth !== null && (
          <span className="number-truth" style={{ insetInlineStart: shareOf(truth) }}>
            {amountInUnit(truth, unit)}
          </span>
        )}
        <p className="number-ends" aria-hidden="true">
          <span>{amountInUnit(from, unit)}</span>
          <span>{amountInUnit(to, unit)}</span>
        </p>
      </div>
      <label className="number-exact" htmlFor={id}>
        <input
          id={id}
          type="number"
          inputMode="decimal"
          min={from}
          max={to}
          step="any"
          value={value ?? ''}
          placeholder="?"
          disabled={onValue === null}
          onChange={(event) => {
            const amount = event.currentTarget.valueAsNumber;
            if (!Number.isNaN(amount)) onValue?.(Math.min(to, Math.max(from, amount)));
          }}
        />
        <span>{unit === 'percent' ? '%' : unit}</span>
      </label>
    </div>
  );
}

/** 1, 2 or 5 of a power of ten. */
function stepFor(range: number): number {
  const least = range / STEPS;
  let power = 1;
  while (power * 10 <= least) power *= 10;
  const wanted = [1, 2, 5, 10].find((factor) => factor * power >= least) ?? 10;
  return Math.max(1, wanted * power);
}
