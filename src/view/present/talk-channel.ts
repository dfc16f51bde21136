/**
 * One window's end of a talk: what is pressed here is told to the other windows of the same browser, and what they
 * say is merged in. Who comes up, or comes back, asks all others. Nothing leaves the browser.
 */

import { readTalkMessage, TALK_VERSION } from '../../present/talk-message.ts';
import type { TalkMessage } from '../../present/talk-message.ts';
import type { TalkAction } from '../../present/talk.ts';
import { actOn, mergeCopies, NEW_COPY } from '../../present/talk-replica.ts';
import type { TalkCopy } from '../../present/talk-replica.ts';
import { keepTalk, readKeptTalk } from './talk-store.ts';

export interface TalkChannel {
  readonly copy: () => TalkCopy;
  readonly act: (action: TalkAction) => void;
  readonly onChange: (listener: () => void) => () => void;
  /** Begins to listen and asks the others; returns what ends it. */
  readonly open: () => () => void;
}

interface TalkPlace {
  readonly lesson: string;
  readonly talk: string;
  /** How many cues the talk has. */
  readonly cues: number;
}

export function createTalkChannel(place: TalkPlace): TalkChannel {
  /** Another name at every load, so that no two presses carry the same stamp. */
  const by = crypto.randomUUID();
  const listeners = new Set<() => void>();
  let copy = readKeptTalk(place.talk) ?? NEW_COPY;
  let channel: BroadcastChannel | null = null;

  // A broadcast channel stays within its origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const say = (message: TalkMessage) => channel?.postMessage(message);
  const tell = () => say({ v: TALK_VERSION, type: 'copy', copy });
  const take = (next: TalkCopy) => {
    if (next === copy) return false;
    copy = next;
    keepTalk(place, copy);
    for (const listener of listeners) listener();
    return true;
  };
  const hear = (event: MessageEvent<unknown>) => {
    const message = readTalkMessage(event.data);
    if (message === null) return;
    if (message.type === 'hello') return tell();
    // Who says something old is told what is new.
    take(mergeCopies(copy, message.copy));
    if (mergeCopies(message.copy, copy) !== message.copy) tell();
  };
  const ask = () => {
    const kept = readKeptTalk(place.talk);
    if (kept !== null) take(mergeCopies(copy, kept));
    say({ v: TALK_VERSION, type: 'hello' });
  };
  const comeBack = () => {
    if (document.visibilityState === 'visible') ask();
  };

  return {
    copy: () => copy,
    act: (action) => {
      if (take(actOn(copy, action, { by, cues: place.cues }))) tell();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: () => {
      channel = new BroadcastChannel(`pull-the-plug.talk.${place.talk}`);
      channel.addEventListener('message', hear);
      document.addEventListener('visibilitychange', comeBack);
      window.addEventListener('pageshow', comeBack);
      keepTalk(place, copy);
      ask();
      return () => {
        channel?.close();
        channel = null;
        document.removeEventListener('visibilitychange', comeBack);
        window.removeEventListener('pageshow', comeBack);
      };
    },
  };
}
