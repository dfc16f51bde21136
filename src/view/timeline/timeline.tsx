/** The timeline: one axis, one playhead and one track of flags for every lane. Drag a cause and watch the effect. */

import { useCallback, useImperativeHandle, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, MouseEvent } from 'react';
import type { VirtualMs } from '../../protocol/time.ts';
import type { Measure } from '../../projection/timeline/measure.ts';
import { snapToGrid } from '../../projection/timeline/snap.ts';
import { FLAG_ROWS } from '../../projection/timeline/verb-list.ts';
import type { FlagRow } from '../../projection/timeline/verb-list.ts';
import { useElementSize } from '../element-size.ts';
import { Late, latePart } from '../late.tsx';
import { useLatest } from '../latest.ts';
import { CurveCanvas } from './curve-canvas.tsx';
import type { CarriedFlag, FlagDrop } from './flag-drop.ts';
import { DurationBands, FlagsLayer } from './flags-layer.tsx';
import { LaneLabels } from './lane-labels.tsx';
import { MarksLayer } from './marks-layer.tsx';
import { OverviewStrip } from './overview-strip.tsx';
import { carriedTo } from './plot-gesture.ts';
import { PlotOverlay } from './plot-overlay.tsx';
import { Playhead } from './playhead.tsx';
import { takeTimelineKey } from './timeline-keys.ts';
import type { ScriptEntry } from '../../scenario/schema.ts';
import type { TimelineProps } from './timeline-props.ts';
import { TimelineTools } from './timeline-tools.tsx';
import { TrackLabel } from './track-label.tsx';
import { useAwaitedFlag } from './use-awaited-flag.ts';
import { useCarry } from './use-carry.tsx';
import { focusFlag, focusPressed } from './use-flag-focus.ts';
import { useFlagLead } from './use-flag-lead.ts';
import { useHeldFlags } from './use-held-flag.ts';
import { usePlotGestures } from './use-plot-gestures.ts';
import type { RubberBand } from './use-plot-gestures.ts';
import { useTimelineScene } from './use-timeline-scene.ts';
import { useTimelineView } from './use-timeline-view.ts';
import { useWheelZoom } from './use-wheel-zoom.ts';
import './timeline.css';
import './marks.css';
import './flags.css';
import './entry-editor.css';

const addMenu = latePart(async () => (await import('./add-menu.tsx')).AddMenu);
const entryPopover = latePart(async () => (await import('./entry-popover.tsx')).EntryPopover);

interface Adding {
  readonly row: FlagRow;
  readonly atMs: VirtualMs;
}

export function Timeline({ run, ghost, playheadMs, selected, span, drop, onCheckEntry, ...hands }: TimelineProps) {
  const [frame, size] = useElementSize<HTMLDivElement>({ width: 1200, height: 330 });
  const [held, hold] = useHeldFlags(run);
  const [measured, setMeasured] = useState<Measure | null>(null);
  /** Where a measure to the playhead begins. */
  const [measuredFromMs, setMeasuredFrom] = useState<VirtualMs | null>(null);
  const [band, setBand] = useState<RubberBand | null>(null);
  const [isFolded, setFolded] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  const [adding, setAdding] = useState<Adding | null>(null);
  const [editing, setEditing] = useState<{ readonly index: number; readonly takesFocus: boolean } | null>(null);
  const [carried, setCarried] = useState<CarriedFlag | null>(null);
  const plot = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const { scene, canFold } = useTimelineScene({ run, ghost, held, span, isFolded, size });
  const { geometry, model, scale } = scene;
  const { plotX, plotWidth, pictureHeight } = geometry;
  const { horizonMs } = model;
  const leadFlags = useFlagLead(plot);
  const view = useTimelineView({ run, scale, playheadMs, onSpan: hands.onSpan });
  const addAt = (row: FlagRow, atMs: VirtualMs): void => setAdding({ row, atMs: snapToGrid(atMs, horizonMs) });
  const moment = useLatest({ playheadMs, horizonMs });
  const addHere = useCallback(
    (row: FlagRow): void => setAdding({ row, atMs: snapToGrid(moment.current.playheadMs, moment.current.horizonMs) }),
    [moment],
  );
  const gestures = usePlotGestures({
    scene,
    selected,
    isChoosing,
    hands,
    hold: (next) => {
      // Asked for in vain, it draws the timeline once more all the same.
      if (editing !== null) setEditing(null);
      hold(next);
      if (next?.isDown === true) leadFlags(next, scene);
    },
    onTrack: addAt,
    onMeasure: setMeasured,
    onBand: setBand,
    onFlag: (index, part) => {
      focusPressed(plot.current, index, part);
      setEditing({ index, takesFocus: false });
    },
  });
  useWheelZoom(plot, { scale, horizonMs, onSpan: hands.onSpan });
  const createDrop = (): FlagDrop => ({
    hover: (verb, clientX, clientY, isFree) => {
      const box = plot.current?.getBoundingClientRect();
      const isOver = box !== undefined && clientY >= box.top && clientY <= box.bottom;
      const snapped = isOver ? carriedTo(scene, clientX - box.left, isFree) : null;
      setCarried(snapped === null ? null : { verb, snapped });
      return snapped;
    },
    leave: () => setCarried(null),
  });
  const ownDrop = useRef<FlagDrop>(null);
  useImperativeHandle(drop, createDrop);
  useImperativeHandle(ownDrop, createDrop);
  const awaitFlag = useAwaitedFlag(plot, scene.allFlags);
  const addEntry = (entry: ScriptEntry): void => {
    setAdding(null);
    awaitFlag(run.scenario.script.length);
    hands.onAddEntry(entry);
  };
  const carry = useCarry<ScriptEntry>({
    drop: ownDrop,
    verbOf: (entry) => entry.do,
    onBegin: () => setAdding(null),
    onDrop: (entry, atMs) => addEntry({ ...entry, atMs }),
  });

  const isMeasuring = measuredFromMs !== null;
  const measure = isMeasuring ? { fromMs: measuredFromMs, toMs: playheadMs } : measured;
  const setMeasuring = useCallback(
    (isOn: boolean): void => {
      setMeasured(null);
      setMeasuredFrom(isOn ? moment.current.playheadMs : null);
    },
    [moment],
  );
  const giveUp = (): boolean => {
    if (measure === null && selected.length === 0 && editing === null) return false;
    setMeasuring(false);
    setEditing(null);
    hands.onSelect([]);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // What floats over the page is a child of it as well, and has keys of its own.
    if (event.defaultPrevented || !(event.target instanceof Node) || !event.currentTarget.contains(event.target))
      return;
    const isTaken = takeTimelineKey(event, {
      view,
      chooseAll: () => hands.onSelect(scene.allFlags.map(({ index }) => index)),
      fold: () => setFolded(!isFolded),
      measure: () => setMeasuring(!isMeasuring),
      giveUp,
    });
    if (isTaken) event.preventDefault();
  };
  const onDoubleClick = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest('.flag') === null) view.fit();
  };
  const edited = editing !== null && selected.length === 1 && selected[0] === editing.index ? editing : null;
  // The row's own hues: labels and marks find their lane's colour by attribute.
  const place: CSSProperties = { left: plotX, width: plotWidth, height: pictureHeight };
  return (
    <div
      className="timeline"
      // It hears the keys of what is in it; the roles are theirs.
      role="presentation"
      ref={frame}
      data-narrow={geometry.isNarrow}
      data-lanes={model.lanes.length}
      data-choosing={isChoosing}
      onKeyDown={onKeyDown}
    >
      <div className="timeline-body" style={{ height: pictureHeight }}>
        {FLAG_ROWS.filter((row) => geometry[row].height > 0).map((row) => (
          <TrackLabel key={row} row={row} band={geometry[row]} onAdd={addHere} />
        ))}
        <LaneLabels scene={scene} playheadMs={playheadMs} />
        <div className="timeline-plot" ref={plot} style={place} onDoubleClick={onDoubleClick} {...gestures}>
          <CurveCanvas scene={scene} />
          <DurationBands scene={scene} />
          <MarksLayer scene={scene} />
          <FlagsLayer
            scene={scene}
            selected={selected}
            dragged={held?.isDown === true ? held.moves.map(({ index }) => index) : []}
            hands={hands}
            onEdit={(index) => setEditing({ index, takesFocus: true })}
          />
          <PlotOverlay scene={scene} held={held} measured={measure} band={band} carried={carried} />
          <Playhead
            atMs={playheadMs}
            scale={scale}
            height={pictureHeight}
            horizonMs={horizonMs}
            onPlayhead={hands.onPlayhead}
          />
          {adding !== null && (
            <span
              ref={anchor}
              className="timeline-anchor"
              style={{ left: scale.xOf(adding.atMs), ...geometry[adding.row] }}
            />
          )}
        </div>
      </div>
      <div className="timeline-foot" style={{ height: geometry.foot.height }}>
        <OverviewStrip model={model} geometry={geometry} scale={scale} onSpan={hands.onSpan} />
        <TimelineTools
          band={geometry.tools}
          isFolded={isFolded}
          canFold={canFold}
          isChoosing={isChoosing}
          isMeasuring={isMeasuring}
          onZoom={view.zoom}
          onFit={view.fit}
          onFold={setFolded}
          onChoosing={setChoosing}
          onMeasuring={setMeasuring}
        />
      </div>
      {carry.ghost}
      <Late part={addMenu} isOpen={adding !== null} onClose={() => setAdding(null)}>
        {(AddMenu) =>
          adding !== null && (
            <AddMenu
              run={run}
              {...adding}
              anchor={anchor}
              onAdd={addEntry}
              onHold={carry.begin}
              onClose={() => setAdding(null)}
            />
          )
        }
      </Late>
      <Late part={entryPopover} isOpen={edited !== null} onClose={() => setEditing(null)}>
        {(EntryPopover) =>
          edited !== null && (
            <EntryPopover
              key={edited.index}
              scene={scene}
              scenario={run.scenario}
              {...edited}
              plot={plot}
              hands={hands}
              onCheck={onCheckEntry}
              onClose={() => {
                setEditing(null);
                focusFlag(plot.current, edited.index);
              }}
            />
          )
        }
      </Late>
    </div>
  );
}
