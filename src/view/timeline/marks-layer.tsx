/** The marks that nobody drags: ticks, lines of the flags, states, remarks. A few hundred at most, as SVG. */

import { memo } from 'react';
import { roundSeconds } from '../../projection/seconds.ts';
import { axisLabels } from '../../projection/timeline/axis-labels.ts';
import { LABEL_HEIGHT } from '../../projection/timeline/label-layout.ts';
import { textWidth } from '../../projection/timeline/text-width.ts';
import { FLAG_ROWS } from '../../projection/timeline/verb-list.ts';
import type { Band } from '../../projection/timeline/timeline-geometry.ts';
import type { TimelineScene } from '../../projection/timeline/timeline-scene.ts';
import { StateTracks } from './state-tracks.tsx';
import { StopMarks } from './stop-marks.tsx';

const NO_TRACKS: readonly Band[] = [];

export const MarksLayer = memo(function MarksLayer({ scene }: { readonly scene: TimelineScene }) {
  const { geometry, remarks, model } = scene;
  return (
    <svg className="timeline-marks" width={geometry.plotWidth} height={geometry.pictureHeight} aria-hidden="true">
      {axisLabels(scene).map(({ key, kind, text, x, anchor }) => (
        <text key={key} className="timeline-tick" data-kind={kind} x={x} y={14} textAnchor={anchor}>
          {text}
        </text>
      ))}
      <Poles scene={scene} />
      {model.lanes.map((lane, at) => (
        <g key={lane.name} data-lane={lane.lane}>
          <StateTracks lane={lane} tracks={geometry.lanes[at]?.tracks ?? NO_TRACKS} scale={scene.scale} />
          <StopMarks lane={lane} plot={geometry.lanes[at]?.plot} scene={scene} />
          {(remarks[at] ?? []).map(({ x, y, text, tone }) => (
            <text key={text} className="timeline-remark" data-tone={tone} x={x} y={y + LABEL_HEIGHT - 2.5}>
              {text}
            </text>
          ))}
        </g>
      ))}
      <Parting scene={scene} />
    </svg>
  );
});

/** The line of each flag through all lanes, the end of each fault, and where a flag stood before. */
function Poles({ scene: { geometry, flags, former } }: { readonly scene: TimelineScene }) {
  const bottom = geometry.difference.top;
  return (
    <>
      {former.map(({ index, x }) => (
        <path key={`was ${index}`} className="timeline-was" d={`M${x} ${geometry.axis.height - 2}V${bottom}`} />
      ))}
      {FLAG_ROWS.flatMap((row) => flags[row]).map(({ flag, poleX, endX }) => (
        <g key={flag.index}>
          <path className="timeline-pole" data-row={flag.row} d={`M${poleX} ${geometry[flag.row].top + 3}V${bottom}`} />
          {endX !== null && flag.row !== 'people' && (
            <path className="timeline-healed" d={`M${endX} ${geometry[flag.row].top + 3}V${bottom}`} />
          )}
        </g>
      ))}
    </>
  );
}

/** Where the lanes part for the first time. */
function Parting({ scene: { geometry, model, scale } }: { readonly scene: TimelineScene }) {
  if (model.partedAtMs === null || geometry.difference.height === 0) return null;
  const x = scale.xOf(model.partedAtMs);
  if (x < 0 || x > geometry.plotWidth) return null;
  const text = geometry.isNarrow ? roundSeconds(model.partedAtMs) : `apart from ${roundSeconds(model.partedAtMs)} s`;
  const y = geometry.difference.top + geometry.difference.height - 2;
  const isLeft = x > textWidth(text, 11) + 12;
  return (
    <>
      <path className="timeline-parting" d={`M${x} ${y - 9}l4 9h-8z`} />
      <text
        className="timeline-parting-label"
        x={isLeft ? x - 8 : x + 8}
        y={y - 1}
        textAnchor={isLeft ? 'end' : 'start'}
      >
        {text}
      </text>
    </>
  );
}
