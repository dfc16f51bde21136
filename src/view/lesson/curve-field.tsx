/** Words over time, drawn as a line: by pointer, by finger, or by keys; the true line beside it afterwards. */

import { Eraser } from 'lucide-react';
import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { Button } from 'react-aria-components/Button';
import { actorInSentence } from '../../projection/actor-label.ts';
import type { AnswerKey } from '../../projection/lesson/answer-key.ts';
import {
  COLUMNS,
  curveOf,
  heightAt,
  momentOf,
  NOT_DRAWN,
  pointsOf,
  strokeTo,
} from '../../projection/lesson/drawn-curve.ts';
import type { DrawnCurve, Stroke } from '../../projection/lesson/drawn-curve.ts';
import { durationText } from '../../projection/seconds.ts';
import type { TimeScale } from '../../projection/timeline/time-scale.ts';
import type { CurvePoint } from '../../scenario/lesson/lesson-progress.ts';
import type { Run } from '../../sim/run.ts';
import { BlankAxis } from './blank-axis.tsx';
import { drawnPath, staircasePath } from './curve-path.ts';

interface CurveFieldProps {
  readonly run: Run;
  readonly surface: string;
  readonly answer: Extract<AnswerKey, { readonly kind: 'curve' }>;
  readonly value: readonly CurvePoint[] | null;
  /** `null` once it is answered for good. */
  readonly onValue: ((points: readonly CurvePoint[]) => void) | null;
}

const HEIGHT = 200;
const MARGIN = 10;

export function CurveField({ run, surface, answer, value, onValue }: CurveFieldProps) {
  const { horizonMs } = answer;
  const most = Math.max(answer.words, ...answer.curve.counts);
  const [curve, setCurve] = useState<DrawnCurve>(() => (value === null ? NOT_DRAWN : curveOf(value, horizonMs)));
  const [column, setColumn] = useState(0);
  const stroke = useRef<Stroke | null>(null);
  const yOf = (words: number) => HEIGHT - MARGIN - (words / most) * (HEIGHT - 2 * MARGIN);
  const draw = (next: DrawnCurve) => {
    setCurve(next);
    onValue?.(pointsOf(next, horizonMs));
  };
  const placeOf = (event: PointerEvent<HTMLElement>, scale: TimeScale): Stroke => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left) / scale.width;
    const height = (HEIGHT - MARGIN - (event.clientY - box.top)) / (HEIGHT - 2 * MARGIN);
    return {
      column: Math.round(Math.min(1, Math.max(0, share)) * (COLUMNS - 1)),
      words: Math.round(Math.min(1, Math.max(0, height)) * most),
    };
  };
  const strokeOn = (event: PointerEvent<HTMLElement>, scale: TimeScale) => {
    const place = placeOf(event, scale);
    draw(strokeTo(curve, stroke.current, place));
    stroke.current = place;
    setColumn(place.column);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const key = takeKey(event, { curve, column, most });
    if (key === null || onValue === null) return;
    event.preventDefault();
    setColumn(key.column);
    draw(strokeTo(curve, { column, words: heightAt(curve, column) }, key));
  };
  const words = heightAt(curve, column);
  const isDrawn = curve.some((height) => height !== null);
  return (
    <div className="curve-field">
      <BlankAxis run={run}>
        {(scale) => (
          <div
            className="curve-board"
            role="slider"
            tabIndex={0}
            aria-label={`The line of words on ${actorInSentence(surface)}. Up and down draw it higher or lower, left and right move in time.`}
            aria-orientation="vertical"
            aria-valuemin={0}
            aria-valuemax={most}
            aria-valuenow={words}
            aria-valuetext={`at ${durationText(momentOf(column, horizonMs))}, ${words} words`}
            aria-disabled={onValue === null}
            style={{ height: HEIGHT }}
            onKeyDown={onKeyDown}
            onPointerDown={(event) => {
              if (event.button !== 0 || onValue === null) return;
              event.currentTarget.setPointerCapture(event.pointerId);
              strokeOn(event, scale);
            }}
            onPointerMove={(event) => {
              if (stroke.current !== null) strokeOn(event, scale);
            }}
            onPointerUp={() => (stroke.current = null)}
            onPointerCancel={() => (stroke.current = null)}
          >
            <svg width={scale.width} height={HEIGHT} aria-hidden="true">
              {[0, 0.25, 0.5, 0.75, 1].map((share) => (
                <g key={share}>
                  <path className="curve-grid" d={`M0 ${yOf(share * most)}H${scale.width}`} />
                  {share > 0 && share !== 0.25 && share !== 0.75 && (
                    <text className="curve-count" x={4} y={yOf(share * most) + 12}>
                      {Math.round(share * most)}
                      {share === 1 && ' words'}
                    </text>
                  )}
                </g>
              ))}
              {onValue === null && (
                <path className="curve-truth" d={staircasePath(answer.curve, horizonMs, scale, yOf)} />
              )}
              <path className="curve-drawn" d={drawnPath(curve, horizonMs, scale, yOf)} />
              {onValue !== null && (
                <circle className="curve-cursor" cx={scale.xOf(momentOf(column, horizonMs))} cy={yOf(words)} r={6} />
              )}
            </svg>
            {!isDrawn && onValue !== null && <span className="curve-hint">Draw the line here, from left to right</span>}
          </div>
        )}
      </BlankAxis>
      {onValue === null ? (
        <p className="curve-legend">
          {isDrawn && <span data-of="drawn">your line</span>} <span data-of="truth">what happened</span>
        </p>
      ) : (
        <Button
          className="button curve-clear"
          isDisabled={!isDrawn}
          onPress={() => {
            setColumn(0);
            setCurve(NOT_DRAWN);
          }}
        >
          <Eraser size={15} aria-hidden="true" /> Clear the line
        </Button>
      )}
    </div>
  );
}

interface Cursor {
  readonly curve: DrawnCurve;
  readonly column: number;
  readonly most: number;
}

/** Where a key leads the pen, `null` for one that is not its business. */
function takeKey({ key, shiftKey }: KeyboardEvent, { curve, column, most }: Cursor): Stroke | null {
  const words = heightAt(curve, column);
  const rise = Math.max(1, Math.round(most / (shiftKey ? 5 : 25)));
  const far = shiftKey ? 5 : 1;
  const at = (to: number, height: number): Stroke => ({
    column: Math.min(COLUMNS - 1, Math.max(0, to)),
    words: Math.min(most, Math.max(0, height)),
  });
  switch (key) {
    case 'ArrowUp':
      return at(column, words + rise);
    case 'ArrowDown':
      return at(column, words - rise);
    case 'ArrowRight':
      return at(column + far, curve[column + far] ?? words);
    case 'ArrowLeft':
      return at(column - far, curve[column - far] ?? words);
    case 'PageUp':
      return at(column, words + 5 * rise);
    case 'PageDown':
      return at(column, words - 5 * rise);
    case 'Home':
      return at(0, heightAt(curve, 0));
    case 'End':
      return at(COLUMNS - 1, curve[COLUMNS - 1] ?? words);
    default:
      return null;
  }
}
