/** The timeline of a run to look at: the playhead can be moved, the flags cannot. */

import { useEffect, useRef } from 'react';
import type { CSSProperties, PointerEvent } from 'react';
import { eventfulSpan } from '../../projection/stage/eventful-span.ts';
import type { FlagBox } from '../../projection/timeline/flag-layout.ts';
import type { TimelineScene } from '../../projection/timeline/timeline-scene.ts';
import { FLAG_ROWS } from '../../projection/timeline/verb-list.ts';
import type { FlagRow } from '../../projection/timeline/verb-list.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { Run } from '../../sim/run.ts';
import { useElementSize } from '../element-size.ts';
import { CurveCanvas } from '../timeline/curve-canvas.tsx';
import { DurationBands, flagTop } from '../timeline/flags-layer.tsx';
import { LaneLabels } from '../timeline/lane-labels.tsx';
import { MarksLayer } from '../timeline/marks-layer.tsx';
import { Playhead } from '../timeline/playhead.tsx';
import { useTimelineScene } from '../timeline/use-timeline-scene.ts';
import { VerbIcon } from '../timeline/verb-icon.tsx';
import '../timeline/timeline.css';
import '../timeline/marks.css';
import '../timeline/flags.css';

interface RunTimelineProps {
  readonly run: Run;
  readonly playheadMs: VirtualMs;
  readonly onPlayhead: ((atMs: VirtualMs) => void) | null;
  readonly hidesFuture: boolean;
  /** The lane that is in sight where there is no room for all, by its name in the run. */
  readonly spoken: string | null;
}

const ROW_NAMES: Readonly<Record<FlagRow, string>> = { people: 'People', network: 'Network', servers: 'Servers' };
const FLAG_HEIGHT = 24;

export function RunTimeline({ run, playheadMs, onPlayhead, hidesFuture, spoken }: RunTimelineProps) {
  const [frame, size] = useElementSize<HTMLDivElement>({ width: 1200, height: 300 });
  const { fromMs, toMs } = eventfulSpan(run);
  const { scene } = useTimelineScene({ run, ghost: null, held: null, span: { fromMs, toMs }, isFolded: false, size });
  const { geometry, model, scale } = scene;
  const { plotX, plotWidth, pictureHeight } = geometry;
  const place: CSSProperties = { left: plotX, width: plotWidth, height: pictureHeight };
  const scrub = useScrub(scene, onPlayhead);
  const lane = geometry.lanes[model.lanes.findIndex(({ name }) => name === spoken)];
  const [laneTop, laneBottom] = lane === undefined ? [0, 0] : [lane.top, lane.top + lane.height];
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const isInSight = laneTop >= element.scrollTop && laneBottom <= element.scrollTop + element.clientHeight;
    if (!isInSight) element.scrollTo({ top: laneBottom - element.clientHeight });
  }, [frame, laneTop, laneBottom]);
  const moved = (atMs: VirtualMs) => onPlayhead?.(Math.min(atMs, toMs));
  return (
    <section
      className="run-timeline timeline"
      aria-label="Timeline"
      ref={frame}
      data-narrow={geometry.isNarrow}
      data-lanes={model.lanes.length}
      data-still={onPlayhead === null}
    >
      <div className="timeline-body" style={{ height: pictureHeight }}>
        {FLAG_ROWS.filter((row) => geometry[row].height > 0).map((row) => (
          <div key={row} className="track-label" style={{ top: geometry[row].top, height: geometry[row].height }}>
            <b>{ROW_NAMES[row]}</b>
          </div>
        ))}
        <LaneLabels scene={scene} playheadMs={playheadMs} />
        <div className="timeline-plot" style={place} {...scrub}>
          <CurveCanvas scene={scene} />
          <DurationBands scene={scene} />
          <MarksLayer scene={scene} />
          {hidesFuture && <FutureVeil scene={scene} playheadMs={playheadMs} />}
          <StillFlags scene={scene} />
          <Playhead
            atMs={playheadMs}
            scale={scale}
            height={pictureHeight}
            horizonMs={toMs}
            onPlayhead={onPlayhead === null ? null : moved}
          />
        </div>
      </div>
    </section>
  );
}

/** Lies over the lanes from the playhead on; what people and networks will do is no secret. */
function FutureVeil({ scene, playheadMs }: { readonly scene: TimelineScene; readonly playheadMs: VirtualMs }) {
  const { geometry, scale } = scene;
  const top = geometry.lanes[0]?.top ?? 0;
  const left = Math.max(0, scale.xOf(playheadMs));
  // Counts and labels reach into the margin of the page.
  return <span className="run-veil" style={{ left, right: -28, top, height: geometry.pictureHeight - top }} />;
}

function StillFlags({ scene: { geometry, flags } }: { readonly scene: TimelineScene }) {
  return (
    <ul className="still-flags" aria-label="Faults and actions">
      {FLAG_ROWS.flatMap((row) =>
        flags[row].map((box) => <StillFlag key={box.flag.index} box={box} top={flagTop(geometry, row)} />),
      )}
    </ul>
  );
}

function StillFlag({ box, top }: { readonly box: FlagBox; readonly top: number }) {
  const { flag, left, width, form } = box;
  return (
    <li className="flag" data-row={flag.row} data-form={form}>
      <span className="visually-hidden">{flag.spoken}</span>
      <span className="flag-body" style={{ left, top, height: FLAG_HEIGHT, width }} aria-hidden="true">
        <VerbIcon verb={flag.verb} />
        <b>{flag.label}</b>
        <span>{flag.who}</span>
      </span>
    </li>
  );
}

/** A press or a drag on the plot takes the playhead along. */
function useScrub({ scale }: TimelineScene, onPlayhead: RunTimelineProps['onPlayhead']) {
  const pointer = useRef<number | null>(null);
  if (onPlayhead === null) return {};
  const move = (event: PointerEvent<HTMLElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    onPlayhead(Math.round(scale.msAt(Math.min(Math.max(0, x), scale.width))));
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || pointer.current !== null) return;
      pointer.current = event.pointerId;
      event.currentTarget.setPointerCapture(event.pointerId);
      move(event);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (pointer.current === event.pointerId) move(event);
    },
    onPointerUp: () => {
      pointer.current = null;
    },
    onPointerCancel: () => {
      pointer.current = null;
    },
  };
}
