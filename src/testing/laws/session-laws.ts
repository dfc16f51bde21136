/** What holds where a session keeps the answer: epochs, effects, signs of life. */

import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { causesOf } from '../../protocol/causes.ts';
import { simulate } from '../../sim/simulate.ts';
import { buildScenario } from '../build-scenario.ts';
import { operationEntry, personEntry, stopEntry } from '../worlds/arbitrary-entries.ts';
import { anyPart, brokenLinksIn, peopleIn, worldOf } from '../worlds/arbitrary-world.ts';
import { law } from './law.ts';
import type { Law } from './law.ts';

const DURABLE = 'durable-session';
const MOST_BEAT_MS = 4_000;

/** What an agent writes under its epoch; the rest is written by people. */
const BY_AGENTS: ReadonlySet<string> = new Set(['run-start', 'output', 'step', 'approval-request', 'run-end']);

/** Processes die, stand still and are replaced, and another one takes over soon. */
const takeovers = worldOf({
  lanes: fc
    .integer({ min: 50, max: 2_000 })
    .map((leaseMs) => [{ lane: DURABLE, options: { recovery: 'adopt', fencing: true, leaseMs } }]),
  entry: fc.oneof({ weight: 3, arbitrary: operationEntry }, { weight: 1, arbitrary: personEntry }),
  part: anyPart,
});

/** Prompts wait for one another, for a process, and for a link. */
const lateStarts = worldOf({
  lanes: fc
    .constantFrom('concurrent', 'enqueue')
    .map((doubleTexting) => [{ lane: DURABLE, options: { doubleTexting } }]),
  entry: fc.oneof(stopEntry, operationEntry),
  part: anyPart,
});

export const SESSION_LAWS: readonly Law[] = [
  law({
    id: 'D4',
    title: 'in a durable lane no effect happens twice as long as no process dies',
    worlds: 200,
    cases: fc.record({ parts: peopleIn(DURABLE) }),
    check({ parts }) {
      for (const { events } of simulate(buildScenario(parts)).lanes) {
        const steps = events.flatMap((event) =>
          event.type === 'effect.applied' ? [`${event.turn}/${event.actor}/${event.step}`] : [],
        );
        deepEqual(steps, [...new Set(steps)]);
      }
    },
  }),
  law({
    id: 'D5',
    title: 'a fenced epoch writes nothing after the first record of its successor',
    worlds: 300,
    cases: fc.record({ parts: takeovers }),
    check({ parts }) {
      for (const { events } of simulate(buildScenario(parts)).lanes) {
        const newest = new Map<number, number>();
        for (const event of events) {
          if (event.type !== 'record.appended' || event.run === null || !BY_AGENTS.has(event.record)) continue;
          const epoch = newest.get(event.run) ?? 0;
          ok(
            event.epoch >= epoch,
            `e${event.id}: epoch ${event.epoch} of run ${event.run} writes after epoch ${epoch}`,
          );
          newest.set(event.run, event.epoch);
        }
      }
    },
  }),
  law({
    id: 'D7',
    title: 'in a durable lane every run comes of the prompt that it answers, however late it begins',
    worlds: 200,
    cases: fc.record({ parts: lateStarts }),
    check({ parts }) {
      for (const { events } of simulate(buildScenario(parts)).lanes) {
        for (const started of events) {
          if (started.type !== 'run.started') continue;
          const isAsked = causesOf(events, started.id).some(
            (cause) => cause.type === 'prompt.sent' && cause.turn === started.turn,
          );
          ok(isAsked, `e${started.id}: run ${started.run} for prompt ${started.turn} does not come of that prompt`);
        }
      }
    },
  }),
  law({
    id: 'D6',
    title: 'a proxy never takes a session for idle that gives signs of life more often than its limit',
    worlds: 150,
    cases: fc
      .record({
        parts: brokenLinksIn(DURABLE),
        heartbeatMs: fc.integer({ min: 500, max: MOST_BEAT_MS }),
        spareMs: fc.integer({ min: 1, max: 2_000 }),
      })
      .map(({ parts, heartbeatMs, spareMs }) => ({
        parts: {
          ...parts,
          lanes: [{ lane: DURABLE, options: { heartbeatMs } }],
          proxy: { idleTimeoutMs: heartbeatMs + spareMs },
          script: parts.script.filter((entry) => entry.do === 'open' || entry.do === 'send'),
        },
      })),
    check({ parts }) {
      for (const { events } of simulate(buildScenario(parts)).lanes) {
        const cut = events.find((event) => event.type === 'proxy.cut');
        ok(cut === undefined, `e${cut?.id}: the proxy cut a connection of ${cut?.surface} at ${cut?.atMs} ms`);
      }
    },
  }),
];
