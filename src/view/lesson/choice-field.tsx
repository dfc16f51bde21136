/** A choice of a few answers; once it is answered for good, the right one is marked. */

import { Check, X } from 'lucide-react';
import { useId } from 'react';

interface ChoiceFieldProps {
  readonly options: readonly { readonly text: string }[];
  /** The place of the chosen one. */
  readonly value: number | null;
  /** The places of the right ones; `null` while they are not told. */
  readonly truth: readonly number[] | null;
  readonly onValue: ((option: number) => void) | null;
}

export function ChoiceField({ options, value, truth, onValue }: ChoiceFieldProps) {
  const name = useId();
  return (
    <fieldset className="choice-field">
      <legend className="visually-hidden">Your answer</legend>
      {options.map(({ text }, at) => {
        const isRight = truth?.includes(at) === true;
        const isWrong = truth !== null && !isRight && at === value;
        return (
          <label key={text} className="choice" data-right={isRight} data-wrong={isWrong}>
            <input
              type="radio"
              name={name}
              checked={at === value}
              disabled={onValue === null}
              onChange={() => onValue?.(at)}
            />
            <span>{text}</span>
            {isRight && <Check size={17} strokeWidth={2.4} aria-label="this is what happened" />}
            {isWrong && <X size={17} strokeWidth={2.4} aria-label="this did not happen" />}
          </label>
        );
      })}
    </fieldset>
  );
}
