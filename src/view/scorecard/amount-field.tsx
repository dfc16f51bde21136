/** A number that people can change: taken with Enter or when they leave it, given back with Escape, refused with a reason. */

import { useId, useState } from 'react';
import { readAmount } from '../../projection/scorecard/read-amount.ts';
import type { AmountRule } from '../../projection/scorecard/read-amount.ts';

interface AmountFieldProps {
  readonly label: string;
  /** What stands behind the number: `a million messages`. */
  readonly per: string;
  readonly value: number;
  readonly rule: AmountRule;
  /** Where the default comes from. */
  readonly note: string;
  readonly isChanged: boolean;
  readonly onValue: (value: number) => void;
}

/** Keyed by its value where it is used, so that an undo shows. */
export function AmountField({ label, per, value, rule, note, isChanged, onValue }: AmountFieldProps) {
  const [text, setText] = useState(String(value));
  const [error, setError] = useState<string | null>(null);
  const id = useId();
  const take = () => {
    if (text === String(value)) return setError(null);
    const read = readAmount(text, rule);
    setError(read.ok ? null : read.error);
    if (!read.ok) return;
    setText(String(read.value));
    if (read.value !== value) onValue(read.value);
  };
  return (
    <div className="amount" data-changed={isChanged}>
      <label htmlFor={id}>{label}</label>
      <span className="amount-input">
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          aria-invalid={error !== null}
          aria-describedby={`${id}-note${error === null ? '' : ` ${id}-error`}`}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take();
            if (event.key !== 'Escape' || (text === String(value) && error === null)) return;
            // The panel stays open: Escape gives the number back.
            event.preventDefault();
            setText(String(value));
            setError(null);
          }}
        />
        <span className="amount-per">{per}</span>
      </span>
      <span className="amount-note" id={`${id}-note`}>
        {note}
      </span>
      {error !== null && (
        <span className="amount-error" id={`${id}-error`} role="alert">
          {error}
        </span>
      )}
    </div>
  );
}
