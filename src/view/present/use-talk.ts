/** A talk in this window: its state, and what can be pressed. */

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { createSharer } from '../../base/share-data.ts';
import { cuesOf } from '../../present/cue.ts';
import type { Cue } from '../../present/cue.ts';
import type { Talk, TalkAction } from '../../present/talk.ts';
import { talkOf } from '../../present/talk-replica.ts';
import type { Lesson } from '../../scenario/lesson/lesson-data.ts';
import { createTalkChannel } from './talk-channel.ts';

export interface TalkInHand {
  readonly talk: Talk;
  readonly cues: readonly Cue[];
  readonly act: (action: TalkAction) => void;
}

/** `lesson` and `id` stay what they are for as long as the window shows this talk. */
export function useTalk(lesson: Lesson, id: string): TalkInHand {
  const [cues] = useState(() => cuesOf(lesson));
  const [channel] = useState(() => createTalkChannel({ lesson: lesson.id, talk: id, cues: cues.length }));
  useEffect(() => channel.open(), [channel]);
  const copy = useSyncExternalStore(channel.onChange, channel.copy);
  // What a press did not change stays the same object: nothing is reckoned anew for it.
  const [share] = useState(() => createSharer<Talk>());
  const talk = useMemo(() => share(within(talkOf(copy), cues.length)), [copy, cues, share]);
  return { talk, cues, act: channel.act };
}

/** A talk that another version kept may stand beyond the last cue. */
function within(talk: Talk, cues: number): Talk {
  const last = cues - 1;
  if (talk.position <= last && (talk.frozenAt ?? 0) <= last) return talk;
  const frozenAt = talk.frozenAt === null ? null : Math.min(talk.frozenAt, last);
  return { ...talk, position: Math.min(talk.position, last), frozenAt };
}
