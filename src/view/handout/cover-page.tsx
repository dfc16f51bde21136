/** The first page of the whole course: its lessons. */

import { LESSON_PART_TITLES, LESSON_PARTS } from '../../scenario/lesson/lesson-part.ts';
import type { LessonSummary } from '../../scenario/lesson/lesson-data.ts';
import { QrCode } from './page-head.tsx';

export function CoverPage({ lessons, link }: { readonly lessons: readonly LessonSummary[]; readonly link: string }) {
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  return (
    <section className="handout-page handout-cover" aria-label="Contents">
      <header className="handout-head">
        <div>
          <p className="handout-kicker">Pull the Plug</p>
          <h2>
            {lessons.length} lessons, {Math.floor(minutes / 60)} hours and {minutes % 60} minutes
          </h2>
          <p className="handout-link">{link}</p>
        </div>
        <QrCode link={link} />
      </header>
      <p>
        Each lesson has a page to draw on, and on the next one what happens. Draw first; who only looks learns little.
      </p>
      <div className="handout-parts">
        {LESSON_PARTS.map((part) => (
          <section key={part}>
            <h3>{LESSON_PART_TITLES[part]}</h3>
            <ol className="handout-contents">
              {lessons
                .filter((lesson) => lesson.part === part)
                .map(({ id, number, title, question, minutes: takes }) => (
                  <li key={id} value={number}>
                    <strong>{title}</strong> <span className="handout-minutes">{takes} min</span>
                    <span className="handout-small">{question}</span>
                  </li>
                ))}
            </ol>
          </section>
        ))}
      </div>
    </section>
  );
}
