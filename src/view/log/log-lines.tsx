/**
 * The lines of the log. Only the newest are drawn, and how many are not is said; arrow keys go from
 * line to line, so that the list is one stop of the Tab key.
 */

import { memo, useEffect, useRef, useState } from 'react';
import type { Dispatch, KeyboardEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { lanesText } from '../../projection/log/log-text.ts';
import { lineText } from '../../projection/log/narration-log.ts';
import type { LogLine } from '../../projection/log/narration-log.ts';
import { exactSeconds } from '../../projection/seconds.ts';
import type { Run } from '../../sim/run.ts';
import type { PlaygroundAction } from '../playground/playground-action.ts';

interface LogLinesProps {
  readonly run: Run;
  readonly lines: readonly LogLine[];
  readonly playheadMs: number;
  readonly dispatch: Dispatch<PlaygroundAction>;
}

/** So many lines are drawn at first, and so many more each time people ask for earlier ones. */
const DRAWN = 200;

export function LogLines({ run, lines, playheadMs, dispatch }: LogLinesProps) {
  const [most, setMost] = useState(DRAWN);
  const list = useRef<HTMLOListElement>(null);
  const hidden = Math.max(0, lines.length - most);
  const drawn = lines.slice(hidden);
  const newest = drawn.at(-1)?.key;
  const [focused, setFocused] = useState<string | null>(null);
  const tabStop = drawn.some(({ key }) => key === focused) ? focused : newest;
  useEffect(() => {
    const line = newest === undefined ? null : list.current?.querySelector('[aria-current="step"]');
    // Who reads further up is left there.
    if (list.current?.contains(document.activeElement) === false) line?.scrollIntoView({ block: 'nearest' });
  }, [newest]);
  return (
    <>
      {hidden > 0 && (
        <p className="log-hidden">
          {hidden} earlier {hidden === 1 ? 'line is' : 'lines are'} not drawn.{' '}
          <Button className="link-button" onPress={() => setMost(most + DRAWN)}>
            Show {Math.min(hidden, DRAWN)} of them
          </Button>
        </p>
      )}
      <ol className="log-lines" aria-label="What happened" ref={list}>
        {drawn.map((line) => (
          <Line
            key={line.key}
            line={line}
            text={lineText(line, playheadMs)}
            lanes={lanesText(run, line)}
            hue={run.lanes.find(({ name }) => line.lanes.length === 1 && name === line.lane)?.lane}
            isNewest={line.key === newest}
            isTabStop={line.key === tabStop}
            onFocus={setFocused}
            dispatch={dispatch}
          />
        ))}
      </ol>
    </>
  );
}

interface LineProps {
  readonly line: LogLine;
  readonly text: string;
  readonly lanes: string;
  /** The lane whose colour it has, when it is one lane's. */
  readonly hue: string | undefined;
  readonly isNewest: boolean;
  readonly isTabStop: boolean;
  readonly onFocus: (key: string | null) => void;
  readonly dispatch: Dispatch<PlaygroundAction>;
}

const Line = memo(function Line({ line, text, lanes, hue, isNewest, isTabStop, onFocus, dispatch }: LineProps) {
  const jump = () => dispatch({ type: 'event.selected', lane: line.lane, event: line.event, moves: true });
  return (
    <li data-lane={hue} data-harm={line.isHarm} data-details={!line.isTelling}>
      <button
        type="button"
        tabIndex={isTabStop ? 0 : -1}
        aria-current={isNewest ? 'step' : undefined}
        onClick={jump}
        onFocus={() => onFocus(line.key)}
        onBlur={() => onFocus(null)}
        onKeyDown={walk}
      >
        <span className="log-at mono">{exactSeconds(line.atMs)}</span>
        <span className="log-text">
          <span className="log-where">{lanes} ·</span> {text}
        </span>
      </button>
    </li>
  );
});

function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  const buttons = [...(event.currentTarget.closest('ol')?.querySelectorAll('button') ?? [])];
  const at = buttons.indexOf(event.currentTarget);
  const to = targetOf(event.key, at, buttons.length);
  if (at === -1 || to === null) return;
  event.preventDefault();
  buttons[to]?.focus();
}

function targetOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'ArrowDown':
      return Math.min(count - 1, at + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
