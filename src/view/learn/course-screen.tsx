/** The rail of the course with its head, while it is on its way, and when it cannot be had. */

import { BookOpen } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from 'react-aria-components/Button';
import type { CoursePorts } from '../course/course-ports.ts';
import { ScreenHead } from '../shell/screen-head.tsx';
import { CourseRail } from './course-rail.tsx';
import { useCourse } from './use-course.ts';

export function CourseScreen({ ports }: { readonly ports: CoursePorts }) {
  const loaded = useCourse(ports);
  useEffect(() => {
    document.title = 'Learn · Pull the Plug';
  }, []);
  return (
    <div className="screen">
      <ScreenHead current="learn">
        <a className="button rail-glossary" href="#/glossary">
          <BookOpen size={15} aria-hidden="true" />
          Glossary
        </a>
      </ScreenHead>
      <main>
        {loaded.kind === 'ready' && <CourseRail {...loaded} ports={ports} />}
        {loaded.kind === 'loading' && <p className="screen-status">Opening the course…</p>}
        {loaded.kind === 'failed' && (
          <div className="screen-status" role="alert">
            <p>Unable to open the course; the page could not be reached. Nothing of yours is lost.</p>
            <Button className="button" onPress={loaded.retry}>
              Try again
            </Button>
          </div>
        )}
      </main>
    </div>
  );
}
