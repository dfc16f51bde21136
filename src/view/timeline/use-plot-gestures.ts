/** Pointers on the plot: mouse, pen and fingers move flags, scrub, pinch, or ask what can be added. */

import { useEffect, useEffectEvent, useRef } from 'react';
import type { PointerEvent } from 'react';
import type { VirtualMs } from '../../protocol/time.ts';
import type { FlagRow } from '../../projection/timeline/flags.ts';
import type { TimeSpan } from '../../projection/timeline/pixel-columns.ts';
import { panSpan, zoomSpan } from '../../projection/timeline/time-axis.ts';
import type { TimelineScene } from '../../projection/timeline/timeline-scene.ts';
import { useLatest } from '../latest.ts';
import { beginGesture, CLICK_PIXELS, dragTo, momentAt, pointerKind } from './plot-gesture.ts';
import type { PlotGesture } from './plot-gesture.ts';
import type { DragPhase, TimelineHands } from './timeline-props.ts';
import type { HeldFlag } from './use-held-flag.ts';

interface PlotGestures {
  readonly scene: TimelineScene;
  readonly selectedIndex: number | null;
  readonly hands: TimelineHands;
  readonly hold: (held: HeldFlag | null) => void;
  readonly onTrack: (row: FlagRow, atMs: VirtualMs) => void;
}

interface Active {
  readonly pointer: number;
  readonly gesture: PlotGesture;
  readonly element: HTMLElement;
  isMoving: boolean;
  lastMs: VirtualMs | null;
}

interface Pinch {
  readonly span: TimeSpan;
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
    if (current?.isMoving === true) report(latest.current, current, null, 'cancelled');
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
    if (event.pointerType === 'touch') fingers.current.set(event.pointerId, x);
    if (fingers.current.size === 2) {
      cancel();
      pinch.current = { span: latest.current.scene.span, ...spread(fingers.current) };
      return;
    }
    if (active.current !== null) return;
    const gesture = beginGesture(latest.current.scene, { x, y, kind: pointerKind(event.pointerType) });
    active.current = { pointer: event.pointerId, gesture, element, isMoving: false, lastMs: null };
    element.setPointerCapture(event.pointerId);
    // A finger may be about to scroll the page: it scrubs once it moves sideways or is lifted.
    if (gesture.type === 'scrub' && gesture.kind !== 'touch') scrub(latest.current, x);
  };

  const move = (event: PointerEvent<HTMLElement>): void => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    if (fingers.current.has(event.pointerId)) fingers.current.set(event.pointerId, x);
    if (pinch.current !== null) return pinchTo(latest.current, pinch.current, spread(fingers.current));
    const current = active.current;
    if (current === null || current.pointer !== event.pointerId) return;
    const { gesture } = current;
    if (!current.isMoving && Math.abs(x - gesture.startX) < CLICK_PIXELS[gesture.kind]) return;
    if (gesture.type === 'move' && !gesture.isMovable) return;
    if (!current.isMoving && (gesture.type === 'move' || gesture.type === 'resize')) {
      latest.current.hands.onSelect(gesture.index);
    }
    current.isMoving = true;
    if (gesture.type === 'scrub') return scrub(latest.current, x);
    if (gesture.type === 'track') return;
    const atMs = dragTo(latest.current.scene, gesture, x, event.altKey);
    if (atMs === current.lastMs) return;
    current.lastMs = atMs;
    report(latest.current, current, atMs, 'dragging');
  };

  const lift = (event: PointerEvent<HTMLElement>): void => {
    fingers.current.delete(event.pointerId);
    if (fingers.current.size < 2) pinch.current = null;
    const current = active.current;
    if (current === null || current.pointer !== event.pointerId) return;
    active.current = null;
    const { gesture } = current;
    if (current.isMoving && gesture.type !== 'track') report(latest.current, current, current.lastMs, 'dropped');
    else if (!current.isMoving) click(latest.current, current);
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

function scrub({ scene, selectedIndex, hands }: PlotGestures, x: number): void {
  if (selectedIndex !== null) hands.onSelect(null);
  hands.onPlayhead(momentAt(scene, x));
}

function click(plot: PlotGestures, { gesture, element }: Active): void {
  switch (gesture.type) {
    case 'scrub':
      if (gesture.kind === 'touch') scrub(plot, gesture.startX);
      return;
    case 'track':
      return plot.onTrack(gesture.row, gesture.atMs);
    case 'move':
    case 'resize': {
      plot.hands.onSelect(gesture.index);
      const name = gesture.type === 'move' ? 'data-flag' : 'data-flag-end';
      element.querySelector<HTMLElement>(`[${name}="${gesture.index}"]`)?.focus({ preventScroll: true });
    }
  }
}

/** Tells the page, and keeps the flag under the hand. `atMs` is where the dragged edge is, `null` where it came from. */
function report({ hands, hold }: PlotGestures, { gesture }: Active, atMs: VirtualMs | null, phase: DragPhase): void {
  const isDown = phase === 'dragging';
  if (gesture.type === 'move') {
    const toMs = atMs ?? gesture.fromMs;
    hold({ index: gesture.index, atMs: toMs, forMs: null, isDown });
    hands.onMoveEntry(gesture.index, toMs, phase);
  } else if (gesture.type === 'resize') {
    const forMs = (atMs ?? gesture.untilMs) - gesture.fromMs;
    hold({ index: gesture.index, atMs: gesture.fromMs, forMs, isDown });
    hands.onResizeEntry(gesture.index, forMs, phase);
  }
}

function spread(fingers: ReadonlyMap<number, number>): { readonly centre: number; readonly distance: number } {
  const [a = 0, b = 0] = fingers.values();
  return { centre: (a + b) / 2, distance: Math.max(20, Math.abs(a - b)) };
}

/** The moment that was between the fingers stays between them. */
function pinchTo(
  { scene, hands }: PlotGestures,
  from: Pinch,
  to: { readonly centre: number; readonly distance: number },
): void {
  const width = scene.geometry.plotWidth;
  const length = from.span.toMs - from.span.fromMs;
  const aroundMs = from.span.fromMs + (from.centre / width) * length;
  const { horizonMs } = scene.model;
  const zoomed = zoomSpan(from.span, from.distance / to.distance, aroundMs, horizonMs);
  const byMs = ((from.centre - to.centre) / width) * (zoomed.toMs - zoomed.fromMs);
  hands.onSpan(panSpan(zoomed, byMs, horizonMs));
}
