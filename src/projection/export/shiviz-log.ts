/**
 * The trace as a log for ShiViz, which draws who could know what. The first line is the expression that
 * ShiViz parses the log with, the second the one that tells lanes apart; ShiViz reads both from a file.
 * Two lines an event: when, who and the vector clock; then what happened.
 */

import type { LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';
import type { Run } from '../../sim/run.ts';
import { laneTitle } from '../moments.ts';
import { narrateEvent } from '../narrate-event.ts';
import { vectorClocks } from './vector-clocks.ts';

const PARSER = '(?<ms>\\d+) (?<host>\\S+) (?<clock>\\{.*\\})\\n(?<event>.*)';
const DELIMITER = '^=== (?<trace>.*) ===$';

export function shivizLog({ lanes }: Run): string {
  return [PARSER, DELIMITER, ...lanes.flatMap(laneLines), ''].join('\n');
}

function laneLines(lane: LaneTrace): readonly string[] {
  const clocks = vectorClocks(lane);
  const lines = lane.events.flatMap((event, index) => [
    `${event.atMs} ${event.actor} ${JSON.stringify(Object.fromEntries(clocks[index] ?? []))}`,
    eventLine(event),
  ]);
  return [`=== ${laneTitle(lane)} (${lane.name}) ===`, ...lines];
}

/** Begins with the event's id, so that no text of a scenario can look like another line of the log. */
function eventLine(event: TraceEvent): string {
  return `e${event.id} ${event.type}: ${narrateEvent(event)}`.replaceAll(/\s+/gu, ' ').trimEnd();
}
