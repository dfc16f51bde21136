/** A statechart as a picture in a region of its own, which keeps the active state in sight. */

import { useEffect, useRef } from 'react';
import type { ChartMarks, EdgeMark, StateMark } from '../../projection/inspector/chart-marks.ts';
import { LABEL_SIZE, NAME_SIZE } from '../../projection/inspector/chart-measures.ts';

interface ChartPictureProps {
  readonly marks: ChartMarks;
  /** The same in words. */
  readonly label: string;
  /** Drawn in full size, however wide. */
  readonly isWide: boolean;
}

/** A map is made smaller to fit its column, down to this share; then it is scrolled. */
const SMALLEST = 0.74;

export function ChartPicture({ marks, label, isWide }: ChartPictureProps) {
  const region = useRef<HTMLDivElement>(null);
  const { width, height, states, edges } = marks;
  const active = states.find(({ tone }) => tone === 'active');
  const middle = active === undefined ? null : active.box.x + active.box.width / 2;
  const level = active === undefined ? null : active.box.y + active.box.height / 2;
  useEffect(() => {
    const frame = region.current;
    if (frame === null || middle === null || level === null) return;
    const scale = (frame.firstElementChild?.clientWidth ?? width) / width;
    frame.scrollTo({
      left: middle * scale - frame.clientWidth / 2,
      top: level * scale - frame.clientHeight / 2,
      behavior: 'instant',
    });
  }, [middle, level, width]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reached by keyboard
    <div className="machine-picture" ref={region} tabIndex={0} role="region" aria-label="Statechart">
      <svg
        className="machine-chart"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        style={isWide ? undefined : { width: '100%', minWidth: width * SMALLEST, maxWidth: width, height: 'auto' }}
        role="img"
        aria-label={label}
      >
        {states.filter(({ isGroup }) => isGroup).map(toState)}
        {edges.map((edge) => (
          <Edge key={edge.key} edge={edge} />
        ))}
        {states.filter(({ isGroup }) => !isGroup).map(toState)}
        {edges.map(({ key, badge }) =>
          badge === null ? null : (
            <g key={key} className="machine-badge" transform={`translate(${badge.x} ${badge.y})`}>
              <circle r="7" />
              <text y="3.5">{badge.number}</text>
            </g>
          ),
        )}
      </svg>
    </div>
  );
}

function toState({ path, name, box, tone, isGroup, initial, title, lines }: StateMark) {
  return (
    <g key={path} className="machine-state" data-tone={tone} data-group={isGroup} data-state={path}>
      {initial !== null && (
        <>
          <path className="machine-initial" d={initial.line} />
          <circle className="machine-initial" cx={initial.dot.x} cy={initial.dot.y} r="3" />
        </>
      )}
      <rect {...box} rx="7" />
      <text className="machine-name" {...title} fontSize={NAME_SIZE}>
        {name}
      </text>
      {lines.map(({ text, x, y }) => (
        <text key={y} className="machine-words" x={x} y={y} fontSize={LABEL_SIZE}>
          {text}
        </text>
      ))}
    </g>
  );
}

function Edge({ edge: { line, head, isNext, isLast, lines } }: { readonly edge: EdgeMark }) {
  return (
    <g className="machine-edge" data-next={isNext} data-last={isLast}>
      <path className="machine-line" d={line} />
      <path className="machine-arrow" d={head} />
      {lines.map(({ text, x, y }) => (
        <text key={y} className="machine-words" x={x} y={y} fontSize={LABEL_SIZE}>
          {text}
        </text>
      ))}
    </g>
  );
}
