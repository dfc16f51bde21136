/** The first page of a lesson: its question, a timeline to draw on, and the predictions with room to write. */

import type { HandoutQuestion, HandoutSheet, PaperForm } from '../../projection/handout/handout-sheet.ts';
import { StillFigure } from '../still-figure.tsx';
import { FIGURE_STYLE } from './figure-style.ts';
import { PageHead } from './page-head.tsx';

export function QuestionPage({ sheet, link }: { readonly sheet: HandoutSheet; readonly link: string }) {
  return (
    <section className="handout-page" aria-label="Question">
      <PageHead sheet={sheet} kicker={null} link={link} />
      <p className="handout-question">{sheet.question}</p>
      <p>{sheet.task}</p>
      <StillFigure className="handout-figure" svg={sheet.blank} rules={FIGURE_STYLE} />
      <p className="handout-legend">
        The dashed line is as high as the whole answer. The bar below each plot is for what the page says: live, error,
        complete.
      </p>
      <ol className="handout-asked">
        {sheet.questions.map((question) => (
          <li key={question.ask}>
            <Asked question={question} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Asked({ question: { ask, when, form } }: { readonly question: HandoutQuestion }) {
  return (
    <>
      <p className="handout-ask">
        {when !== null && <span className="handout-when">{when}: </span>}
        {ask}
      </p>
      <Form form={form} />
    </>
  );
}

function Form({ form }: { readonly form: PaperForm }) {
  switch (form.kind) {
    case 'choice':
      return (
        <ul className="handout-options">
          {form.options.map((option) => (
            <li key={option}>{option}</li>
          ))}
        </ul>
      );
    case 'number':
      return (
        <p className="handout-write">
          <span className="handout-blank" /> {form.unit}
        </p>
      );
    case 'point':
      return (
        <p className="handout-write">
          Mark it on the timeline, or write it down: <span className="handout-blank" /> s
        </p>
      );
    case 'curve':
      return <p className="handout-write">Draw it on the timeline.</p>;
  }
}
