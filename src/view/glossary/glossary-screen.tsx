/** The words of the course: what each means, what it stands for, what is beside it, and where it first stands. */

import { ArrowLeft } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { Loading } from '../course/loading.tsx';
import { useLoaded } from '../course/use-loaded.ts';
import { ScreenHead } from '../shell/screen-head.tsx';
import type { ScreenProps } from '../shell/screen.ts';
import { GlossaryList } from './glossary-list.tsx';
import '../course/course.css';

export function GlossaryScreen({ ports: { course }, hash }: ScreenProps) {
  const load = useCallback(() => Promise.all([course.loadReference(), course.loadSummaries()]), [course]);
  const loaded = useLoaded(load);
  useEffect(() => {
    document.title = 'Glossary · Pull the Plug';
  }, []);
  return (
    <div className="screen">
      <ScreenHead current="glossary">
        <a className="button course-way" href="#/learn">
          <ArrowLeft size={15} aria-hidden="true" />
          Lessons
        </a>
      </ScreenHead>
      <main>
        {loaded.kind === 'ready' ? (
          <GlossaryList glossary={loaded.value[0].glossary} lessons={loaded.value[1]} hash={hash} />
        ) : (
          <Loading loaded={loaded} what="the glossary" />
        )}
      </main>
    </div>
  );
}
