/**
 * One carry of a new flag over the page: from a press on where it comes from to where it is let go.
 * It follows the pointer wherever that goes, and gives up with Escape or when the browser takes the pointer.
 */

import { edgeScroll } from '../edge-scroll.ts';

export interface CarryPoint {
  /** In pixels of the page. */
  readonly x: number;
  readonly y: number;
  /** Nothing attracts. */
  readonly isFree: boolean;
}

export interface CarryHands {
  /** The hand has moved further than a click does. */
  readonly begin: () => void;
  readonly move: (point: CarryPoint) => void;
  readonly drop: (point: CarryPoint) => void;
  readonly cancel: () => void;
}

interface Press {
  readonly pointerId: number;
  readonly clientX: number;
  readonly clientY: number;
  /** A press that moves less stays a click. */
  readonly clickPixels: number;
}

/** Follows the pointer of `press`; returns what ends it as if it had never been. */
export function carryFlag(press: Press, hands: CarryHands): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const edge = edgeScroll(() => {
    if (last !== null) hands.move(last);
  });
  let last: CarryPoint | null = null;
  const end = (): void => {
    listening.abort();
    edge.stop();
  };
  const giveUp = (): void => {
    end();
    if (last !== null) hands.cancel();
  };
  const pointOf = (event: PointerEvent): CarryPoint => ({ x: event.clientX, y: event.clientY, isFree: event.altKey });
  const onMove = (event: PointerEvent): void => {
    if (event.pointerId !== press.pointerId) return;
    const distance = Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY);
    if (last === null && distance < press.clickPixels) return;
    const isFirst = last === null;
    last = pointOf(event);
    if (isFirst) hands.begin();
    hands.move(last);
    edge.follow(last.y);
  };
  const onUp = (event: PointerEvent): void => {
    if (event.pointerId !== press.pointerId) return;
    end();
    if (last !== null) hands.drop(pointOf(event));
  };
  const onCancel = (event: PointerEvent): void => {
    if (event.pointerId === press.pointerId) giveUp();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || last === null) return;
    event.preventDefault();
    event.stopPropagation();
    giveUp();
  };
  addEventListener('pointermove', onMove, { signal });
  addEventListener('pointerup', onUp, { signal });
  addEventListener('pointercancel', onCancel, { signal });
  addEventListener('keydown', onKey, { signal, capture: true });
  return giveUp;
}
