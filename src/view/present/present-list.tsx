/** The lessons that can be presented, and what presenting is. */

import { useEffect, useState } from 'react';
import { LESSON_PART_TITLES, LESSON_PARTS } from '../../scenario/lesson/lesson-part.ts';
import type { LessonSummary } from '../../scenario/lesson/lesson-data.ts';
import type { CoursePorts } from '../course/course-ports.ts';
import { ScreenHead } from '../shell/screen-head.tsx';
import { talkHash } from './talk-windows.ts';

interface PresentListProps {
  readonly course: CoursePorts;
  readonly hash: string;
}

type Listed = readonly LessonSummary[] | 'loading' | 'failed';

/** Beside this page in the build, see `src/deck`. */
const DECK = 'src/deck/deck.html';

export function PresentList({ course, hash }: PresentListProps) {
  const [lessons, setLessons] = useState<Listed>('loading');
  useEffect(() => {
    course.loadSummaries().then(setLessons, () => setLessons('failed'));
  }, [course]);
  const isOdd = !/^#\/present\/?$/.test(hash);
  return (
    <div className="screen">
      <ScreenHead current="present" />
      <main className="present-list">
        <h1>Present a lesson</h1>
        <p>
          Opens the view for the room in this window. From there, or from the list, open the notes in a second one: both
          stay in step, in this browser, without a network. Clicker keys work in either.
        </p>
        <p>
          <a href={DECK}>A slide deck with a lesson in it</a> shows how to put one between your own slides.
        </p>
        {isOdd && <p role="alert">This address names no lesson that can be presented. Choose one below.</p>}
        {lessons === 'loading' && <p role="status">Opening…</p>}
        {lessons === 'failed' && (
          <p role="alert">Unable to list the lessons; the page could not be reached. Load the page again.</p>
        )}
        {typeof lessons !== 'string' &&
          LESSON_PARTS.map((part) => (
            <Part
              key={part}
              title={LESSON_PART_TITLES[part]}
              lessons={lessons.filter((lesson) => lesson.part === part)}
            />
          ))}
      </main>
    </div>
  );
}

function Part({ title, lessons }: { readonly title: string; readonly lessons: readonly LessonSummary[] }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ol>
        {lessons.map(({ id, number, question, minutes }) => (
          <li key={id}>
            <span className="mono">{number}</span>
            <a href={talkHash(id, 'audience', null)}>{question}</a>
            <span className="quiet">{minutes} min</span>
            <a className="present-notes" href={talkHash(id, 'notes', null)} aria-label={`Notes: ${question}`}>
              Notes
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
