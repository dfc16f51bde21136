/** Where something that is no part of a run was read, and when. */

interface SourceListProps {
  readonly sources: readonly { readonly title: string; readonly url: string; readonly asOf: string }[];
}

export function SourceList({ sources }: SourceListProps) {
  return (
    <section className="inspector-section">
      <h4>Sources</h4>
      <ul className="source-list">
        {sources.map(({ title, url, asOf }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer">
              {title}
            </a>
            <span className="quiet"> as of {asOf}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
