/** One answer that can be chosen: the whole line is the target. */

import type { ReactNode } from 'react';

interface ChoiceProps {
  /** Of the question: one of its answers is chosen at a time. */
  readonly name: string;
  readonly text: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  /** What the choice means, once it is made. */
  readonly children?: ReactNode;
}

export function Choice({ name, text, isChosen, onChoose, children }: ChoiceProps) {
  return (
    <div className="audit-choice" data-chosen={isChosen}>
      <label>
        <input type="radio" name={`audit-${name}`} checked={isChosen} onChange={onChoose} />
        <span>{text}</span>
      </label>
      {isChosen && children}
    </div>
  );
}
