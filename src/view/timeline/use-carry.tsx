/** Sources of new flags: what is pressed there can be carried to a moment of the timeline. */

import { useEffect, useRef, useState } from 'react';
import type { PointerEvent, ReactNode, RefObject } from 'react';
import { createPortal } from 'react-dom';
import type { VirtualMs } from '../../protocol/time.ts';
import { verbFact } from '../../projection/timeline/verb-list.ts';
import type { Verb } from '../../scenario/schema.ts';
import { useLatest } from '../latest.ts';
import { carryFlag } from './carry-flag.ts';
import type { FlagDrop } from './flag-drop.ts';
import { CLICK_PIXELS, pointerKind } from './plot-gesture.ts';
import { VerbIcon } from './verb-icon.tsx';

export interface Carry<Item> {
  /** For the press on a source; the item is what it gives. */
  readonly begin: (event: PointerEvent, item: Item) => void;
  /** The press that has just ended carried something: it is no click. */
  readonly hasCarried: () => boolean;
  /** What goes with the hand, to be drawn anywhere. */
  readonly ghost: ReactNode;
}

interface CarryInputs<Item> {
  readonly drop: RefObject<FlagDrop | null>;
  readonly verbOf: (item: Item) => Verb;
  readonly onBegin?: () => void;
  /** Let go over the timeline. */
  readonly onDrop: (item: Item, atMs: VirtualMs) => void;
}

interface Ghost {
  readonly verb: Verb;
  readonly x: number;
  readonly y: number;
  /** It is over the timeline, which draws the flag where it would stand. */
  readonly isOver: boolean;
}

export function useCarry<Item>(inputs: CarryInputs<Item>): Carry<Item> {
  const latest = useLatest(inputs);
  const [ghost, setGhost] = useState<Ghost | null>(null);
  const carried = useRef(false);
  const giveUp = useRef<(() => void) | null>(null);
  useEffect(() => () => giveUp.current?.(), []);

  const begin = (event: PointerEvent, item: Item): void => {
    carried.current = false;
    if (event.button !== 0) return;
    const { drop, verbOf } = latest.current;
    const verb = verbOf(item);
    const leave = (): void => {
      giveUp.current = null;
      setGhost(null);
      drop.current?.leave();
    };
    const { pointerId, clientX, clientY } = event;
    const clickPixels = 2 * CLICK_PIXELS[pointerKind(event.pointerType)];
    giveUp.current = carryFlag(
      { pointerId, clientX, clientY, clickPixels },
      {
        begin: () => {
          carried.current = true;
          latest.current.onBegin?.();
        },
        move: ({ x, y, isFree }) => {
          const snapped = drop.current?.hover(verb, x, y, isFree) ?? null;
          setGhost({ verb, x, y, isOver: snapped !== null });
        },
        drop: ({ x, y, isFree }) => {
          const snapped = drop.current?.hover(verb, x, y, isFree) ?? null;
          leave();
          if (snapped !== null) latest.current.onDrop(item, snapped.atMs);
        },
        cancel: leave,
      },
    );
  };
  return {
    begin,
    hasCarried: () => carried.current,
    ghost: ghost === null ? null : createPortal(<CarryGhost {...ghost} />, document.body),
  };
}

function CarryGhost({ verb, x, y, isOver }: Ghost) {
  return (
    <span
      className="carry-ghost"
      data-over={isOver}
      data-row={verbFact(verb).row}
      style={{ transform: `translate(${x}px, ${y}px)` }}
    >
      <VerbIcon verb={verb} />
      {!isOver && <b>{verbFact(verb).name}</b>}
    </span>
  );
}
