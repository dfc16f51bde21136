/** The script so far, as a list: every line is a jump to its moment, and what people did themselves is marked. */

import { CircleDot } from 'lucide-react';
import type { Dispatch } from 'react';
import type { Recorded } from '../../projection/record/recorded-since.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { PlaygroundAction } from '../playground/playground-action.ts';

interface RecordedListProps {
  readonly recorded: Recorded;
  readonly originTitle: string;
  readonly script: CompiledScenario['script'];
  readonly dispatch: Dispatch<PlaygroundAction>;
}

export function RecordedList({ recorded: { entries, changes }, originTitle, script, dispatch }: RecordedListProps) {
  const yours = entries.filter(({ isYours }) => isYours).length + changes.length;
  const goTo = (index: number) => {
    dispatch({ type: 'entries.selected', indices: [index] });
    const atMs = script[index]?.atMs;
    if (atMs !== undefined) dispatch({ type: 'playhead.moved', atMs });
  };
  return (
    <section className="record-part" aria-labelledby="recorded-title">
      <h3 id="recorded-title">
        <CircleDot size={15} aria-hidden="true" />
        Recorded so far
      </h3>
      <p className="quiet" role="status">
        {yours === 0
          ? `Everything you do is written down. Nothing yet since “${originTitle}” was opened: add a flag, drag one, or switch an option, and it stands here.`
          : `Everything you do is written down. ${yours === 1 ? 'One thing is' : `${yours} things are`} yours since “${originTitle}” was opened.`}
      </p>
      <ol className="recorded">
        {entries.map(({ index, isYours, when, who, what }) => (
          <li key={index} data-yours={isYours}>
            <button type="button" onClick={() => goTo(index)}>
              <span className="mono">{when}</span>
              <span>
                {who} {what}
              </span>
              {isYours && <span className="recorded-yours">yours</span>}
            </button>
          </li>
        ))}
      </ol>
      {changes.length > 0 && (
        <ul className="recorded-changes" aria-label="Changed beside the script">
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
