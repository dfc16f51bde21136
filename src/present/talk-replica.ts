/**
 * One window's copy of a talk. Every part of it carries the stamp of who wrote it last; copies are merged part by
 * part, the later stamp wins, and so all windows agree whatever is lost, doubled, late or out of order: what is sent is
 * always a whole copy, and what is older than what is known is dropped by its number.
 */

import { NEW_TALK, stepTalk } from './talk.ts';
import type { Talk, TalkAction } from './talk.ts';

/** A later write has a greater number; of two at once the greater window wins, the same one everywhere. */
export interface Stamp {
  readonly seq: number;
  readonly by: string;
}

interface Stamped<T> extends Stamp {
  readonly value: T;
}

/** Hands are kept apart by question: who counts one while another is pasted loses nothing. */
type Parts = Omit<Talk, 'hands'>;

export type TalkCopy = { readonly [Name in keyof Parts]: Stamped<Parts[Name]> } & {
  readonly hands: readonly Stamped<Talk['hands'][number]>[];
};

export const PART_NAMES = [
  'position',
  'frozenAt',
  'isBlank',
  'overlay',
  'timer',
  'theme',
] as const satisfies readonly (keyof Parts)[];

const NEVER = { seq: 0, by: '' } as const;

export const NEW_COPY: TalkCopy = {
  position: { value: NEW_TALK.position, ...NEVER },
  frozenAt: { value: NEW_TALK.frozenAt, ...NEVER },
  isBlank: { value: NEW_TALK.isBlank, ...NEVER },
  overlay: { value: NEW_TALK.overlay, ...NEVER },
  timer: { value: NEW_TALK.timer, ...NEVER },
  theme: { value: NEW_TALK.theme, ...NEVER },
  hands: NEW_TALK.hands.map((value) => ({ value, ...NEVER })),
};

export function talkOf(copy: TalkCopy): Talk {
  return {
    position: copy.position.value,
    frozenAt: copy.frozenAt.value,
    isBlank: copy.isBlank.value,
    overlay: copy.overlay.value,
    timer: copy.timer.value,
    theme: copy.theme.value,
    hands: copy.hands.map(({ value }) => value),
  };
}

/** Does `action` in the window `by`, a name that no other load of a page has. The same copy when it changes nothing. */
export function actOn(copy: TalkCopy, action: TalkAction, { by, cues }: { by: string; cues: number }): TalkCopy {
  const before = talkOf(copy);
  const after = stepTalk(before, action, cues);
  if (after === before) return copy;
  const stamp = { seq: lastSeq(copy) + 1, by };
  const write = <T>(old: Stamped<T>, value: T): Stamped<T> => (Object.is(old.value, value) ? old : { value, ...stamp });
  return {
    position: write(copy.position, after.position),
    frozenAt: write(copy.frozenAt, after.frozenAt),
    isBlank: write(copy.isBlank, after.isBlank),
    overlay: write(copy.overlay, after.overlay),
    timer: write(copy.timer, after.timer),
    theme: write(copy.theme, after.theme),
    hands: copy.hands.map((old, index) => write(old, after.hands[index] ?? old.value)),
  };
}

/** What both know, the newer of each part. The same object as `mine` when `other` knows nothing newer. */
export function mergeCopies(mine: TalkCopy, other: TalkCopy): TalkCopy {
  const hands = mine.hands.map((old, index) => newer(old, other.hands[index] ?? old));
  const merged: TalkCopy = {
    position: newer(mine.position, other.position),
    frozenAt: newer(mine.frozenAt, other.frozenAt),
    isBlank: newer(mine.isBlank, other.isBlank),
    overlay: newer(mine.overlay, other.overlay),
    timer: newer(mine.timer, other.timer),
    theme: newer(mine.theme, other.theme),
    hands,
  };
  const isSame =
    PART_NAMES.every((name) => merged[name] === mine[name]) && hands.every((part, index) => part === mine.hands[index]);
  return isSame ? mine : merged;
}

/** The greatest number that any part carries; 0 before the first press. */
export function lastSeq(copy: TalkCopy): number {
  return Math.max(...PART_NAMES.map((name) => copy[name].seq), ...copy.hands.map(({ seq }) => seq));
}

function newer<T>(mine: Stamped<T>, other: Stamped<T>): Stamped<T> {
  if (other.seq !== mine.seq) return other.seq > mine.seq ? other : mine;
  return other.by > mine.by ? other : mine;
}
