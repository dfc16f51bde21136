/** The result: the verdict, the three capabilities, and the way in the order of a migration. */

import type { Analysis, FoundGap } from '../../projection/audit/gap-analysis.ts';
import { MEND_TEXTS } from '../../projection/audit/mend-text.ts';
import { unknownText, verdictText } from '../../projection/audit/verdict-text.ts';
import type { Audit } from '../../scenario/audit/audit-data.ts';
import { LessonLink } from './lesson-link.tsx';

interface ResultPartProps {
  readonly audit: Audit;
  readonly analysis: Analysis;
}

export function ResultPart({ audit, analysis }: ResultPartProps) {
  const { title, says } = verdictText(analysis);
  return (
    <section className="audit-result" id="audit-result" aria-labelledby="audit-verdict">
      <h2 id="audit-verdict" tabIndex={-1}>
        {title}
      </h2>
      <p className="audit-verdict-says">{says.join(' ')}</p>
      <dl className="audit-capabilities">
        {analysis.capabilities.map(({ capability, gaps, unknown, asked, answered }) => (
          <div key={capability} data-gaps={gaps.length > 0}>
            <dt>{audit.capabilities[capability].title}</dt>
            <dd>
              <span className="audit-count">{answered === 0 ? '–' : gaps.length}</span>{' '}
              {gaps.length === 1 ? 'gap' : 'gaps'}
              <span className="quiet">
                {unknown.length > 0 && `, ${unknown.length} not known`}
                {asked > answered + unknown.length && `, ${asked - answered - unknown.length} open`}
              </span>
            </dd>
            <dd className="quiet">{audit.capabilities[capability].says}</dd>
          </div>
        ))}
      </dl>
      {analysis.gaps.length > 0 && <Way audit={audit} analysis={analysis} />}
      {analysis.unknown.length > 0 && (
        <section aria-labelledby="audit-unknown">
          <h3 id="audit-unknown">Not known</h3>
          <p>{unknownText(analysis.unknown.length)}</p>
          <ul className="audit-unknown">
            {analysis.unknown.map(({ id, ask, lesson }) => (
              <li key={id}>
                {ask} <LessonLink id={lesson} lessons={audit.lessons} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}

function Way({ audit, analysis }: ResultPartProps) {
  return (
    <section aria-labelledby="audit-way">
      <h3 id="audit-way">The way, in the order of a migration</h3>
      <ol className="audit-way">
        {analysis.steps.map(({ step, gaps }) => {
          const { title, says, check } = audit.steps[step];
          return (
            <li key={step} data-empty={gaps.length === 0}>
              <h4>{title}</h4>
              <p>{says}</p>
              {gaps.length === 0 ? (
                <p className="quiet">Nothing to mend here.</p>
              ) : (
                <ul>
                  {gaps.map((found) => (
                    <GapItem key={found.question.id} found={found} audit={audit} />
                  ))}
                </ul>
              )}
              <p className="audit-check">
                <strong>Done when:</strong> {check}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function GapItem({ found: { question, gap }, audit }: { readonly found: FoundGap; readonly audit: Audit }) {
  return (
    <li className="audit-gap">
      <p>
        <strong>{gap.says}</strong> {gap.does}
      </p>
      <p className="audit-gap-facts">
        {audit.capabilities[question.capability].title}. The least that mends it: {MEND_TEXTS[gap.mend]}.
      </p>
      <p className="audit-gap-facts">
        <LessonLink id={gap.lesson} lessons={audit.lessons} />
        {gap.sources.map((id) => (
          <SourceLink key={id} id={id} audit={audit} />
        ))}
      </p>
    </li>
  );
}

function SourceLink({ id, audit: { sources } }: { readonly id: string; readonly audit: Audit }) {
  const source = sources[id];
  if (source === undefined) return null;
  const text = `${source.title}, ${source.asOf}`;
  return 'url' in source ? (
    <a href={source.url} target="_blank" rel="noreferrer">
      {text}
    </a>
  ) : (
    <span>{text}</span>
  );
}
