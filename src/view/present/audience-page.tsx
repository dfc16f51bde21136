/** A reader's page, large: who reads, what the page says of itself, the answer with its wounds, and what is true. */

import { AppWindow, Check, CircleDashed, Minus, Smartphone, X } from 'lucide-react';
import { Fragment, useEffect, useRef } from 'react';
import type { AnswerSegment } from '../../projection/stage/answer-segments.ts';
import type { StatusTone, SurfaceView } from '../../projection/stage/surface-view.ts';
import { useElementSize } from '../element-size.ts';
import { fittingSize } from '../stage/fit-type.ts';

interface AudiencePageProps {
  readonly surface: SurfaceView;
  readonly unit: number;
  /** There is no other page to tell it from. */
  readonly isOnly: boolean;
}

/** In units of the picture: no smaller than can be read from the last row, no larger than a sentence above it. */
const [LEAST, MOST, LINE] = [22, 32, 1.28];
/** `fittingSize` reckons with half of these sizes. */
const SCALE = 2;
/** What is true has a line of its own, or the room for one: pages beside each other are set alike. */
const TRUTH = 34;
/** What stands before the truth where the words are there and the page does not know it. */
const WHOLE = 'whole, ';

export function AudiencePage({ surface, unit, isOnly }: AudiencePageProps) {
  const { label, statusText, tone, fault, truth, answers, lines, placeholder } = surface;
  const [ref, { width, height }] = useElementSize<HTMLDivElement>({ width: 300, height: 200 });
  const room = height - (truth === null ? TRUTH * unit : 0);
  const box = { width: width / (unit * SCALE), height: room / (unit * SCALE), line: LINE };
  const fitting = fittingSize(
    answers.map(({ words }) => words),
    box,
  );
  const isOverfull = fitting === null || fitting * SCALE < LEAST;
  const size = Math.min(MOST, Math.max(LEAST, (fitting ?? 0) * SCALE));
  const last = answers.reduce((sum, { segments }) => sum + (segments.at(-1)?.to ?? 0), 0);
  useNewestInSight(ref, `${last} ${size} ${height}`);
  const Kind = surface.kind === 'device' ? Smartphone : AppWindow;
  const marks = lines.filter(({ kind }) => kind !== 'prompt');
  return (
    <div className="audience-surface" data-status={surface.status} data-kind={surface.kind}>
      <p className="room-line">
        <Kind aria-hidden="true" />
        <b className={isOnly ? 'visually-hidden' : ''}>{label}</b>
        {fault !== null && <span className="room-cut">{fault === 'silent' ? 'no packets' : 'no path'}</span>}
        <span className="room-says" data-tone={tone}>
          <ToneIcon tone={tone} />
          {statusText}
        </span>
      </p>
      <div
        className="room-text"
        ref={ref}
        data-overfull={isOverfull}
        style={{ fontSize: size * unit, lineHeight: LINE }}
      >
        {placeholder !== null && <p className="room-empty">{placeholder}</p>}
        {answers.map(({ agent, words, segments }) => (
          <p key={agent}>
            {answers.length > 1 && segments.length > 0 && <b>{agent.replaceAll('-', ' ')} </b>}
            {segments.map((segment) => (
              <Fragment key={`${segment.from} ${segment.kind}`}>
                <Stretch words={words} segment={segment} />{' '}
              </Fragment>
            ))}
          </p>
        ))}
        {marks.map((line) => (
          <p key={`${line.kind} ${line.text}`} className="room-mark" data-late={line.isLate}>
            {line.text} {line.note !== null && <i>{line.note}</i>}
          </p>
        ))}
      </div>
      {truth !== null && (
        <p className="room-truth">
          <span aria-hidden="true">≠</span>{' '}
          {truth.truth.startsWith(WHOLE) ? truth.truth.slice(WHOLE.length) : truth.truth}
        </p>
      )}
    </div>
  );
}

function Stretch({
  words,
  segment: { kind, from, to },
}: {
  readonly words: readonly string[];
  readonly segment: AnswerSegment;
}) {
  const text = words.slice(from - 1, to).join(' ');
  if (kind === 'on-time') return text;
  if (kind !== 'missing') return <span data-word={kind}>{text}</span>;
  const count = to - from + 1;
  return (
    <span data-word="missing">
      <span className="visually-hidden">{count === 1 ? '1 word' : `${count} words`} missing</span>
      <span aria-hidden="true">{text}</span>
    </span>
  );
}

const ICONS: Readonly<Record<StatusTone, typeof Check>> = { good: Check, harm: X, busy: CircleDashed, quiet: Minus };

function ToneIcon({ tone }: { readonly tone: StatusTone }) {
  const Icon = ICONS[tone];
  return <Icon strokeWidth={2.6} aria-hidden="true" />;
}

/** A long answer follows its newest word, as chat pages do. */
function useNewestInSight(ref: { readonly current: HTMLElement | null }, place: string): void {
  const followed = useRef('');
  useEffect(() => {
    const element = ref.current;
    if (element === null || followed.current === place) return;
    followed.current = place;
    element.scrollTop = element.scrollHeight;
  }, [ref, place]);
}
