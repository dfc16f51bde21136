/** What a hand draws over the plot while it works: what a flag snaps to, a rubber band, a measure with its number. */

import { measureText } from '../../projection/timeline/measure.ts';
import type { Measure } from '../../projection/timeline/measure.ts';
import { textWidth } from '../../projection/timeline/text-width.ts';
import { roundSeconds } from '../../projection/seconds.ts';
import type { TimelineScene } from '../../projection/timeline/timeline-scene.ts';
import { verbFact } from '../../projection/timeline/verb-list.ts';
import type { CarriedFlag } from './flag-drop.ts';
import type { HeldFlags } from './use-held-flag.ts';
import type { RubberBand } from './use-plot-gestures.ts';
import { VerbIcon } from './verb-icon.tsx';

interface PlotOverlayProps {
  readonly scene: TimelineScene;
  readonly held: HeldFlags | null;
  readonly measured: Measure | null;
  readonly band: RubberBand | null;
  readonly carried: CarriedFlag | null;
}

const SNAPPED_TO = { flag: 'at another flag', event: 'at an event', word: 'at a word', grid: '' } as const;
const TEXT_SIZE = 12;

export function PlotOverlay({ scene, held, measured, band, carried }: PlotOverlayProps) {
  const { geometry, scale } = scene;
  const snapped = carried?.snapped ?? (held?.isDown === true ? held.snapped : null);
  return (
    <>
      {snapped !== null && snapped.to !== 'grid' && (
        <span
          className="snap-line"
          data-to={snapped.to}
          title={SNAPPED_TO[snapped.to]}
          style={{ left: scale.xOf(snapped.atMs), top: 0, height: geometry.pictureHeight }}
        />
      )}
      {band !== null && (
        <span
          className="rubber-band"
          style={{
            left: Math.min(band.fromX, band.toX),
            top: Math.min(band.fromY, band.toY),
            width: Math.abs(band.toX - band.fromX),
            height: Math.abs(band.toY - band.fromY),
          }}
        />
      )}
      {carried !== null && <CarriedMark scene={scene} carried={carried} />}
      {measured !== null && <MeasureMark scene={scene} measured={measured} />}
    </>
  );
}

/** A flag before it is one: where it would stand, and when. */
function CarriedMark({ scene, carried }: { readonly scene: TimelineScene; readonly carried: CarriedFlag }) {
  const { geometry, scale } = scene;
  const { name, row } = verbFact(carried.verb);
  const { top } = geometry[geometry[row].height > 0 ? row : 'network'];
  const x = scale.xOf(carried.snapped.atMs);
  return (
    <>
      <span className="carried-pole" style={{ left: x, top, height: geometry.difference.top - top }} />
      <span className="carried-flag" style={{ left: x, top: top + 2 }}>
        <VerbIcon verb={carried.verb} />
        {name} {roundSeconds(carried.snapped.atMs)} s
        {carried.snapped.to !== 'grid' && <small>{SNAPPED_TO[carried.snapped.to]}</small>}
      </span>
    </>
  );
}

function MeasureMark({ scene, measured }: { readonly scene: TimelineScene; readonly measured: Measure }) {
  const { geometry, scale, model } = scene;
  const [a, b] = [scale.xOf(measured.fromMs), scale.xOf(measured.toMs)];
  const [left, right] = [Math.max(-2, Math.min(a, b)), Math.min(scale.width + 2, Math.max(a, b))];
  if (right < 0 || left > scale.width) return null;
  const text = measureText(measured, model.markers);
  const width = textWidth(text, TEXT_SIZE) + 16;
  const x = Math.min(Math.max(0, (left + right - width) / 2), Math.max(0, scale.width - width));
  return (
    <>
      <span className="measure-span" style={{ left, width: right - left, top: 0, height: geometry.pictureHeight }} />
      <output className="measure-text" style={{ left: x, top: geometry.axis.height }}>
        {text}
      </output>
    </>
  );
}
