/** A lesson or the whole course on paper: pages to look at, and the button that prints them. */

import { Printer } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ScreenHead } from '../shell/screen-head.tsx';
import type { ScreenProps } from '../shell/screen.ts';
import { AnswerPage } from './answer-page.tsx';
import { addressOf, handoutLesson, isOwnComputer } from './handout-address.ts';
import { CoverPage } from './cover-page.tsx';
import { QuestionPage } from './question-page.tsx';
import { useHandout } from './use-handout.ts';
import type { Handout } from './use-handout.ts';
import './handout.css';

export function HandoutScreen({ ports: { course }, hash }: ScreenProps) {
  const lesson = handoutLesson(hash);
  const handout = useHandout(course, lesson);
  const { lessons, sheets } = handout;
  return (
    <div className="screen">
      <ScreenHead current="handout" />
      <main className="handout">
        <HandoutBar handout={handout} lesson={lesson} />
        {lesson === null && lessons !== null && <CoverPage lessons={lessons} link={addressOf('#/learn')} />}
        {sheets.map((sheet) => {
          const link = addressOf(`#/learn/${sheet.id}`);
          return (
            <article key={sheet.id} className="handout-lesson" aria-label={`Lesson ${sheet.number}, ${sheet.title}`}>
              <QuestionPage sheet={sheet} link={link} />
              <AnswerPage sheet={sheet} link={link} />
            </article>
          );
        })}
      </main>
    </div>
  );
}

function HandoutBar({ handout, lesson }: { readonly handout: Handout; readonly lesson: string | null }) {
  const { lessons, sheets, error, isUnknown, retry } = handout;
  if (isUnknown)
    return (
      <div className="handout-bar" role="alert">
        <p>
          Unable to open the handout; there is no lesson “{lesson}”. <a href="#/handout">All lessons on paper</a>
        </p>
      </div>
    );
  const isReady = lessons !== null && sheets.length === lessons.length;
  const [only] = sheets;
  return (
    <div className="handout-bar">
      <div>
        <h1>{lesson === null ? 'The course on paper' : `On paper: ${only?.title ?? '…'}`}</h1>
        <p className="quiet">
          {lesson === null ? (
            'For each lesson a page to draw on, and on the next one what happens.'
          ) : (
            <>
              A page to draw on, and on the next one what happens. <a href="#/handout">The whole course</a>,{' '}
              <a href={`#/learn/${lesson}`}>the lesson itself</a>
            </>
          )}
        </p>
        {isOwnComputer() && (
          <p className="handout-hint">
            The links and their codes lead to {location.host === '' ? 'a file of this computer' : location.host}, which
            is this computer. Print from an address that your readers can reach.
          </p>
        )}
        {error !== null && (
          <p className="handout-error" role="alert">
            Unable to draw every page; {error}.{' '}
            <Button className="button" onPress={retry}>
              Try again
            </Button>
          </p>
        )}
      </div>
      <p className="handout-progress" role="status">
        {isReady || error !== null ? '' : lessons === null ? 'Opening…' : `${sheets.length} of ${lessons.length} drawn`}
      </p>
      <Button className="button" isDisabled={!isReady} onPress={() => window.print()}>
        <Printer size={16} aria-hidden="true" /> Print
      </Button>
    </div>
  );
}
