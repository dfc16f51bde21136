/**
 * What opens on demand: menus, popovers, editors. None of it is needed at first paint, so each is
 * fetched right after the first paint of what opens it, and is there by the time that somebody presses.
 */

import { useEffect, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { NoticeBar } from './shell/notice-bar.tsx';

/** A component that may not have arrived yet. */
export interface LatePart<Props> {
  readonly current: () => ComponentType<Props> | null;
  /** Fetches it unless it is here or on its way; a failed fetch can be tried again. */
  readonly fetch: () => Promise<unknown>;
}

export function latePart<Props>(load: () => Promise<ComponentType<Props>>): LatePart<Props> {
  let arrived: ComponentType<Props> | null = null;
  let onItsWay: Promise<unknown> | null = null;
  return {
    current: () => arrived,
    fetch: () =>
      (onItsWay ??= load().then(
        (component) => {
          arrived = component;
        },
        (error: unknown) => {
          onItsWay = null;
          throw error;
        },
      )),
  };
}

interface LateProps<Props> {
  readonly part: LatePart<Props>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Draws the part, when it is open and here. */
  readonly children: (Part: ComponentType<Props>) => ReactNode;
}

/** Draws nothing while it is closed or on its way: the focus stays where it is until the part takes it. */
export function Late<Props>({ part, isOpen, onClose, children }: LateProps<Props>) {
  const [outcome, setOutcome] = useState<'none' | 'arrived' | 'failed'>('none');
  useEffect(() => {
    if (part.current() !== null) return undefined;
    let isAsked = true;
    const settle = (next: typeof outcome) => () => {
      if (isAsked && isOpen) setOutcome(next);
    };
    part.fetch().then(settle('arrived'), settle('failed'));
    return () => {
      isAsked = false;
    };
  }, [part, isOpen]);
  if (!isOpen) return null;
  const Part = part.current();
  if (Part !== null) return children(Part);
  if (outcome !== 'failed') return null;
  const text = 'Unable to open this; the page could not be reached. Nothing of yours is lost; try it again.';
  return createPortal(<NoticeBar text={text} onDismiss={onClose} />, document.body);
}
