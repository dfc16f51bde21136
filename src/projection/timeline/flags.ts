/** The flags on the shared track: one for each entry of the script, in the row of people or of the network. */

import { assertNever } from '../../base/assert.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { ScriptEntry } from '../../scenario/schema.ts';
import type { Run } from '../../sim/run.ts';
import { actorLabel } from '../actor-label.ts';
import { durationText, roundSeconds } from '../seconds.ts';

export type FlagRow = 'people' | 'network';

export interface Flag {
  readonly index: number;
  readonly row: FlagRow;
  readonly verb: ScriptEntry['do'];
  /** `drop, 3 s` */
  readonly label: string;
  readonly who: string;
  /** When it happened; for an entry that waits for an event, in the first lane where that came. */
  readonly atMs: VirtualMs;
  readonly forMs: VirtualMs | null;
  /** Entries with a clock time can be moved; those that wait for an event cannot. */
  readonly isMovable: boolean;
  /** For those who hear it: `drop, reset, on laptop at 1.60 seconds for 3 s` */
  readonly spoken: string;
}

export function flagsOf(run: Run): readonly Flag[] {
  return run.scenario.script.flatMap((entry, index) => {
    const atMs = entry.atMs ?? happenedAtMs(run, index);
    if (atMs === null) return [];
    const forMs = 'forMs' in entry ? (entry.forMs ?? null) : null;
    const lasting = forMs === null ? '' : `, ${durationText(forMs)}`;
    const how = entry.do === 'drop' ? `, ${entry.how}` : '';
    const spokenFor = forMs === null ? '' : ` for ${durationText(forMs)}`;
    return [
      {
        index,
        row: rowOf(entry),
        verb: entry.do,
        label: `${entry.do}${lasting}`,
        who: actorLabel(entry.on),
        atMs,
        forMs,
        isMovable: entry.atMs !== undefined,
        spoken: `${entry.do}${how}, on ${entry.on} at ${roundSeconds(atMs)} seconds${spokenFor}`,
      },
    ];
  });
}

/** Gives each flag of one row the first line on which it does not cover the one before; widths in pixels. */
export function stackFlags(xs: readonly number[], widths: readonly number[], most: number): readonly number[] {
  const ends: number[] = [];
  return xs.map((x, at) => {
    const free = ends.findIndex((end) => end <= x);
    const line = free >= 0 ? free : ends.length < most ? ends.length : most - 1;
    ends[line] = x + (widths[at] ?? 0);
    return line;
  });
}

function rowOf(entry: ScriptEntry): FlagRow {
  switch (entry.do) {
    case 'drop':
      return 'network';
    case 'open':
    case 'close':
    case 'send':
    case 'stop':
    case 'refresh':
    case 'hide':
    case 'show':
    case 'sleep':
      return 'people';
    default:
      return assertNever(entry);
  }
}

function happenedAtMs(run: Run, index: number): VirtualMs | null {
  for (const { events } of run.lanes) {
    const event = events.find((other) => 'scriptIndex' in other && other.scriptIndex === index);
    if (event !== undefined) return event.atMs;
  }
  return null;
}
