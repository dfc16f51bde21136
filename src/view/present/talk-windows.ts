/** The windows of a talk: how they are named, opened and coloured. */

import { useEffect, useLayoutEffect } from 'react';
import { writeTalkLink } from '../../present/talk-link.ts';
import type { TalkPlace } from '../../present/talk-link.ts';
import type { TalkTheme } from '../../present/talk.ts';

/** A name for a talk that no other has. */
export function freshTalk(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(5));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join('');
}

export function talkHash(lesson: string, place: TalkPlace, talk: string | null): string {
  return writeTalkLink({ lesson, place, talk, isEmbed: false, host: null });
}

/** What people in the room type or follow. */
export function voteAddress(lesson: string): string {
  return `${location.origin}${location.pathname}${talkHash(lesson, 'vote', null)}`;
}

/** One window for each view of a talk: opening it again brings it to the front. */
export function openWindow(lesson: string, place: TalkPlace, talk: string): void {
  const opened = window.open(talkHash(lesson, place, talk), `${place}-${talk}`, 'popup,width=1280,height=760');
  opened?.focus();
}

/** The audience's window has a look of its own, whatever the rest of the page looks like. */
export function useWindowTheme(theme: TalkTheme): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    const before = dataset['theme'];
    dataset['theme'] = theme;
    return () => {
      if (before === undefined) delete dataset['theme'];
      else dataset['theme'] = before;
    };
  }, [theme]);
}

const TYPEFACES = ['Inter Variable', 'Source Serif 4 Variable', 'JetBrains Mono Variable'];

/** Typefaces come when a text needs them, and by then the network of the hall may be gone: all are fetched at once. */
export function useTypefaces(): void {
  useEffect(() => {
    // One that does not come is stood in for by the system's own.
    for (const name of TYPEFACES) document.fonts.load(`1em "${name}"`).catch(() => undefined);
  }, []);
}
