/** The flags on the shared track: one for each entry of the script, in the row of people or of the network. */

import { assertNever } from '../../base/assert.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { ScriptEntry } from '../../scenario/schema.ts';
import type { Run } from '../../sim/run.ts';
import { actorLabel } from '../actor-label.ts';
import { durationText, roundSeconds } from '../seconds.ts';

export const FLAG_ROWS = ['people', 'network'] as const;
export type FlagRow = (typeof FLAG_ROWS)[number];

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
}

/** Flags in the order of the script; an entry whose moment never came in any lane has none. */
export function flagsOf(run: Run): readonly Flag[] {
  const traced = readTraces(run);
  return run.scenario.script.flatMap((entry, index) => {
    const atMs = entry.atMs ?? traced.get(index)?.atMs ?? null;
    if (atMs === null) return [];
    return [flagOf(entry, index, atMs, traced.get(index)?.ignored ?? null)];
  });
}

/** What a flag says when its entry stood at `atMs` and lasted until `untilMs`: for a drag that the run has not followed yet. */
export function flagMovedTo(flag: Flag, entry: ScriptEntry, atMs: VirtualMs, forMs: VirtualMs | null): Flag {
  const { after: _, ...rest } = entry;
  const moved =
    (rest.do === 'drop' || rest.do === 'sleep') && forMs !== null ? { ...rest, atMs, forMs } : { ...rest, atMs };
  return flagOf(moved, flag.index, atMs, flag.ignored);
}

function flagOf(entry: ScriptEntry, index: number, atMs: VirtualMs, ignored: string | null): Flag {
  const forMs = 'forMs' in entry ? (entry.forMs ?? null) : null;
  const lasting = forMs === null ? '' : `, ${durationText(forMs)}`;
  const how = entry.do === 'drop' ? ` ${entry.how}` : '';
  const spokenFor = forMs === null ? '' : `, for ${durationText(forMs)}`;
  const canLast = ['drop', 'sleep', 'crash', 'outage', 'buffer'].includes(entry.do);
  return {
    index,
    row: rowOf(entry.do),
    verb: entry.do,
    label: `${entry.do}${lasting}`,
    // A break says what it looks like from the surface: that is what its lanes differ by.
    who: entry.on.replaceAll('-', ' ') + (entry.do === 'drop' ? `, ${entry.how}` : ''),
    atMs,
    untilMs: forMs !== null ? atMs + forMs : canLast ? 'for good' : null,
    isMovable: entry.atMs !== undefined,
    spoken: `${entry.do}${how} on ${actorLabel(entry.on).toLowerCase()} at ${roundSeconds(atMs)} seconds${spokenFor}`,
    ignored,
  };
}

/** The row that an entry's flag stands in. */
function rowOf(verb: ScriptEntry['do']): FlagRow {
  switch (verb) {
    case 'drop':
    case 'crash':
    case 'deploy':
    case 'outage':
    case 'buffer':
    case 'idle-timeout':
    case 'duration-cap':
    case 'latency':
      return 'network';
    case 'open':
    case 'close':
    case 'send':
    case 'stop':
    case 'refresh':
    case 'hide':
    case 'show':
    case 'sleep':
    case 'retry':
    case 'steer':
    case 'approve':
    case 'reject':
    case 'join':
      return 'people';
    default:
      return assertNever(verb);
  }
}

interface Traced {
  readonly atMs: VirtualMs;
  readonly ignored: string | null;
}

/** The first event of each entry, and why a lane ignored it if one did. */
function readTraces(run: Run): ReadonlyMap<number, Traced> {
  const traced = new Map<number, Traced>();
  for (const lane of run.lanes) {
    for (const event of lane.events) {
      if (!('scriptIndex' in event)) continue;
      const ignored = event.type === 'action.ignored' ? event.reason : null;
      const known = traced.get(event.scriptIndex);
      if (known === undefined) traced.set(event.scriptIndex, { atMs: event.atMs, ignored });
      else if (known.ignored === null && ignored !== null) traced.set(event.scriptIndex, { ...known, ignored });
    }
  }
  return traced;
}
