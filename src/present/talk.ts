/**
 * A talk at one moment, and what a press does to it. Plain data and a pure function: which window it was pressed in
 * is no matter, and time comes in with the press.
 */

import { assertNever } from '../base/assert.ts';

export type TalkTheme = 'projector' | 'light' | 'dark';

/** What lies over the audience's view: a question from the room, or where to vote. */
export type Overlay = { readonly kind: 'question'; readonly text: string } | { readonly kind: 'address' };

/** A show of hands for one question. */
export interface Hands {
  /** Hands that the presenter counted, by option. */
  readonly counts: readonly number[];
  /** Prediction codes and spoken answers, one a line, as they were pasted. */
  readonly lines: string;
}

export interface Timer {
  /** Wall-clock time at which it was started, `null` while it stands. */
  readonly sinceMs: number | null;
  /** What it had reached before. */
  readonly keptMs: number;
}

export interface Talk {
  /** The speaker's cue, counted from 0. */
  readonly position: number;
  /** The cue that the audience is kept at, `null` while it follows the speaker. */
  readonly frozenAt: number | null;
  readonly isBlank: boolean;
  readonly overlay: Overlay | null;
  readonly timer: Timer;
  /** Of the audience's view. */
  readonly theme: TalkTheme;
  /** By question. */
  readonly hands: readonly Hands[];
}

/** The most questions of a lesson: three before the run and one after it. */
export const MOST_QUESTIONS = 4;
export const MOST_OVERLAY = 280;
export const MOST_LINES_TEXT = 20_000;

const NO_HANDS: Hands = { counts: [], lines: '' };

export const NEW_TALK: Talk = {
  position: 0,
  frozenAt: null,
  isBlank: false,
  overlay: null,
  timer: { sinceMs: null, keptMs: 0 },
  theme: 'projector',
  hands: Array.from({ length: MOST_QUESTIONS }, () => NO_HANDS),
};

export type TalkAction =
  /** What a clicker sends. `nowMs` is wall-clock time; the first step starts the timer. */
  | { readonly type: 'step'; readonly by: 1 | -1; readonly nowMs: number }
  | { readonly type: 'go'; readonly to: number; readonly nowMs: number }
  | { readonly type: 'blank' }
  | { readonly type: 'freeze' }
  | { readonly type: 'overlay'; readonly overlay: Overlay | null }
  | { readonly type: 'hands'; readonly question: number; readonly hands: Hands }
  | { readonly type: 'timer'; readonly nowMs: number }
  | { readonly type: 'timer.reset'; readonly nowMs: number }
  | { readonly type: 'theme'; readonly theme: TalkTheme }
  /** Back to the title, with nobody's hands up. */
  | { readonly type: 'restart' };

/** `cues` is how many there are. What an action leaves as it was stays the same object. */
export function stepTalk(talk: Talk, action: TalkAction, cues: number): Talk {
  switch (action.type) {
    case 'step': {
      // A dark or covered screen is lit first: nobody should miss a cue that they could not see.
      if (talk.isBlank) return { ...talk, isBlank: false };
      if (talk.overlay !== null) return { ...talk, overlay: null };
      return moved(talk, talk.position + action.by, action.nowMs, cues);
    }
    case 'go':
      return moved(talk, action.to, action.nowMs, cues);
    case 'blank':
      return { ...talk, isBlank: !talk.isBlank };
    case 'freeze':
      return { ...talk, frozenAt: talk.frozenAt === null ? talk.position : null };
    case 'overlay':
      return { ...talk, overlay: shortened(action.overlay) };
    case 'hands':
      return { ...talk, hands: talk.hands.map((hands, index) => (index === action.question ? action.hands : hands)) };
    case 'timer': {
      const { sinceMs, keptMs } = talk.timer;
      const timer =
        sinceMs === null
          ? { sinceMs: action.nowMs, keptMs }
          : { sinceMs: null, keptMs: elapsedMs(talk.timer, action.nowMs) };
      return { ...talk, timer };
    }
    case 'timer.reset':
      return { ...talk, timer: { sinceMs: talk.timer.sinceMs === null ? null : action.nowMs, keptMs: 0 } };
    case 'theme':
      return { ...talk, theme: action.theme };
    case 'restart':
      return { ...NEW_TALK, theme: talk.theme };
    default:
      return assertNever(action);
  }
}

/** Whether a step leads out of the talk: past its last cue, or before its first. */
export function leadsOut({ position, isBlank, overlay }: Talk, by: 1 | -1, cues: number): boolean {
  const to = position + by;
  return !isBlank && overlay === null && (to < 0 || to >= cues);
}

/** The cue that the audience sees. */
export function audienceCue({ position, frozenAt }: Pick<Talk, 'position' | 'frozenAt'>): number {
  return frozenAt ?? position;
}

export function elapsedMs({ sinceMs, keptMs }: Timer, nowMs: number): number {
  return keptMs + (sinceMs === null ? 0 : Math.max(0, nowMs - sinceMs));
}

function moved(talk: Talk, to: number, nowMs: number, cues: number): Talk {
  const position = Math.min(Math.max(0, to), cues - 1);
  if (position === talk.position) return talk;
  const isUntouched = talk.timer.sinceMs === null && talk.timer.keptMs === 0;
  return { ...talk, position, timer: isUntouched ? { sinceMs: nowMs, keptMs: 0 } : talk.timer };
}

function shortened(overlay: Overlay | null): Overlay | null {
  if (overlay?.kind !== 'question') return overlay;
  const text = overlay.text.trim().slice(0, MOST_OVERLAY);
  return text === '' ? null : { kind: 'question', text };
}
