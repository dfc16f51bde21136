/** An entry of a script as a list shows it: when, who, what. */

import { durationText, exactSeconds } from '../seconds.ts';
import type { ScriptEntry } from '../../scenario/schema.ts';
import { actorLabel } from '../actor-label.ts';

export interface EntryText {
  /** `1.600 s`, `after word 15`, `after run.ended` */
  readonly when: string;
  readonly who: string;
  /** `drop (reset), 3 s` */
  readonly what: string;
}

export function entryText(entry: ScriptEntry): EntryText {
  return { when: momentText(entry), who: actorLabel(entry.on), what: [...deedText(entry)].join(', ') };
}

function momentText({ atMs, after }: ScriptEntry): string {
  if (after === undefined) return `${exactSeconds(atMs ?? 0)} s`;
  return 'token' in after ? `after word ${after.token}` : `after ${after.event}`;
}

function* deedText(entry: ScriptEntry): Iterable<string> {
  yield entry.do === 'drop' ? `drop (${entry.how})` : entry.do.replaceAll('-', ' ');
  if ('text' in entry && entry.text !== '') yield `“${entry.text}”`;
  if ('forMs' in entry && entry.forMs !== undefined) yield durationText(entry.forMs);
  if ('untilBytes' in entry && entry.untilBytes !== undefined) yield `until ${entry.untilBytes} bytes`;
  if ('afterMs' in entry) yield `after ${durationText(entry.afterMs)} (${entry.cut})`;
  if ('latencyMs' in entry) yield durationText(entry.latencyMs);
}
