/**
 * A script entry as people can read it in a link:
 *
 *     verb@moment:surface[:detail][/duration]
 *
 * `drop@1070:laptop:reset/3000`, `send@100:laptop:How%20much`, `sleep@1000:laptop/2000`,
 * `open@0:laptop`, `crash@900:agent/3000`, `buffer@0:proxy:4096/2000`, `idle-timeout@0:proxy:60000-reset`,
 * `latency@500:network:120`; a moment is milliseconds, `t15` (after the 15th token was made) or
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
  'retry',
  'steer',
  'approve',
  'reject',
  'join',
  'crash',
  'deploy',
  'outage',
  'buffer',
  'idle-timeout',
  'duration-cap',
  'latency',
] as const satisfies readonly Verb[];
const WITH_DETAIL: readonly Verb[] = ['send', 'steer', 'drop', 'buffer', 'idle-timeout', 'duration-cap', 'latency'];
const WITH_DURATION: readonly Verb[] = ['sleep', 'drop', 'crash', 'deploy', 'outage', 'buffer'];
const CUTS = ['reset', 'close', 'error-page'] as const;
const SHAPE = /^([a-z-]+)@([^:/]+):([a-z0-9-]+)(?::([^:/]*))?(?:\/(\d+))?$/;

type Moment = Pick<ScriptEntry, 'atMs' | 'after'>;

/** The entry as text; it has no comma and no ampersand. */
export function formatEntry(entry: ScriptEntry): string {
  const start = `${entry.do}@${formatMoment(entry)}:${entry.on}`;
  switch (entry.do) {
    case 'send':
    case 'steer':
      return entry.text === '' ? start : `${start}:${encodeText(entry.text)}`;
    case 'sleep':
    case 'crash':
    case 'outage':
    case 'deploy':
      return `${start}${formatDuration(entry.forMs)}`;
    case 'buffer':
      return `${start}${entry.untilBytes === undefined ? '' : `:${entry.untilBytes}`}${formatDuration(entry.forMs)}`;
    case 'idle-timeout':
    case 'duration-cap':
      return `${start}:${entry.afterMs}-${entry.cut}`;
    case 'latency':
      return `${start}:${entry.latencyMs}`;
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
  if (detail !== undefined && !WITH_DETAIL.includes(verb))
    return refuse(`${verb} takes no detail`, `Remove ":${detail}".`);
  if (duration !== undefined && !WITH_DURATION.includes(verb))
    return refuse(`${verb} takes no duration`, `Remove "/${duration}".`);
  switch (verb) {
    case 'send':
    case 'steer': {
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
    case 'crash':
    case 'outage':
      return ok({ ...when, on, do: verb, ...forMs });
    case 'deploy':
      return ok({ ...when, on, do: verb, forMs: forMs.forMs ?? 0 });
    case 'buffer': {
      const untilBytes = detail === undefined ? null : parseCount(detail, 1, 10_000_000);
      if (detail !== undefined && untilBytes === null)
        return refuse(`"${detail}" is not a number of bytes`, 'For example: buffer@0:proxy:4096/2000.');
      return ok({ ...when, on, do: verb, ...forMs, ...(untilBytes === null ? {} : { untilBytes }) });
    }
    case 'idle-timeout':
    case 'duration-cap': {
      const [limit = '', cut = ''] = (detail ?? '').split(/-(.*)/s);
      const afterMs = parseCount(limit, 1, LIMITS.horizonMs);
      const how = CUTS.find((known) => known === cut);
      if (afterMs === null || how === undefined)
        return refuse(`"${detail ?? ''}" is not a limit and a way to end`, `For example: ${verb}@0:proxy:60000-reset.`);
      return ok({ ...when, on, do: verb, afterMs, cut: how });
    }
    case 'latency': {
      const latencyMs = parseCount(detail ?? '', 0, LIMITS.latencyMs);
      if (latencyMs === null)
        return refuse(
          `"${detail ?? ''}" is not a latency`,
          `A whole number of milliseconds up to ${LIMITS.latencyMs}.`,
        );
      return ok({ ...when, on, do: verb, latencyMs });
    }
    case 'retry':
    case 'approve':
    case 'reject':
    case 'join':
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

function parseCount(text: string, least: number, most: number): number | null {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  return count >= least && count <= most ? count : null;
}

function formatDuration(forMs: number | undefined): string {
  return forMs === undefined ? '' : `/${forMs}`;
}
