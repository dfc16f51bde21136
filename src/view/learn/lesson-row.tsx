/** One lesson of the rail: its name and question, how far somebody has come, how it comes out and who loses. */

import { Star } from 'lucide-react';
import { lessonStanding } from '../../lesson/course-standing.ts';
import type { LessonStanding } from '../../lesson/course-standing.ts';
import type { LessonSummary, Loss } from '../../scenario/lesson/lesson-data.ts';
import type { LessonProgress } from '../../scenario/lesson/lesson-progress.ts';
import { LessonPicture } from './lesson-picture.tsx';

interface LessonRowProps {
  readonly lesson: LessonSummary;
  readonly progress: LessonProgress | undefined;
  readonly isOutcomeShown: boolean;
}

const MOST_STARS = 3;

export function LessonRow({ lesson, progress, isOutcomeShown }: LessonRowProps) {
  const { id, number, title, question, minutes, lostBy, picture } = lesson;
  const standing = lessonStanding(progress);
  return (
    <li className="rail-lesson" data-standing={standing.kind}>
      <NumberRing number={number} standing={standing} />
      <div className="rail-words">
        <h3>
          <a href={`#/learn/${id}`}>{title}</a>
        </h3>
        <p className="rail-asks">{question}</p>
        <p className="rail-facts">
          {minutes} min · <StandingText standing={standing} />
        </p>
        {isOutcomeShown && <Losers losses={lostBy} />}
      </div>
      {isOutcomeShown ? (
        <LessonPicture picture={picture} />
      ) : (
        <p className="rail-later">The outcome is kept for later.</p>
      )}
    </li>
  );
}

/** The number, in a ring that closes as the lesson is done. */
function NumberRing({ number, standing }: { readonly number: number; readonly standing: LessonStanding }) {
  const share = standing.kind === 'done' ? 1 : standing.kind === 'new' ? 0 : standing.place / (standing.of + 1);
  return (
    <span className="rail-number" aria-hidden="true">
      <svg viewBox="0 0 36 36">
        <circle cx={18} cy={18} r={16} />
        {share > 0 && (
          <circle className="rail-share" cx={18} cy={18} r={16} pathLength={1} strokeDasharray={`${share} 1`} />
        )}
      </svg>
      {number}
    </span>
  );
}

function StandingText({ standing }: { readonly standing: LessonStanding }) {
  switch (standing.kind) {
    case 'new':
      return <span>not begun</span>;
    case 'begun':
      return (
        <span className="rail-at">
          at step {standing.place} of {standing.of}, {standing.step}
        </span>
      );
    default:
      return (
        <span className="rail-done">
          done
          <span className="rail-stars" role="img" aria-label={`${standing.stars} of ${MOST_STARS} stars`}>
            {Array.from({ length: MOST_STARS }, (_, index) => (
              <Star key={index} size={14} aria-hidden="true" data-won={index < standing.stars} />
            ))}
          </span>
        </span>
      );
  }
}

/** In whole or in part; a session loses as well. */
function Losers({ losses }: { readonly losses: readonly Loss[] }) {
  if (losses.length === 0) return <p className="rail-losers">Nobody loses.</p>;
  return (
    <p className="rail-losers">
      Lost by{' '}
      {losses.map(({ lane, title, lost, of }, index) => (
        <span key={lane} data-lane={lane} className="rail-loser">
          {index > 0 && ', '}
          <b>{title}</b> {lost === of ? 'in every run' : `in ${lost} of ${of} runs`}
        </span>
      ))}
    </p>
  );
}
