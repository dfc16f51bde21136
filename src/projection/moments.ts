/** The moments of a run that one can step to. */

import type { VirtualMs } from '../protocol/time.ts';
import type { LaneTrace, TraceEvent } from '../protocol/trace-event.ts';
import type { Run } from '../sim/run.ts';
import { narrateEvent } from './narrate-event.ts';
import { factsAt } from './stage/sorted-times.ts';

export interface Moments {
  /** When anything visible happens in any lane; ascending, each time once. */
  readonly eventsAtMs: readonly VirtualMs[];
  /** When people or the network act, and when a guarantee breaks or a run ends; ascending, each time once. */
  readonly markersAtMs: readonly VirtualMs[];
}

export function momentsOf(run: Run): Moments {
  const events = new Set<VirtualMs>();
  const markers = new Set<VirtualMs>();
  for (const lane of run.lanes) {
    for (const event of lane.events) {
      if (isVisible(event)) events.add(event.atMs);
      if (isMarker(event)) markers.add(event.atMs);
    }
    for (const verdict of Object.values(run.report.lanes[lane.name]?.guarantees ?? {})) {
      if (!verdict.held) markers.add(verdict.atMs);
    }
  }
  for (const atMs of markers) events.add(atMs);
  const ascending = (times: Set<VirtualMs>) => [...times].toSorted((a, b) => a - b);
  return { eventsAtMs: ascending(events), markersAtMs: ascending(markers) };
}

/** What happens at exactly `atMs`, lane by lane, the gravest first; at most `most` sentences. */
export function sayMoment(run: Run, atMs: VirtualMs, most: number): readonly string[] {
  const said = new Map<string, string[]>();
  for (const weight of [isMarker, isVisible]) {
    for (const lane of run.lanes) {
      for (const event of factsAt(lane.events, atMs)) {
        if (!weight(event)) continue;
        const sentence = narrateEvent(event);
        const lanes = said.get(sentence) ?? [];
        const title = laneTitle(lane);
        if (!lanes.includes(title)) lanes.push(title);
        said.set(sentence, lanes);
      }
    }
  }
  return [...said]
    .slice(0, most)
    .map(([sentence, lanes]) => (lanes.length === run.lanes.length ? sentence : `${lanes.join(', ')}: ${sentence}`));
}

/** The name of a lane on the page: its architecture's title, or what the scenario calls it. */
export function laneTitle({ name, lane, title }: Pick<LaneTrace, 'name' | 'lane' | 'title'>): string {
  return name === lane ? title : name.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());
}

function isMarker(event: TraceEvent): boolean {
  return event.type === 'fault.ended' || event.type === 'run.ended' || 'scriptIndex' in event;
}

function isVisible(event: TraceEvent): boolean {
  switch (event.type) {
    case 'token.generated':
    case 'tokens.shown':
    case 'tokens.lost':
    case 'status.changed':
    case 'run.started':
    case 'run.aborting':
    case 'run.stalled':
    case 'stop.arrived':
    case 'connection.closed':
    case 'connection.noticed':
    case 'history.saved':
    case 'record.appended':
      return true;
    default:
      return false;
  }
}
