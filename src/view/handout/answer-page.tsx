/** The second page of a lesson: the true timeline, the answers, the principle, and where all of it comes from. */

import type { HandoutSheet } from '../../projection/handout/handout-sheet.ts';
import { StillFigure } from '../still-figure.tsx';
import { FIGURE_STYLE } from './figure-style.ts';
import { PageHead } from './page-head.tsx';

export function AnswerPage({ sheet, link }: { readonly sheet: HandoutSheet; readonly link: string }) {
  return (
    <section className="handout-page" aria-label="Answer">
      <PageHead sheet={sheet} kicker="what happens" link={link} />
      <p>{sheet.answer}</p>
      <StillFigure className="handout-figure" svg={sheet.figure} rules={FIGURE_STYLE} />
      <ol className="handout-asked handout-answers">
        {sheet.questions.map(({ ask, when, answer, reveal }) => (
          <li key={ask}>
            <span className="handout-when">
              {when === null ? '' : `${when}: `}
              {ask}
            </span>{' '}
            <strong>{answer ?? 'See the timeline.'}</strong> {reveal}
          </li>
        ))}
      </ol>
      <p className="handout-principle">{sheet.principle}</p>
      <p className="handout-small">
        <strong>Not modelled:</strong> {sheet.notModelled}
      </p>
      <p className="handout-small">
        <strong>Sources, as of {sheet.asOf}</strong> (* a vendor on its own product, † measured by us):{' '}
        {sheet.sources.map((source) => (
          <span key={source.title} className="handout-source">
            {source.kind === 'measured' ? source.title : <a href={source.url}>{source.title}</a>}
            {source.kind === 'measured' && ' †'}
            {source.kind === 'vendor' && ' *'}
          </span>
        ))}
      </p>
    </section>
  );
}
