/** Pointers on the plot: mouse, pen and fingers move flags, choose several, measure, scrub, pan, pinch, or ask what can be added. */

import { useEffect, useEffectEvent, useRef } from 'react';
import type { PointerEvent } from 'react';
import type { VirtualMs } from '../../protocol/time.ts';
import type { Measure } from '../../projection/timeline/measure.ts';
import { panSpan, zoomSpan } from '../../projection/timeline/time-axis.ts';
import type { TimeScale } from '../../projection/timeline/time-scale.ts';
import type { TimelineScene } from '../../projection/timeline/timeline-scene.ts';
import type { FlagRow } from '../../projection/timeline/verb-list.ts';
import { useLatest } from '../latest.ts';
import {
  beginGesture,
  CLICK_PIXELS,
  dragTo,
  flagsInBand,
  measureEnd,
  momentAt,
  movedGroup,
  pointerKind,
} from './plot-gesture.ts';
import type { PlotGesture } from './plot-gesture.ts';
import { toggled } from './selection-order.ts';
import type { DragPhase, TimelineHands } from './timeline-props.ts';
import type { HeldFlags } from './use-held-flag.ts';

/** The corners of a rubber band, in pixels of the plot. */
export interface RubberBand {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
}

interface PlotGestures {
  readonly scene: TimelineScene;
  readonly selected: readonly number[];
  /** A press on a flag chooses it in addition, one on the track draws a rubber band, as with Shift. */
  readonly isChoosing: boolean;
  readonly hands: TimelineHands;
  readonly hold: (held: HeldFlags | null) => void;
  readonly onTrack: (row: FlagRow, atMs: VirtualMs) => void;
  readonly onMeasure: (measure: Measure | null) => void;
  readonly onBand: (band: RubberBand | null) => void;
  /** A flag was clicked, with the selection as it was. */
  readonly onFlag: (index: number, kind: 'body' | 'end') => void;
}

interface Active {
  readonly pointer: number;
  readonly gesture: PlotGesture;
  /** As it was at the press: a pan goes from there. */
  readonly scale: TimeScale;
  readonly selected: readonly number[];
  isMoving: boolean;
  lastMs: VirtualMs | null;
}

interface Pinch {
  readonly scale: TimeScale;
  readonly centre: number;
  readonly distance: number;
}

export function usePlotGestures(plot: PlotGestures) {
  const latest = useLatest(plot);
  const active = useRef<Active | null>(null);
  const pinch = useRef<Pinch | null>(null);
  const fingers = useRef(new Map<number, number>());

  const cancel = (): void => {
    const current = active.current;
    active.current = null;
    if (current?.isMoving !== true) return;
    if (current.gesture.type === 'measure') latest.current.onMeasure(null);
    else if (current.gesture.type === 'track') latest.current.onBand(null);
    else report(latest.current, current, null, 'cancelled');
  };

  const giveUp = useEffectEvent((event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || active.current === null) return;
    event.preventDefault();
    cancel();
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => giveUp(event);
    addEventListener('keydown', onKeyDown, { capture: true });
    return () => removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);

  const begin = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    const element = event.currentTarget;
    const box = element.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const { scene, selected, isChoosing } = latest.current;
    if (event.pointerType === 'touch') fingers.current.set(event.pointerId, x);
    if (fingers.current.size === 2) {
      cancel();
      pinch.current = { scale: scene.scale, ...spread(fingers.current) };
      return;
    }
    if (active.current !== null) return;
    const isOnPlayhead = event.target instanceof Element && event.target.closest('.playhead-tag') !== null;
    const kind = pointerKind(event.pointerType);
    const point = { x, y, kind, chooses: isChoosing || event.shiftKey, isOnPlayhead };
    const gesture = beginGesture(scene, point, selected);
    active.current = { pointer: event.pointerId, gesture, scale: scene.scale, selected, isMoving: false, lastMs: null };
    element.setPointerCapture(event.pointerId);
    // A finger may be about to scroll the page: it scrubs once it moves sideways or is lifted.
    if (gesture.type === 'scrub' && kind !== 'touch' && !isOnPlayhead) scrub(latest.current, x);
  };

  const move = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    if (fingers.current.has(event.pointerId)) fingers.current.set(event.pointerId, x);
    if (pinch.current !== null) return pinchTo(latest.current, pinch.current, spread(fingers.current));
    const current = active.current;
    if (current === null || current.pointer !== event.pointerId) return;
    const { gesture } = current;
    const isClick = Math.hypot(x - gesture.startX, gesture.type === 'track' ? y - gesture.startY : 0);
    if (!current.isMoving && isClick < CLICK_PIXELS[gesture.kind]) return;
    if (gesture.type === 'move' && gesture.group.length === 0) return;
    const isFirst = !current.isMoving;
    current.isMoving = true;
    follow(latest.current, current, { x, y, isFree: event.altKey, isFirst });
  };

  const lift = (event: PointerEvent<HTMLElement>): void => {
    fingers.current.delete(event.pointerId);
    if (fingers.current.size < 2) pinch.current = null;
    const current = active.current;
    if (current === null || current.pointer !== event.pointerId) return;
    active.current = null;
    const { gesture } = current;
    if (!current.isMoving) click(latest.current, current);
    else if (gesture.type === 'track') latest.current.onBand(null);
    else report(latest.current, current, current.lastMs, 'dropped');
  };

  return {
    onPointerDown: begin,
    onPointerMove: move,
    onPointerUp: lift,
    onPointerCancel: (event: PointerEvent<HTMLElement>) => {
      fingers.current.delete(event.pointerId);
      if (fingers.current.size < 2) pinch.current = null;
      if (active.current?.pointer === event.pointerId) cancel();
    },
  };
}

interface Moved {
  readonly x: number;
  readonly y: number;
  /** Nothing attracts. */
  readonly isFree: boolean;
  readonly isFirst: boolean;
}

function follow(plot: PlotGestures, current: Active, { x, y, isFree, isFirst }: Moved): void {
  const { gesture, selected } = current;
  const { scene, hands } = plot;
  switch (gesture.type) {
    case 'scrub':
      return scrub(plot, x);
    case 'measure':
      return plot.onMeasure({ fromMs: gesture.fromMs, toMs: measureEnd(scene, x, gesture.targets, isFree) });
    case 'track': {
      if (!gesture.chooses) {
        const { span, width, folding } = current.scale;
        return hands.onSpan(panSpan(span, (gesture.startX - x) / width, scene.model.horizonMs, folding));
      }
      plot.onBand({ fromX: gesture.startX, fromY: gesture.startY, toX: x, toY: y });
      const inBand = flagsInBand(scene, gesture, x, y);
      return hands.onSelect([...selected.filter((index) => !inBand.includes(index)), ...inBand]);
    }
    case 'move':
    case 'resize': {
      if (isFirst && !selected.includes(gesture.index)) hands.onSelect([gesture.index]);
      const snapped = dragTo(scene, gesture, x, isFree);
      if (snapped.atMs === current.lastMs) return;
      current.lastMs = snapped.atMs;
      report(plot, current, snapped.atMs, 'dragging', snapped);
    }
  }
}

function scrub({ scene, selected, hands }: PlotGestures, x: number): void {
  if (selected.length > 0) hands.onSelect([]);
  hands.onPlayhead(momentAt(scene, x));
}

function click(plot: PlotGestures, { gesture, selected }: Active): void {
  switch (gesture.type) {
    case 'scrub':
      if (gesture.kind === 'touch') scrub(plot, gesture.startX);
      return;
    case 'measure':
      plot.onMeasure(null);
      return scrub(plot, gesture.startX);
    case 'track':
      return plot.onTrack(gesture.row, gesture.atMs);
    case 'move':
    case 'resize':
      if (gesture.chooses) plot.hands.onSelect(toggled(selected, gesture.index));
      else {
        plot.hands.onSelect([gesture.index]);
        plot.onFlag(gesture.index, gesture.type === 'move' ? 'body' : 'end');
      }
  }
}

/** Tells the page, and keeps the flags under the hand. `atMs` is where the dragged edge is, `null` where it came from. */
function report(
  { hands, hold }: PlotGestures,
  { gesture }: Active,
  atMs: VirtualMs | null,
  phase: DragPhase,
  snapped: HeldFlags['snapped'] = null,
): void {
  const isDown = phase === 'dragging';
  if (gesture.type === 'move') {
    const moves = movedGroup(gesture, atMs ?? gesture.fromMs);
    hold({ moves, forMs: null, snapped, isDown });
    hands.onMoveEntries(moves, phase);
  } else if (gesture.type === 'resize') {
    const { index, fromMs } = gesture;
    const forMs = (atMs ?? gesture.untilMs) - fromMs;
    hold({ moves: [{ index, atMs: fromMs }], forMs, snapped, isDown });
    hands.onResizeEntry(index, forMs, phase);
  }
}

function spread(fingers: ReadonlyMap<number, number>): { readonly centre: number; readonly distance: number } {
  const [a = 0, b = 0] = fingers.values();
  return { centre: (a + b) / 2, distance: Math.max(20, Math.abs(a - b)) };
}

/** The moment that was between the fingers stays between them. */
function pinchTo(
  { scene, hands }: PlotGestures,
  { scale, centre, distance }: Pinch,
  to: { readonly centre: number; readonly distance: number },
): void {
  const { horizonMs } = scene.model;
  const zoomed = zoomSpan(scale.span, distance / to.distance, scale.msAt(centre), horizonMs, scale.folding);
  hands.onSpan(panSpan(zoomed, (centre - to.centre) / scale.width, horizonMs, scale.folding));
}
