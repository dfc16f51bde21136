/** Where a fact of the course comes from: what it is, who says so, of which day, and what of it matters here. */

import type { Source } from '../../scenario/lesson/sources.ts';
import './course.css';

const KINDS: Readonly<Record<Source['kind'], string>> = {
  vendor: 'a vendor on its own product',
  project: 'code or an issue of a project',
  spec: 'a standard',
  paper: 'a talk or an article',
  measured: 'measured by us',
};

const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** One line of a list. What a vendor says of itself is a claim, and marked as one. */
export function SourceLine({ source }: { readonly source: Source }) {
  return (
    <li className="source" data-kind={source.kind}>
      {source.kind === 'measured' ? (
        <span className="source-title">{source.title}</span>
      ) : (
        <a className="source-title" href={source.url} target="_blank" rel="noreferrer">
          {source.title}
        </a>
      )}{' '}
      <span className="source-kind">{KINDS[source.kind]}</span>{' '}
      <span className="source-day">
        as of <time dateTime={source.asOf}>{dayFormat.format(new Date(source.asOf))}</time>
      </span>
      {source.kind === 'measured' && <span className="source-note">{source.rows}</span>}
      {source.note !== undefined && <span className="source-note">{source.note}</span>}
    </li>
  );
}
