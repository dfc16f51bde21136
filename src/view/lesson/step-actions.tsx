/** What leads on: at the end of a step, and on a phone at the bottom, under the thumb. */

import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';

interface StepActionsProps {
  readonly next: string;
  readonly onNext: () => void;
  /** Passing by without doing it: said, never held against anybody. */
  readonly skip?: { readonly label: string; readonly onSkip: () => void } | null;
  readonly onBack?: (() => void) | null;
  readonly children?: ReactNode;
}

export function StepActions({ next, onNext, skip = null, onBack = null, children }: StepActionsProps) {
  return (
    <div className="step-actions">
      {onBack !== null && (
        <Button className="button step-back" onPress={onBack}>
          <ArrowLeft size={16} aria-hidden="true" />
          <span>Back</span>
        </Button>
      )}
      {children}
      {skip !== null && (
        <Button className="button step-skip" onPress={skip.onSkip}>
          {skip.label}
        </Button>
      )}
      <Button className="button step-next" onPress={onNext}>
        {next}
        <ArrowRight size={17} aria-hidden="true" />
      </Button>
    </div>
  );
}
