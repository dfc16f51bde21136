/**
 * A script entry as people can read it in a link:
 *
 *     verb@moment:surface[:detail][/duration]
 *
 * `drop@1070:laptop:reset/3000`, `send@100:laptop:How%20much`, `sleep@1000:laptop/2000`,
 * `open@0:laptop`; a moment is milliseconds, `t15` (after the 15th token was made) or
 * `after-run.started`.
 */

import { assert, assertNever } from '../base/assert.ts';
import { err, ok, type Result } from '../base/result.ts';
import { DROP_FORMS } from '../protocol/fault.ts';
import { EVENT_NAMES } from './event-names.ts';
import { LIMITS } from './limits.ts';
import type { LinkProblem } from './link-problem.ts';
import { decodeText, encodeText } from './link-text.ts';
import { suggestWord } from './nearest-word.ts';
import type { ScriptEntry, Verb } from './schema.ts';

const VERBS = [
  'open',
  'close',
  'send',
  'stop',
  'refresh',
  'hide',
  'show',
  'sleep',
  'drop',
] as const satisfies readonly Verb[];
const SHAPE = /^([a-z-]+)@([^:/]+):([a-z0-9-]+)(?::([^:/]*))?(?:\/(\d+))?$/;

type Moment = Pick<ScriptEntry, 'atMs' | 'after'>;

/** The entry as text; it has no comma and no ampersand. */
export function formatEntry(entry: ScriptEntry): string {
  const start = `${entry.do}@${formatMoment(entry)}:${entry.on}`;
  switch (entry.do) {
    case 'send':
      return entry.text === '' ? start : `${start}:${encodeText(entry.text)}`;
    case 'sleep':
      return `${start}${formatDuration(entry.forMs)}`;
    case 'drop':
      return `${start}:${entry.how}${formatDuration(entry.forMs)}`;
    default:
      return start;
  }
}

/** Reads one entry. That its surface exists and its time is within the horizon is for the scenario to say. */
export function parseEntry(part: string): Result<ScriptEntry, LinkProblem> {
  const refuse = (reason: string, remedy: string) => err({ part, reason, remedy });
  const [, word = '', moment = '', on = '', detail, duration] = SHAPE.exec(part) ?? [];
  if (word === '')
    return refuse('this is not an entry of a script', 'An entry looks like drop@1070:laptop:reset/3000.');
  const verb = VERBS.find((known) => known === word);
  if (verb === undefined) return refuse(`"${word}" is not a verb`, suggestWord(word, VERBS, 'Verbs'));
  const when = parseMoment(moment);
  if (when === null) return refuse(`"${moment}" is not a moment`, MOMENTS);
  const forMs = duration === undefined ? {} : { forMs: Number(duration) };
  if (forMs.forMs !== undefined && forMs.forMs > LIMITS.horizonMs) {
    return refuse(
      `${duration} ms is longer than the limit of ${LIMITS.horizonMs} (horizonMs)`,
      'Leave it away for "to the end".',
    );
  }
  if (detail !== undefined && verb !== 'send' && verb !== 'drop')
    return refuse(`${verb} takes no detail`, `Remove ":${detail}".`);
  if (duration !== undefined && verb !== 'sleep' && verb !== 'drop')
    return refuse(`${verb} takes no duration`, `Remove "/${duration}".`);
  switch (verb) {
    case 'send': {
      const text = decodeText(detail ?? '');
      if (text === null || text.length > LIMITS.answerCharacters)
        return refuse('its text cannot be decoded', 'Copy the link again.');
      return ok({ ...when, on, do: verb, text });
    }
    case 'drop': {
      const how = DROP_FORMS.find((form) => form === detail);
      if (how === undefined)
        return refuse(`"${detail ?? ''}" is not a way to drop`, suggestWord(detail ?? '', DROP_FORMS, 'Ways'));
      return ok({ ...when, on, do: verb, how, ...forMs });
    }
    case 'sleep':
      return ok({ ...when, on, do: verb, ...forMs });
    case 'open':
    case 'close':
    case 'stop':
    case 'refresh':
    case 'hide':
    case 'show':
      return ok({ ...when, on, do: verb });
    default:
      return assertNever(verb);
  }
}

const MOMENTS = `A moment is milliseconds up to ${LIMITS.horizonMs}, t15 for the 15th token, or after-run.started.`;

function formatMoment({ atMs, after }: Moment): string {
  if (after === undefined) {
    assert(atMs !== undefined, 'a script entry has neither a time nor a moment');
    return String(atMs);
  }
  return 'token' in after ? `t${after.token}` : `after-${after.event}`;
}

function parseMoment(text: string): Moment | null {
  if (/^\d{1,9}$/.test(text)) return Number(text) > LIMITS.horizonMs ? null : { atMs: Number(text) };
  if (/^t\d{1,9}$/.test(text)) {
    const token = Number(text.slice(1));
    return token < 1 || token > LIMITS.tokens ? null : { after: { token } };
  }
  const event = text.startsWith('after-') ? text.slice('after-'.length) : '';
  return EVENT_NAMES.includes(event) ? { after: { event } } : null;
}

function formatDuration(forMs: number | undefined): string {
  return forMs === undefined ? '' : `/${forMs}`;
}
