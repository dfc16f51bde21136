/** Stop as a pair: the press at the surface and the last word of the agent, joined by their distance. */

import { countScale } from '../../projection/timeline/count-scale.ts';
import { countAt } from '../../projection/timeline/staircase.ts';
import type { Band } from '../../projection/timeline/timeline-geometry.ts';
import type { LaneTimeline } from '../../projection/timeline/timeline-model.ts';
import type { TimelineScene } from '../../projection/timeline/timeline-scene.ts';

interface StopMarksProps {
  readonly lane: LaneTimeline;
  readonly plot: Band | undefined;
  readonly scene: TimelineScene;
}

export function StopMarks({ lane, plot, scene }: StopMarksProps) {
  if (plot === undefined) return null;
  const { scale, most } = scene;
  const yOf = countScale(plot, most);
  return lane.stops.map(({ pressedAtMs, haltedAtMs, words }) => {
    const [pressedX, haltedX] = [scale.xOf(pressedAtMs), scale.xOf(haltedAtMs)];
    if (haltedX < -6 || pressedX > scale.width + 6) return null;
    const y = yOf(countAt(lane.made.staircase, pressedAtMs));
    return (
      <g key={pressedAtMs} className="stop-pair">
        <rect x={pressedX - 3.5} y={y - 3.5} width={7} height={7} rx={1} />
        {words > 0 && (
          <path
            d={`M${pressedX} ${y}H${haltedX}M${haltedX} ${y + 4}V${yOf(countAt(lane.made.staircase, haltedAtMs)) - 3}`}
          />
        )}
      </g>
    );
  });
}
