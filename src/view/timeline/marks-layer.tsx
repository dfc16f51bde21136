/** The marks that nobody drags, as SVG: a few hundred at most. What stands where is decided elsewhere. */

import { memo, useMemo } from 'react';
import { axisGroup, fixedGroups, laneGroups } from '../../projection/timeline/mark-shapes.ts';
import type { MarkGroup, MarkShape } from '../../projection/timeline/mark-shapes.ts';
import type { TimelineScene } from '../../projection/timeline/timeline-scene.ts';
import { useShared } from '../shared.ts';

export const MarksLayer = memo(function MarksLayer({ scene }: { readonly scene: TimelineScene }) {
  const { geometry, model, scale, most } = scene;
  // A flag under the hand leaves these alone.
  const fixed = useMemo(() => fixedGroups({ geometry, model, scale, most }), [geometry, model, scale, most]);
  return (
    <svg className="timeline-marks" width={geometry.plotWidth} height={geometry.pictureHeight} aria-hidden="true">
      <Groups groups={useShared([axisGroup(scene)])} />
      <Groups groups={useShared(fixed)} />
      <Groups groups={useShared(laneGroups(scene))} />
    </svg>
  );
});

const Groups = memo(function Groups({ groups }: { readonly groups: readonly MarkGroup[] }) {
  return groups.map(({ key, lane, shapes }) => (
    <g key={key} data-lane={lane ?? undefined}>
      {shapes.map((shape, at) => (
        // Shapes have no life of their own: each is what stands at its place in the list.
        <Shape key={at} shape={shape} />
      ))}
    </g>
  ));
});

const Shape = memo(function Shape({ shape }: { readonly shape: MarkShape }) {
  switch (shape.shape) {
    case 'path':
      return <path className={shape.look} data-tone={shape.tone} d={shape.d} />;
    case 'rect': {
      const { look, tone, x, y, width, height } = shape;
      return <rect className={look} data-tone={tone} {...{ x, y, width, height }} />;
    }
    case 'text':
      return (
        <text className={shape.look} data-tone={shape.tone} x={shape.x} y={shape.y} textAnchor={shape.anchor}>
          {shape.text}
        </text>
      );
  }
});
