/** The lesson that the address names: read, fetched and simulated, or a sentence for what is in the way. */

import { useEffect, useState } from 'react';
import type { LearnLink } from '../../scenario/lesson/learn-link.ts';
import type { LessonSummary } from '../../scenario/lesson/lesson-data.ts';
import type { SitePorts } from '../shell/site-ports.ts';
import { LessonNotice } from './lesson-notice.tsx';
import { LessonScreen } from './lesson-screen.tsx';

interface LessonGateProps {
  readonly ports: SitePorts;
  /** The address when the lesson was opened; later ones are heard here. */
  readonly hash: string;
  readonly summaries: readonly LessonSummary[];
}

/** An address as it was asked for; the same one again is another asking. */
interface Asked {
  readonly hash: string;
}

type Reading =
  | { readonly asked: Asked; readonly kind: 'link'; readonly link: LearnLink }
  | { readonly asked: Asked; readonly kind: 'refused'; readonly problems: readonly string[] };

export function namesLesson(hash: string): boolean {
  return /^#\/learn\/./.test(hash);
}

export function LessonGate({ ports, hash, summaries }: LessonGateProps) {
  const asked = useAskedHash(hash);
  const [reading, setReading] = useState<Reading | null>(null);
  useEffect(() => {
    let isMeant = true;
    const settle = (next: Reading) => {
      if (isMeant) setReading(next);
    };
    ports.course.decodeLearnLink(asked.hash).then(
      (decoded) => {
        if (!decoded.ok) settle({ asked, kind: 'refused', problems: decoded.error });
        else if (decoded.value !== null) settle({ asked, kind: 'link', link: decoded.value });
      },
      () => settle({ asked, kind: 'refused', problems: ['Unable to read the link; the page could not be reached.'] }),
    );
    return () => {
      isMeant = false;
    };
  }, [ports, asked]);
  if (reading?.kind === 'link') {
    const { link } = reading;
    return <LessonScreen key={link.lesson} ports={ports} link={link} summaries={summaries} />;
  }
  if (reading === null) return <LessonNotice title="A lesson">Opening…</LessonNotice>;
  return (
    <LessonNotice title="This link cannot be opened">
      {reading.problems.map((problem) => (
        <span key={problem}>{problem}</span>
      ))}
    </LessonNotice>
  );
}

/** Only what people ask for: a lesson writes its own place into the address, and that is no event. */
function useAskedHash(first: string): Asked {
  const [asked, setAsked] = useState<Asked>({ hash: first });
  useEffect(() => {
    const onHashChange = () => {
      if (namesLesson(location.hash)) setAsked({ hash: location.hash });
    };
    window.addEventListener('hashchange', onHashChange);
    return () => window.removeEventListener('hashchange', onHashChange);
  }, []);
  return asked;
}
