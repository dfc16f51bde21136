/** Keys and swipes of a talk, in either window. What people type into, and buttons they stand on, keep their keys. */

import { useEffect, useEffectEvent, useRef } from 'react';
import type { PointerEvent } from 'react';
import { clickerCommand } from '../../present/clicker.ts';
import type { ClickerCommand } from '../../present/clicker.ts';
import type { TalkAction } from '../../present/talk.ts';
import type { TalkInHand } from './use-talk.ts';

const SWIPE_PX = 60;

/** `onHelp` opens the list of keys; where there is none, its key does nothing. */
export function useClicker({ talk, cues, act }: TalkInHand, areCharactersOn: boolean, onHelp?: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return;
    const command = clickerCommand(event.key, areCharactersOn);
    if (command === null) return;
    if (command === 'help') {
      if (onHelp === undefined) return;
      onHelp();
    } else {
      // Escape is not ours while nothing lies over the view: it leaves the full screen.
      if (command === 'close' && talk.overlay === null && !talk.isBlank) return;
      for (const action of actionsOf(command, cues.length, talk.isBlank)) act(action);
    }
    event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

/** A swipe to the left goes on, one to the right goes back. */
export function useSwipe({ act }: Pick<TalkInHand, 'act'>) {
  const from = useRef<{ readonly x: number; readonly y: number } | null>(null);
  return {
    onPointerDown: (event: PointerEvent) => {
      from.current = event.pointerType === 'mouse' ? null : { x: event.clientX, y: event.clientY };
    },
    onPointerUp: (event: PointerEvent) => {
      const began = from.current;
      from.current = null;
      if (began === null) return;
      const [dx, dy] = [event.clientX - began.x, event.clientY - began.y];
      if (Math.abs(dx) < SWIPE_PX || Math.abs(dx) < 2 * Math.abs(dy)) return;
      act({ type: 'step', by: dx < 0 ? 1 : -1, nowMs: Date.now() });
    },
  };
}

function actionsOf(command: Exclude<ClickerCommand, 'help'>, cues: number, isBlank: boolean): readonly TalkAction[] {
  const nowMs = Date.now();
  switch (command) {
    case 'next':
      return [{ type: 'step', by: 1, nowMs }];
    case 'back':
      return [{ type: 'step', by: -1, nowMs }];
    case 'first':
      return [{ type: 'go', to: 0, nowMs }];
    case 'last':
      return [{ type: 'go', to: cues - 1, nowMs }];
    case 'close':
      return [{ type: 'overlay', overlay: null }, ...(isBlank ? [{ type: 'blank' } as const] : [])];
    case 'timer':
      return [{ type: 'timer', nowMs }];
    default:
      return [{ type: command }];
  }
}

function isTaken({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input, textarea, select, [contenteditable], [role=dialog]') !== null) return true;
  return (key === ' ' || key === 'Enter') && target.closest('button, a, summary, [role=button]') !== null;
}
