/**
 * A run as lines that people read: what happened, when, in which lane. Words come in batches, never
 * one by one, and what a person did to all lanes alike is one line.
 */

import { GUARANTEE_IDS, GUARANTEE_NAMES } from '../../protocol/guarantee.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { EventId, LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';
import type { Run } from '../../sim/run.ts';
import { narrateEvent } from '../narrate-event.ts';
import { WordBatches } from './word-batch.ts';
import type { WordBatch } from './word-batch.ts';

export interface LogLine {
  readonly key: string;
  /** When it happened; for a batch of words, when the first of them did. */
  readonly atMs: VirtualMs;
  /** Names of the lanes that it happened in, in their order. */
  readonly lanes: readonly string[];
  /** Where the line leads. */
  readonly lane: string;
  readonly event: EventId;
  readonly text: string;
  /** Words that came one after the other; `null` for every other line. */
  readonly batch: WordBatch | null;
  /** Told always; what is not is told to who asks for every step. */
  readonly isTelling: boolean;
  /** Something that a guarantee forbids. */
  readonly isHarm: boolean;
}

/** Every line of the run, in the order of time; at the same time in the order of lanes and events. */
export function narrationLog(run: Run): readonly LogLine[] {
  const lines = run.lanes.flatMap((lane) => [...laneLines(lane), ...brokenLines(run, lane)]);
  const ordered = lines.toSorted((a, b) => a.atMs - b.atMs);
  return joinLanes(ordered);
}

/** Which lines people want to see. */
export interface LogFilter {
  /** Names of lanes. */
  readonly lanes: ReadonlySet<string>;
  /** Every step, and not only what is telling. */
  readonly hasDetails: boolean;
}

export function filterLog(lines: readonly LogLine[], { lanes, hasDetails }: LogFilter): readonly LogLine[] {
  return lines.filter((line) => (hasDetails || line.isTelling) && line.lanes.some((lane) => lanes.has(lane)));
}

/** What a line says at `atMs`: a batch that is under way tells the words that came until then. */
export function lineText({ text, batch }: LogLine, atMs: VirtualMs): string {
  return batch === null ? text : batch.textUntil(atMs);
}

function laneLines(lane: LaneTrace): readonly LogLine[] {
  const lines: LogLine[] = [];
  const batches = new WordBatches();
  for (const event of lane.events) {
    const joined = batches.take(event);
    if (joined === 'joined') continue;
    const isTelling = isTold(event);
    // Words before it and words after it are two lines, so that the order of lines is what happened.
    if (joined === null && isTelling) batches.close();
    lines.push({
      key: `${lane.name} ${event.id}`,
      atMs: event.atMs,
      lanes: [lane.name],
      lane: lane.name,
      event: event.id,
      text: narrateEvent(event),
      batch: joined,
      isTelling,
      isHarm: event.type === 'tokens.lost' || event.type === 'run.stalled' || event.type === 'write.usurped',
    });
  }
  return lines;
}

function brokenLines({ report }: Run, { name }: LaneTrace): readonly LogLine[] {
  const guarantees = report.lanes[name]?.guarantees;
  if (guarantees === undefined) return [];
  return GUARANTEE_IDS.flatMap((id) => {
    const verdict = guarantees[id];
    if (verdict.held) return [];
    return [
      {
        key: `${name} ${id}`,
        atMs: verdict.atMs,
        lanes: [name],
        lane: name,
        event: Number(verdict.event.slice(1)),
        text: `${id} ${GUARANTEE_NAMES[id]} is broken`,
        batch: null,
        isTelling: true,
        isHarm: true,
      },
    ];
  });
}

/** What people and the network do to every lane is told once. */
function joinLanes(lines: readonly LogLine[]): readonly LogLine[] {
  const joined: LogLine[] = [];
  /** Places in `joined` of the lines of this moment. */
  let sameMoment = new Map<string, number>();
  let atMs = -1;
  for (const line of lines) {
    if (line.atMs !== atMs) sameMoment = new Map();
    atMs = line.atMs;
    const at = line.batch === null ? sameMoment.get(line.text) : undefined;
    const known = at === undefined ? undefined : joined[at];
    if (at === undefined || known === undefined || known.lanes.includes(line.lane)) {
      sameMoment.set(line.text, joined.length);
      joined.push(line);
    } else joined[at] = { ...known, lanes: [...known.lanes, line.lane] };
  }
  return joined;
}

function isTold(event: TraceEvent): boolean {
  switch (event.type) {
    case 'message.sent':
    case 'message.delivered':
    case 'connection.opening':
    case 'connection.opened':
    case 'record.appended':
    case 'stream-id.saved':
    case 'run.learned':
    case 'presence.changed':
    case 'presence.learned':
    case 'approval.shown':
    case 'steer.arrived':
    case 'approval.arrived':
    case 'state.entered':
      return false;
    case 'connection.closed':
      return event.how === 'failed';
    default:
      return true;
  }
}
