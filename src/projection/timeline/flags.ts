/** The flags on the shared track: one for each entry of the script, in the row of what it concerns. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { ScriptEntry } from '../../scenario/schema.ts';
import type { Run } from '../../sim/run.ts';
import { actorLabel } from '../actor-label.ts';
import { durationText, roundSeconds } from '../seconds.ts';
import { agentNames, rowOf, verbFact } from './verb-list.ts';
import type { FlagRow } from './verb-list.ts';

export interface Flag {
  readonly index: number;
  readonly row: FlagRow;
  readonly verb: ScriptEntry['do'];
  /** `drop, 3 s` */
  readonly label: string;
  readonly who: string;
  /** When it happened; for an entry that waits for an event, in the first lane where that came. */
  readonly atMs: VirtualMs;
  /** Until when a drop or a sleep lasts: a moment, `for good`, or `null` for what has no duration. */
  readonly untilMs: VirtualMs | 'for good' | null;
  /** Entries with a clock time can be moved; those that wait for an event cannot. */
  readonly isMovable: boolean;
  /** For those who hear it: `drop reset on laptop at 1.60 seconds, for 3 s` */
  readonly spoken: string;
  /** Why nothing came of it, in the first lane that ignored it; `null` when every lane took it. */
  readonly ignored: string | null;
  /** The lanes in which nothing came of it. */
  readonly ignoredIn: readonly string[];
}

/** Flags in the order of the script; an entry whose moment never came in any lane has none. */
export function flagsOf(run: Run): readonly Flag[] {
  const traced = readTraces(run);
  return run.scenario.script.flatMap((entry, index) => {
    const atMs = entry.atMs ?? traced.get(index)?.atMs ?? null;
    if (atMs === null) return [];
    const row = rowOf(entry, agentNames(run.scenario));
    const { ignored = null, ignoredIn = [] } = traced.get(index) ?? {};
    return [flagOf(entry, atMs, { index, row, ignored, ignoredIn })];
  });
}

/** What a flag says when its entry stood at `atMs` and lasted until `untilMs`: for a drag that the run has not followed yet. */
export function flagMovedTo(flag: Flag, entry: ScriptEntry, atMs: VirtualMs, forMs: VirtualMs | null): Flag {
  const { after: _, ...rest } = entry;
  // Only what lasts has a length, as the table of verbs says.
  const moved = (forMs === null ? { ...rest, atMs } : { ...rest, atMs, forMs }) as ScriptEntry;
  return flagOf(moved, atMs, flag);
}

function flagOf(
  entry: ScriptEntry,
  atMs: VirtualMs,
  { index, row, ignored, ignoredIn }: Pick<Flag, 'index' | 'row' | 'ignored' | 'ignoredIn'>,
): Flag {
  const { name, fields } = verbFact(entry.do);
  const forMs = 'forMs' in entry ? (entry.forMs ?? null) : null;
  const lasting = forMs === null ? '' : `, ${durationText(forMs)}`;
  const how = entry.do === 'drop' ? ` ${entry.how}` : '';
  const spokenFor = forMs === null ? '' : `, for ${durationText(forMs)}`;
  return {
    index,
    row,
    verb: entry.do,
    label: `${name}${lasting}`,
    // A break says what it looks like from the surface: that is what its lanes differ by.
    who: entry.on.replaceAll('-', ' ') + (entry.do === 'drop' ? `, ${entry.how}` : ''),
    atMs,
    untilMs: forMs !== null ? atMs + forMs : fields.includes('forMs') ? 'for good' : null,
    isMovable: entry.atMs !== undefined,
    spoken: `${name}${how} on ${actorLabel(entry.on).toLowerCase()} at ${roundSeconds(atMs)} seconds${spokenFor}`,
    ignored,
    ignoredIn,
  };
}

interface Traced {
  readonly atMs: VirtualMs;
  readonly ignored: string | null;
  readonly ignoredIn: readonly string[];
}

/** The first event of each entry, and why lanes ignored it if any did. */
function readTraces(run: Run): ReadonlyMap<number, Traced> {
  const traced = new Map<number, Traced>();
  for (const { name, events } of run.lanes) {
    for (const event of events) {
      if (!('scriptIndex' in event)) continue;
      const known = traced.get(event.scriptIndex) ?? { atMs: event.atMs, ignored: null, ignoredIn: [] };
      if (event.type !== 'action.ignored') traced.set(event.scriptIndex, known);
      else {
        const { ignored, ignoredIn } = known;
        traced.set(event.scriptIndex, { ...known, ignored: ignored ?? event.reason, ignoredIn: [...ignoredIn, name] });
      }
    }
  }
  return traced;
}
