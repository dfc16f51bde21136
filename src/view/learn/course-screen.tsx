/** The rail of the course under the head of the screen. */

import { BookOpen, Printer } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import type { CoursePorts } from '../course/course-ports.ts';
import { Loading } from '../course/loading.tsx';
import { useLoaded } from '../course/use-loaded.ts';
import { ScreenHead } from '../shell/screen-head.tsx';
import { CourseRail } from './course-rail.tsx';
import '../course/course.css';

export function CourseScreen({ ports }: { readonly ports: CoursePorts }) {
  const load = useCallback(() => Promise.all([ports.loadSummaries(), ports.readProgress()]), [ports]);
  const loaded = useLoaded(load);
  useEffect(() => {
    document.title = 'Learn · Pull the Plug';
  }, []);
  return (
    <div className="screen">
      <ScreenHead current="learn">
        <a className="button course-way" href="#/handout" aria-label="Handouts">
          <Printer size={15} aria-hidden="true" />
          <span className="wide-only">Handouts</span>
        </a>
        <a className="button course-way" href="#/glossary" aria-label="Glossary">
          <BookOpen size={15} aria-hidden="true" />
          <span className="wide-only">Glossary</span>
        </a>
      </ScreenHead>
      <main>
        {loaded.kind === 'ready' ? (
          <CourseRail ports={ports} lessons={loaded.value[0]} kept={loaded.value[1]} />
        ) : (
          <Loading loaded={loaded} what="the course" />
        )}
      </main>
    </div>
  );
}
