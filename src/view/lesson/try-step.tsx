/** The challenge: the real playground on its start, or on a solution that a link brought. */

import { useEffect, useState } from 'react';
import { challengeStart } from '../../projection/lesson/judge-challenge.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { ShareLink } from '../../scenario/share-link.ts';
import type { SitePorts } from '../shell/site-ports.ts';
import type { StepProps } from './step-props.ts';
import { TryBoard } from './try-board.tsx';

interface TryStepProps extends StepProps {
  readonly ports: SitePorts;
  /** Somebody's solution, `null` to begin at the start. */
  readonly shared: ShareLink | null;
}

interface Opened {
  readonly scenario: CompiledScenario;
  readonly isShared: boolean;
  /** What people should know about how it was opened. */
  readonly notice: string | null;
}

export function TryStep({ ports, shared, ...step }: TryStepProps) {
  const { lesson } = step.loaded;
  const [opened, setOpened] = useState<Opened | null>(() =>
    shared === null ? { scenario: challengeStart(lesson), isShared: false, notice: null } : null,
  );
  useEffect(() => {
    if (shared === null) return undefined;
    let isMeant = true;
    const begin = (next: Opened) => {
      if (isMeant) setOpened(next);
    };
    const start = { scenario: challengeStart(lesson), isShared: false };
    ports.course.openSolution(lesson, shared).then(
      (solution) =>
        begin(
          solution.ok
            ? {
                scenario: solution.value,
                isShared: true,
                notice: 'A solution that somebody shared. It is judged as it stands.',
              }
            : { ...start, notice: solution.error.join('\n') },
        ),
      () => begin({ ...start, notice: 'Unable to open the shared solution; the page could not be reached.' }),
    );
    return () => {
      isMeant = false;
    };
  }, [ports, lesson, shared]);
  if (opened === null) return <main className="lesson-step lesson-notice">Opening the solution…</main>;
  return <TryBoard {...step} {...opened} ports={ports} />;
}
