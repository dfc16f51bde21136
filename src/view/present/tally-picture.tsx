/** Numbers, moments and curves that people expected, as dots and lines on one axis, and in the end those of the run. */

import { countAt } from '../../projection/timeline/staircase.ts';
import type { AudienceQuestion } from '../../present/audience-question.ts';
import { numberText } from '../../present/tally.ts';
import type { CurvePoint } from '../../scenario/lesson/lesson-progress.ts';

type TallyPictureProps = Pick<AudienceQuestion, 'question' | 'tally' | 'scale' | 'truth'> & {
  readonly isRevealed: boolean;
};

/** In units of the picture. */
const [WIDTH, HEIGHT, LEFT, BASE] = [1180, 300, 20, 240];
const DOT = 9;
const BINS = 48;
const SAMPLES = 240;

export function TallyPicture(props: TallyPictureProps) {
  const { question, tally, scale } = props;
  const curve = question.kind === 'curve';
  const [from, to] = question.kind === 'number' ? [question.from, question.to] : [0, scale.horizonMs];
  const xOf = (value: number) => LEFT + ((value - from) / Math.max(1, to - from)) * (WIDTH - 2 * LEFT);
  const label = (value: number) =>
    question.kind === 'number' ? numberText(value, question) : `${Number((value / 1000).toFixed(1))} s`;
  return (
    <svg className="tally-picture" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={sayTally(props, label)}>
      <line className="tally-axis" x1={LEFT} x2={WIDTH - LEFT} y1={BASE} y2={BASE} />
      {curve && <line className="tally-axis" x1={LEFT} x2={LEFT} y1={10} y2={BASE} />}
      <text x={LEFT} y={BASE + 42}>
        {label(from)}
      </text>
      <text x={WIDTH - LEFT} y={BASE + 42} textAnchor="end">
        {label(to)}
      </text>
      {curve && (
        <text x={LEFT + 12} y={30}>
          {scale.words} words
        </text>
      )}
      {tally.kind === 'curve' &&
        tally.curves.map((points, index) => <Ghost key={index} {...{ points, xOf, words: scale.words }} />)}
      {(tally.kind === 'number' || tally.kind === 'point') && (
        <Dots values={tally.kind === 'number' ? tally.values : tally.moments} {...{ from, to, xOf }} />
      )}
      {props.isRevealed && <Truth truth={props.truth} {...{ scale, xOf, label }} />}
    </svg>
  );
}

type ToX = (value: number) => number;

/** Dots that would lie on each other are piled up. */
function Dots({
  values,
  from,
  to,
  xOf,
}: {
  readonly values: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly xOf: ToX;
}) {
  const piles = new Map<number, number>();
  return values.map((value, index) => {
    const bin = Math.round(((value - from) / Math.max(1, to - from)) * BINS);
    const height = piles.get(bin) ?? 0;
    piles.set(bin, height + 1);
    const x = xOf(from + (bin / BINS) * (to - from));
    return <circle key={index} className="tally-dot" cx={x} cy={BASE - (DOT + 2) * (1 + 2 * height)} r={DOT} />;
  });
}

function Ghost({
  points,
  xOf,
  words,
}: {
  readonly points: readonly CurvePoint[];
  readonly xOf: ToX;
  readonly words: number;
}) {
  const line = points.map((point) => `${xOf(point.atMs)},${yOf(point.words, words)}`).join(' ');
  return <polyline className="tally-ghost" points={line} />;
}

type TruthProps = Pick<TallyPictureProps, 'scale' | 'truth'> & {
  readonly xOf: ToX;
  readonly label: (value: number) => string;
};

/** What the run says: a post with its name, or the staircase itself. */
function Truth({ truth, scale, xOf, label }: TruthProps) {
  if (truth === null || truth.kind === 'choice') return null;
  if (truth.kind === 'curve') {
    const { curve, words } = truth;
    const points = Array.from({ length: SAMPLES + 1 }, (_, sample) => {
      const atMs = (sample / SAMPLES) * scale.horizonMs;
      return `${xOf(atMs)},${yOf(countAt(curve, atMs), words)}`;
    });
    return <polyline className="tally-truth" points={points.join(' ')} />;
  }
  const value = truth.kind === 'number' ? truth.value : truth.atMs;
  const x = xOf(value);
  const anchor = x > WIDTH * 0.8 ? 'end' : x < WIDTH * 0.2 ? 'start' : 'middle';
  return (
    <>
      <line className="tally-truth" x1={x} x2={x} y1={46} y2={BASE + 10} />
      <text className="tally-truth-name" x={x} y={34} textAnchor={anchor}>
        the run: {label(value)}
      </text>
    </>
  );
}

function yOf(count: number, words: number): number {
  return BASE - (count / Math.max(1, words)) * (BASE - 40);
}

function sayTally({ tally }: TallyPictureProps, label: (value: number) => string): string {
  switch (tally.kind) {
    case 'number':
      return tally.said === 0 ? 'Nobody has said a number yet' : `The room said ${tally.values.map(label).join(', ')}`;
    case 'point':
      return tally.said === 0
        ? 'Nobody has named a moment yet'
        : `The room said ${tally.moments.map(label).join(', ')}`;
    default:
      return tally.said === 0 ? 'Nobody has drawn a line yet' : `${tally.said} lines that people drew`;
  }
}
