/** The time of a scenario with its flags and nothing else; what is drawn or marked on it stands in `children`. */

import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { layoutBands, layoutFlags } from '../../projection/timeline/flag-layout.ts';
import { flagsOf } from '../../projection/timeline/flags.ts';
import { axisTicks } from '../../projection/timeline/time-axis.ts';
import { createTimeScale } from '../../projection/timeline/time-scale.ts';
import type { TimeScale } from '../../projection/timeline/time-scale.ts';
import { FLAG_ROWS } from '../../projection/timeline/verb-list.ts';
import type { Run } from '../../sim/run.ts';
import { useElementSize } from '../element-size.ts';
import { VerbIcon } from '../timeline/verb-icon.tsx';
import '../timeline/flags.css';

interface BlankAxisProps {
  readonly run: Run;
  /** What stands on the axis, below the flags. */
  readonly children?: (scale: TimeScale) => ReactNode;
}

const ROW = 30;
const FLAG = 24;

export function BlankAxis({ run, children }: BlankAxisProps) {
  const [ref, { width }] = useElementSize<HTMLDivElement>({ width: 640, height: 120 });
  const { horizonMs } = run.scenario;
  const scale = useMemo(
    () => createTimeScale({ fromMs: 0, toMs: horizonMs }, Math.max(80, width), undefined),
    [horizonMs, width],
  );
  const flags = useMemo(() => flagsOf(run), [run]);
  const rows = FLAG_ROWS.filter((row) => flags.some((flag) => flag.row === row));
  const bands = layoutBands(flags, scale);
  const topOf = (row: (typeof rows)[number]) => rows.indexOf(row) * ROW;
  return (
    <div className="blank-axis" ref={ref}>
      <ul className="blank-flags" aria-label="Faults and actions" style={{ height: rows.length * ROW }}>
        {bands.map(({ index, row, x, width: long, isOpen }) => (
          <li
            key={`band ${index}`}
            className="timeline-band"
            data-row={row}
            data-open={isOpen}
            aria-hidden="true"
            style={{ left: x, width: long, top: topOf(row), height: FLAG }}
          />
        ))}
        {rows.flatMap((row) =>
          layoutFlags(
            flags.filter((flag) => flag.row === row),
            scale,
          ).map(({ flag, left, width: wide, form }) => (
            <li key={flag.index} className="flag" data-row={row} data-form={form}>
              <span className="visually-hidden">{flag.spoken}</span>
              <span
                className="flag-body"
                aria-hidden="true"
                style={{ left, top: topOf(row), width: wide, height: FLAG }}
              >
                <VerbIcon verb={flag.verb} />
                <b>{flag.label}</b>
                <span>{flag.who}</span>
              </span>
            </li>
          )),
        )}
      </ul>
      {children?.(scale)}
      <div className="blank-ticks" aria-hidden="true">
        {axisTicks(scale).map(({ atMs, x, label }) => (
          <span key={atMs} style={{ left: x }} data-end={x > width - 44}>
            {label}
          </span>
        ))}
      </div>
    </div>
  );
}
