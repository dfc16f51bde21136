/** The time of a run under its lanes: what people and networks did, when a path was away, and where the beat stands. */

import { eventfulSpan } from '../../projection/stage/eventful-span.ts';
import { screenCurves } from '../../projection/timeline/staircase.ts';
import type { Staircase } from '../../projection/timeline/staircase.ts';
import { flagsOf } from '../../projection/timeline/flags.ts';
import { useMemo } from 'react';
import type { VirtualMs } from '../../protocol/time.ts';
import type { Run } from '../../sim/run.ts';

interface AudienceTimeProps {
  readonly run: Run;
  readonly atMs: VirtualMs;
  /** Whose words are counted; `null` for those of the first page. */
  readonly surface: string | null;
}

/** In units of the picture. */
const [WIDTH, HEIGHT, TOP, BASE] = [1200, 96, 16, 62];

/** Curves that would lie on each other are drawn this far apart. */
const APART = 4;

/** What comes after the moment is not drawn: the room is to see it happen. */
export function AudienceTime({ run, atMs, surface }: AudienceTimeProps) {
  const { toMs } = eventfulSpan(run);
  const curves = useMemo(() => laneCurves(run, surface), [run, surface]);
  const flags = useMemo(() => flagsOf(run), [run]);
  const xOf = (ms: VirtualMs) => (Math.min(ms, toMs) / toMs) * WIDTH;
  const words = Math.max(1, ...curves.map(({ curve }) => Math.max(0, ...curve.counts)));
  const yOf = (count: number) => BASE - (count / words) * (BASE - TOP);
  const begun = flags.filter((flag) => flag.atMs <= atMs && flag.verb !== 'open');
  const label = begun.at(-1);
  const nowX = xOf(atMs);
  const isRight = nowX > WIDTH * 0.4;
  const seconds = `${(atMs / 1000).toFixed(1)} s`;
  return (
    <svg className="audience-time" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${seconds} into the run`}>
      {begun.map(({ index, atMs: from, untilMs }) =>
        untilMs === null ? (
          <line key={index} className="time-flag" x1={xOf(from)} x2={xOf(from)} y1={0} y2={BASE} />
        ) : (
          <rect
            key={index}
            className="time-fault"
            x={xOf(from)}
            y={0}
            width={Math.max(2, xOf(Math.min(untilMs === 'for good' ? toMs : untilMs, atMs)) - xOf(from))}
            height={BASE}
          />
        ),
      )}
      {curves.map(({ name, lane, curve }, index) => (
        <path
          key={name}
          className="time-curve"
          data-lane={lane}
          d={stairs(curve, atMs, { xOf, yOf })}
          transform={`translate(0 ${(index - curves.length + 1) * APART})`}
        />
      ))}
      <line className="time-axis" x1={0} x2={WIDTH} y1={BASE} y2={BASE} />
      <line className="time-now" x1={nowX} x2={nowX} y1={0} y2={BASE + 6} />
      <text x={textX(nowX)} y={HEIGHT - 6} textAnchor="middle">
        {seconds}
      </text>
      {label !== undefined && (
        <text x={isRight ? 0 : textX(nowX) + 56} y={HEIGHT - 6}>
          {label.who.split(',')[0]}: {label.label}
        </text>
      )}
    </svg>
  );
}

function laneCurves(run: Run, surface: string | null) {
  const counted = surface ?? run.scenario.surfaces[0]?.name ?? '';
  return run.lanes.map((trace) => ({
    name: trace.name,
    lane: trace.lane,
    curve: screenCurves(trace, counted).distinct,
  }));
}

interface Axes {
  readonly xOf: (ms: VirtualMs) => number;
  readonly yOf: (count: number) => number;
}

function stairs({ times, counts }: Staircase, untilMs: VirtualMs, { xOf, yOf }: Axes): string {
  let path = `M0 ${yOf(0)}`;
  for (let step = 0; step < times.length && (times[step] ?? 0) <= untilMs; step += 1)
    path += `H${xOf(times[step] ?? 0)}V${yOf(counts[step] ?? 0)}`;
  return `${path}H${xOf(untilMs)}`;
}

function textX(x: number): number {
  return Math.min(WIDTH - 40, Math.max(40, x));
}
