/** What the windows of one talk say to each other and keep, read as data from outside: it may come from another version. */

import { MOST_LINES_TEXT, MOST_OVERLAY, MOST_QUESTIONS } from './talk.ts';
import type { Hands, Overlay, TalkTheme, Timer } from './talk.ts';
import { PART_NAMES } from './talk-replica.ts';
import type { Stamp, TalkCopy } from './talk-replica.ts';

export const TALK_VERSION = 1;

/** `hello` asks everybody for their copy; `copy` is one. */
export type TalkMessage =
  | { readonly v: typeof TALK_VERSION; readonly type: 'hello' }
  | { readonly v: typeof TALK_VERSION; readonly type: 'copy'; readonly copy: TalkCopy };

type Fields = Readonly<Record<string, unknown>>;

const THEMES: readonly TalkTheme[] = ['projector', 'light', 'dark'];
const MOST_COUNTS = 12;

/** `null` for what no window of this version says. */
export function readTalkMessage(data: unknown): TalkMessage | null {
  if (!isFields(data) || data['v'] !== TALK_VERSION) return null;
  if (data['type'] === 'hello') return { v: TALK_VERSION, type: 'hello' };
  const copy = data['type'] === 'copy' ? readCopy(data['copy']) : null;
  return copy === null ? null : { v: TALK_VERSION, type: 'copy', copy };
}

const READERS = {
  position: isPlace,
  frozenAt: (value: unknown) => value === null || isPlace(value),
  isBlank: (value: unknown) => typeof value === 'boolean',
  overlay: (value: unknown) => value === null || isOverlay(value),
  timer: isTimer,
  theme: (value: unknown) => THEMES.some((theme) => theme === value),
} satisfies Record<(typeof PART_NAMES)[number], (value: unknown) => boolean>;

/** A whole copy or nothing: half a talk would be worse than none. */
export function readCopy(data: unknown): TalkCopy | null {
  if (!isFields(data)) return null;
  const hasParts = PART_NAMES.every((name) => isStamped(data[name], READERS[name]));
  const { hands } = data;
  const hasHands =
    Array.isArray(hands) && hands.length === MOST_QUESTIONS && hands.every((part) => isStamped(part, isHands));
  // Every part was looked at.
  return hasParts && hasHands ? (data as unknown as TalkCopy) : null;
}

function isStamped(part: unknown, isValue: (value: unknown) => boolean): part is Stamp {
  return isFields(part) && isPlace(part['seq']) && typeof part['by'] === 'string' && isValue(part['value']);
}

function isOverlay(value: unknown): value is Overlay {
  if (!isFields(value)) return false;
  const { kind, text } = value;
  return kind === 'address' || (kind === 'question' && typeof text === 'string' && text.length <= MOST_OVERLAY);
}

function isTimer(value: unknown): value is Timer {
  if (!isFields(value)) return false;
  const { sinceMs, keptMs } = value;
  return (sinceMs === null || isTime(sinceMs)) && isTime(keptMs);
}

function isHands(value: unknown): value is Hands {
  if (!isFields(value)) return false;
  const { counts, lines } = value;
  const hasCounts = Array.isArray(counts) && counts.length <= MOST_COUNTS && counts.every(isPlace);
  return hasCounts && typeof lines === 'string' && lines.length <= MOST_LINES_TEXT;
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isPlace(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
