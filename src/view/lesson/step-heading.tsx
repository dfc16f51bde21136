/** What a step is about, in one sentence. It takes the focus when people come to it, so that keys and voices go on from there. */

import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

interface StepHeadingProps {
  /** Over the sentence, small. */
  readonly kicker: ReactNode;
  /** Another one is another thing to read: it takes the focus again. */
  readonly of: string;
  readonly children: ReactNode;
}

export function StepHeading({ kicker, of, children }: StepHeadingProps) {
  return (
    <header className="step-heading">
      <p className="step-kicker">{kicker}</p>
      <FocusedHeading key={of}>{children}</FocusedHeading>
    </header>
  );
}

function FocusedHeading({ children }: Pick<StepHeadingProps, 'children'>) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('main')?.scrollTo({ top: 0 });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
