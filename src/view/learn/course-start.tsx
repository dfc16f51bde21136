/** The first thing on the page: the question of the lesson that is next, and the way into it. */

import { ArrowRight } from 'lucide-react';
import { courseStanding, lessonStanding } from '../../lesson/course-standing.ts';
import type { LessonSummary } from '../../scenario/lesson/lesson-data.ts';
import { LESSON_PART_TITLES } from '../../scenario/lesson/lesson-part.ts';
import type { CourseProgress } from '../../scenario/lesson/lesson-progress.ts';
import { LessonPicture } from './lesson-picture.tsx';
import { minutesText } from './minutes-text.ts';

interface CourseStartProps {
  readonly lessons: readonly LessonSummary[];
  readonly progress: CourseProgress;
  /** Of lessons that are not done. */
  readonly areOutcomesShown: boolean;
}

export function CourseStart({ lessons, progress, areOutcomesShown }: CourseStartProps) {
  const { done, begun, stars, next } = courseStanding(lessons, progress);
  const lesson = next ?? lessons[0];
  if (lesson === undefined) return null;
  const standing = lessonStanding(progress.lessons[lesson.id]);
  const isFresh = done === 0 && begun === 0;
  return (
    <section className="rail-start" aria-labelledby="learn-title">
      <div className="rail-lead">
        <h1 id="learn-title">Learn</h1>
        <p>
          {lessons.length} lessons, {minutesText(lessons)} in all, in any order. Each asks you first, then it runs, and
          the run has the answer. {lossSentence(lessons)}
        </p>
      </div>
      <div className="rail-next">
        <p className="rail-kicker">
          Lesson {lesson.number} · {LESSON_PART_TITLES[lesson.part]} · {lesson.minutes} min
          {standing.kind === 'begun' && ` · at step ${standing.place} of ${standing.of}, ${standing.step}`}
        </p>
        <p className="rail-question">{lesson.question}</p>
        <a className="rail-go" href={`#/learn/${lesson.id}`}>
          {goText(lesson, next === null ? 'again' : isFresh ? 'begin' : 'go on')}
          <ArrowRight size={18} aria-hidden="true" />
        </a>
        {!isFresh && (
          <p className="rail-so-far">
            {done} of {lessons.length} done
            {begun > 0 && `, ${begun} begun`}
            {stars > 0 && `, ${stars} of ${lessons.length * 3} stars`}
          </p>
        )}
      </div>
      {(areOutcomesShown || standing.kind === 'done') && <LessonPicture picture={lesson.picture} isLarge />}
    </section>
  );
}

function goText({ number }: LessonSummary, how: 'begin' | 'go on' | 'again'): string {
  if (how === 'again') return 'Go through it again';
  return how === 'begin' ? `Begin with lesson ${number}` : `Go on with lesson ${number}`;
}

/** How many lessons each architecture loses, the one with most of them first. */
function lossSentence(lessons: readonly LessonSummary[]): string {
  const losses = lessons.flatMap(({ lostBy }) => lostBy);
  const titles = [...new Set(losses.map(({ title }) => title))];
  const counted = titles
    .map((title) => ({ title, count: losses.filter((loss) => loss.title === title).length }))
    .toSorted((a, b) => b.count - a.count);
  const named = counted.map(({ title, count }) => `${title} (${count})`);
  if (named.length < 2) return '';
  const last = named.pop();
  return `Nobody wins them all. Lessons are lost, in whole or in part, by ${named.join(', ')} and ${last}.`;
}
