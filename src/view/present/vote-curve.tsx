/** A curve by its height at five moments: what a code can carry, and what a thumb can set. */

import type { CurvePoint } from '../../scenario/lesson/lesson-progress.ts';
import type { VoteScale } from '../../present/vote-answer.ts';

interface VoteCurveProps {
  readonly scale: VoteScale;
  /** `null` before it was touched. */
  readonly points: readonly CurvePoint[] | null;
  readonly onPoints: (points: readonly CurvePoint[]) => void;
}

const MOMENTS = 5;
const [WIDTH, HEIGHT] = [300, 90];

export function VoteCurve({ scale: { horizonMs, words }, points, onPoints }: VoteCurveProps) {
  const drawn = points ?? levelCurve(horizonMs);
  const line = drawn.map(
    ({ atMs, words: count }) => `${(atMs / horizonMs) * WIDTH},${HEIGHT - (count / words) * HEIGHT}`,
  );
  return (
    <div className="vote-curve">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <polyline points={line.join(' ')} data-touched={points !== null} />
      </svg>
      {drawn.slice(1).map(({ atMs, words: count }, index) => {
        const at = `${Number((atMs / 1000).toFixed(1))} s`;
        return (
          <label key={atMs} className="vote-slider">
            <span>at {at}</span>
            <input
              type="range"
              aria-label={`Words on the screen at ${at}`}
              min={0}
              max={words}
              value={Math.round(count)}
              onChange={(event) => onPoints(drawn.with(index + 1, { atMs, words: Number(event.currentTarget.value) }))}
            />
            <output>{Math.round(count)}</output>
          </label>
        );
      })}
    </div>
  );
}

function levelCurve(horizonMs: number): readonly CurvePoint[] {
  return Array.from({ length: MOMENTS + 1 }, (_, index) => ({ atMs: (index / MOMENTS) * horizonMs, words: 0 }));
}
