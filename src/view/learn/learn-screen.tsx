/** The course: the rail of its lessons, and the lesson that the address names. */

import { BookOpen } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from 'react-aria-components/Button';
import { ScreenHead } from '../shell/screen-head.tsx';
import type { ScreenProps } from '../shell/screen.ts';
import { CourseRail } from './course-rail.tsx';
import { useCourse } from './use-course.ts';

export function LearnScreen({ ports: { course } }: ScreenProps) {
  const loaded = useCourse(course);
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
        {loaded.kind === 'ready' && <CourseRail {...loaded} ports={course} />}
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
