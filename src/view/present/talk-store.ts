/** Talks as this browser keeps them, so that closing a window loses nothing. Old ones make room for new ones. */

import { TALK_VERSION, readCopy } from '../../present/talk-message.ts';
import { mergeCopies } from '../../present/talk-replica.ts';
import type { TalkCopy } from '../../present/talk-replica.ts';

const PREFIX = 'pull-the-plug.talk.';
const LIST = 'pull-the-plug.talks';
const MOST_TALKS = 12;

interface KnownTalk {
  readonly lesson: string;
  readonly talk: string;
}

/** `null` for a talk that is new here, or where nothing can be kept. */
export function readKeptTalk(talk: string): TalkCopy | null {
  const kept = readJson(PREFIX + talk);
  const isOurs = typeof kept === 'object' && kept !== null && 'v' in kept && kept.v === TALK_VERSION && 'copy' in kept;
  return isOurs ? readCopy(kept.copy) : null;
}

/** Keeps what was kept and what is new: another window may have written meanwhile. */
export function keepTalk({ lesson, talk }: KnownTalk, copy: TalkCopy): void {
  const kept = readKeptTalk(talk);
  const merged = kept === null ? copy : mergeCopies(copy, kept);
  const others = knownTalks().filter((known) => known.talk !== talk);
  try {
    localStorage.setItem(PREFIX + talk, JSON.stringify({ v: TALK_VERSION, copy: merged }));
    const talks = [{ lesson, talk }, ...others];
    for (const old of talks.slice(MOST_TALKS)) localStorage.removeItem(PREFIX + old.talk);
    localStorage.setItem(LIST, JSON.stringify(talks.slice(0, MOST_TALKS)));
  } catch {
    // Where nothing can be kept, the windows still tell each other.
  }
}

/** The talk on `lesson` that was used last; `null` for the first. */
export function latestTalk(lesson: string): string | null {
  return knownTalks().find((known) => known.lesson === lesson)?.talk ?? null;
}

function knownTalks(): readonly KnownTalk[] {
  const list = readJson(LIST);
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown) => (isKnownTalk(item) ? [item] : []));
}

function isKnownTalk(item: unknown): item is KnownTalk {
  if (typeof item !== 'object' || item === null || !('lesson' in item) || !('talk' in item)) return false;
  return typeof item.lesson === 'string' && typeof item.talk === 'string';
}

function readJson(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}
