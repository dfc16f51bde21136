/** What holds for the trace of any lane in any world. */

import { equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { LaneTrace, TraceEvent, TraceEventType } from '../../protocol/trace-event.ts';
import { causesOf } from '../../protocol/causes.ts';
import { simulate } from '../../sim/simulate.ts';
import { buildScenario } from '../build-scenario.ts';
import { anyWorld } from '../worlds/arbitrary-world.ts';
import { law } from './law.ts';
import type { Law } from './law.ts';

/** What may happen without a cause: what people, the network, operations and the start do. */
const BEGINNINGS: ReadonlySet<TraceEventType> = new Set([
  'state.entered',
  'surface.opened',
  'surface.closed',
  'surface.refreshed',
  'surface.hidden',
  'surface.shown',
  'surface.slept',
  'prompt.sent',
  'stop.pressed',
  'retry.pressed',
  'steer.sent',
  'approval.given',
  'person.joined',
  'action.ignored',
  'fault.began',
  'process.crashed',
  'process.deployed',
  'process.paused',
  'outage.began',
  'proxy.set',
  'latency.set',
]);

const nameOf = (event: TraceEvent): string => `e${event.id} ${event.type} of ${event.actor} at ${event.atMs} ms`;

function traceLaw(id: string, title: string, check: (trace: LaneTrace) => void): Law {
  return law({
    id,
    title,
    worlds: 100,
    cases: fc.record({ parts: anyWorld }),
    check({ parts }) {
      for (const trace of simulate(buildScenario(parts)).lanes) check(trace);
    },
  });
}

export const TRACE_LAWS: readonly Law[] = [
  traceLaw('T1', 'time never goes back, and every event comes after its cause', ({ events }) => {
    events.forEach((event, index) => {
      equal(event.id, index);
      ok(event.atMs >= (events[index - 1]?.atMs ?? 0), `${nameOf(event)} goes back in time`);
      ok(event.causedBy === null || event.causedBy < event.id, `${nameOf(event)} comes before its cause`);
    });
  }),
  traceLaw('T2', 'every chain of causes ends in a person, the network, an operation or the start', ({ events }) => {
    for (const event of events) {
      if (event.causedBy !== null) continue;
      ok(BEGINNINGS.has(event.type), `${nameOf(event)} has no cause`);
      ok(event.type !== 'state.entered' || event.atMs === 0, `${nameOf(event)} has no cause`);
    }
  }),
  traceLaw('T3', 'no surface shows a token that has not been made', ({ events }) => {
    const made = new Map<number, number>();
    for (const event of events) {
      if (event.type === 'token.generated') made.set(event.run, Math.max(event.token, made.get(event.run) ?? 0));
      if (event.type !== 'tokens.shown') continue;
      ok(event.from <= event.to, `${nameOf(event)} shows nothing`);
      ok(event.to <= (made.get(event.run) ?? 0), `${nameOf(event)} shows token ${event.to} before it is made`);
    }
  }),
  traceLaw('T4', 'nothing appears on a surface that is closed or frozen', ({ events }) => {
    const away = new Set<string>();
    for (const event of events) {
      if (event.type === 'surface.closed' || event.type === 'surface.slept') away.add(event.actor);
      if (event.type === 'surface.opened' || event.type === 'surface.woke') away.delete(event.actor);
      const isSeen = event.type === 'tokens.shown' || event.type === 'run.learned' || event.type === 'approval.shown';
      ok(!isSeen || !away.has(event.actor), `${nameOf(event)}, which is away`);
    }
  }),
  traceLaw('T5', 'a message arrives or is lost once at most, and none that was not sent', ({ events }) => {
    const underWay = new Set<number>();
    for (const event of events) {
      if (event.type === 'message.sent') {
        ok(!underWay.has(event.message), `${nameOf(event)} is sent twice`);
        underWay.add(event.message);
      } else if (event.type === 'message.delivered' || event.type === 'message.lost') {
        ok(underWay.delete(event.message), `${nameOf(event)} ends message ${event.message}, which is not under way`);
      }
    }
  }),
  traceLaw('T6', 'a run ends once, and without a successor makes no token after that', ({ events }) => {
    const ended = new Set<number>();
    const adopted = new Set<number>();
    const last = new Map<number, number>();
    for (const event of events) {
      if (event.type === 'run.adopted') {
        ended.delete(event.run);
        adopted.add(event.run);
      } else if (event.type === 'run.ended') {
        ok(!ended.has(event.run), `${nameOf(event)} ends a run again`);
        ended.add(event.run);
      } else if (event.type === 'token.generated' && !adopted.has(event.run)) {
        ok(!ended.has(event.run), `${nameOf(event)} comes after the end of its run`);
        equal(event.token, (last.get(event.run) ?? 0) + 1, `${nameOf(event)} is out of turn`);
        last.set(event.run, event.token);
      }
    }
  }),
  traceLaw('T7', 'the offsets of a log are 0, 1, 2 and so on', ({ events }) => {
    const offsets = events.flatMap((event) => (event.type === 'record.appended' ? [event.offset] : []));
    ok(
      offsets.every((offset, index) => offset === index),
      `the offsets are ${offsets.join(' ')}`,
    );
  }),
  traceLaw('T8', 'a page is told that a run began or ended only after it did', ({ events }) => {
    const begun = new Set<number>();
    const over = new Set<number>();
    for (const event of events) {
      if (event.type === 'run.started') begun.add(event.run);
      else if (event.type === 'run.ended') over.add(event.run);
      else if (event.type === 'run.learned') {
        ok(begun.has(event.run), `${nameOf(event)} tells of a run that has not begun`);
        ok(event.what === 'began' || over.has(event.run), `${nameOf(event)} tells of an end that has not come`);
      }
    }
  }),
  traceLaw('T9', 'the cause of a stop, a steer or an answer that arrives is somebody who sent it', ({ events }) => {
    const SENT = {
      'stop.arrived': 'stop.pressed',
      'steer.arrived': 'steer.sent',
      'approval.arrived': 'approval.given',
    };
    for (const event of events) {
      if (event.type !== 'stop.arrived' && event.type !== 'steer.arrived' && event.type !== 'approval.arrived')
        continue;
      const sent = SENT[event.type];
      ok(
        causesOf(events, event.id).some((cause) => cause.type === sent),
        `${nameOf(event)} comes of nothing that anybody sent`,
      );
    }
  }),
];
