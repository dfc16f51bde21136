/** One pointer's drag along the time axis, by mouse, pen or finger; Escape takes it back. */

import { useEffect, useRef } from 'react';
import type { PointerEvent } from 'react';
import type { DragPhase } from './timeline-hands.ts';

/** A press that moves less than this is a click. */
const CLICK_PIXELS = 3;

interface Drag {
  readonly pointer: number;
  readonly startX: number;
  lastX: number;
  isMoving: boolean;
}

/** `onDrag` is given the way from the start in pixels; `dropped` and `cancelled` end a drag that moved. */
export function useDrag(onDrag: (byPixels: number, phase: DragPhase) => void) {
  const drag = useRef<Drag | null>(null);
  const latest = useRef(onDrag);
  useEffect(() => {
    latest.current = onDrag;
  });
  useEffect(() => {
    const cancel = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || drag.current === null) return;
      const { isMoving } = drag.current;
      drag.current = null;
      if (isMoving) latest.current(0, 'cancelled');
    };
    addEventListener('keydown', cancel);
    return () => removeEventListener('keydown', cancel);
  }, []);
  const end = (event: PointerEvent<HTMLElement>, phase: 'dropped' | 'cancelled'): void => {
    const current = drag.current;
    if (current === null || current.pointer !== event.pointerId) return;
    drag.current = null;
    if (current.isMoving) latest.current(current.lastX - current.startX, phase);
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || drag.current !== null) return;
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { pointer: event.pointerId, startX: event.clientX, lastX: event.clientX, isMoving: false };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const current = drag.current;
      if (current === null || current.pointer !== event.pointerId) return;
      current.lastX = event.clientX;
      if (!current.isMoving && Math.abs(event.clientX - current.startX) < CLICK_PIXELS) return;
      current.isMoving = true;
      latest.current(event.clientX - current.startX, 'dragging');
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => end(event, 'dropped'),
    onPointerCancel: (event: PointerEvent<HTMLElement>) => end(event, 'cancelled'),
  };
}
