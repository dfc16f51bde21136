/** What holds for any world because of how time, chance and order are kept. */

import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import type { TraceEvent } from '../../protocol/trace-event.ts';
import { judgeLane } from '../../sim/oracle/judge-lane.ts';
import { simulate } from '../../sim/simulate.ts';
import { TIE_ORDER } from '../../sim/kernel/tie-order.ts';
import { advanceTo, runWorld, startWorld, traceOf } from '../../sim/world.ts';
import { buildScenario } from '../build-scenario.ts';
import { HORIZON_MS, anyWorld, brokenLinksIn } from '../worlds/arbitrary-world.ts';
import { expectSameFacts } from './expect-same-facts.ts';
import { law } from './law.ts';
import type { Law } from './law.ts';

/** What a lane's trace says, without the places of its events: those change with what else is recorded. */
function factsOf(events: readonly TraceEvent[], leaves: (event: TraceEvent) => boolean): readonly object[] {
  return events.filter((event) => !leaves(event)).map(({ id: _id, causedBy: _by, ...fact }) => fact);
}

/** The machines of the surfaces begin in the order of registration, all at time 0 and before anything else. */
const isBeginning = (event: TraceEvent): boolean => event.causedBy === null && event.type === 'state.entered';

export const KERNEL_LAWS: readonly Law[] = [
  law({
    id: 'K1',
    title: 'any cutting of a span gives the same trace',
    worlds: 150,
    cases: fc.record({ parts: anyWorld, cuts: fc.array(fc.nat(HORIZON_MS), { maxLength: 6 }) }),
    check({ parts, cuts }) {
      const scenario = buildScenario(parts);
      for (const lane of scenario.lanes) {
        const whole = traceOf(runWorld(scenario, lane));
        let world = startWorld(scenario, lane);
        for (const cut of [...cuts.toSorted((a, b) => a - b), scenario.horizonMs]) world = advanceTo(world, cut);
        expectSameFacts(traceOf(world), whole);
      }
    },
  }),
  law({
    id: 'K2',
    title: 'continuing a kept world twice gives the same future, and leaves the kept world as it was',
    worlds: 150,
    cases: fc.record({ parts: anyWorld, keptAtMs: fc.nat(20_000) }),
    check({ parts, keptAtMs }) {
      const scenario = buildScenario(parts);
      for (const lane of scenario.lanes) {
        const kept = advanceTo(startWorld(scenario, lane), keptAtMs);
        const before = traceOf(kept).length;
        const once = traceOf(advanceTo(kept, scenario.horizonMs));
        const twice = traceOf(advanceTo(kept, scenario.horizonMs));
        expectSameFacts(twice, once);
        equal(traceOf(kept).length, before);
      }
    },
  }),
  law({
    id: 'K3',
    title: 'the same scenario and seed give the same digest',
    worlds: 150,
    cases: fc.record({ parts: anyWorld }),
    check({ parts }) {
      equal(simulate(buildScenario(parts)).report.digest, simulate(buildScenario(parts)).report.digest);
    },
  }),
  law({
    id: 'K4',
    title: 'the order in which surfaces and lanes are registered changes no lane',
    worlds: 150,
    cases: fc.record({ parts: anyWorld }),
    check({ parts }) {
      const scenario = buildScenario(parts);
      const turned = { ...scenario, surfaces: scenario.surfaces.toReversed(), lanes: scenario.lanes.toReversed() };
      const other = simulate(turned);
      for (const { name, events } of simulate(scenario).lanes) {
        const twin = other.lanes.find((lane) => lane.name === name);
        expectSameFacts(factsOf(twin?.events ?? [], isBeginning), factsOf(events, isBeginning));
      }
    },
  }),
  law({
    id: 'K5',
    title: 'a surface that does nothing changes no other',
    worlds: 150,
    cases: fc.record({ parts: anyWorld, kind: fc.constantFrom('tab', 'device') }),
    check({ parts, kind }) {
      const isIdle = (event: TraceEvent): boolean => event.actor === 'idle';
      const alone = simulate(buildScenario(parts));
      const more = simulate(buildScenario({ ...parts, surfaces: { ...parts.surfaces, idle: { kind } } }));
      for (const { name, events } of alone.lanes) {
        const twin = more.lanes.find((lane) => lane.name === name);
        expectSameFacts(factsOf(twin?.events ?? [], isIdle), factsOf(events, isIdle));
        const { idle: _idle, ...others } = more.report.lanes[name]?.surfaces ?? {};
        deepEqual(others, alone.report.lanes[name]?.surfaces);
      }
    },
  }),
  law({
    id: 'K6',
    title: 'under any order of ties the durable lane still shows every token once',
    worlds: 150,
    cases: fc.record({
      parts: brokenLinksIn('durable-session'),
      ties: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
    }),
    check({ parts, ties: [fault = 0, delivery = 1, timer = 2, person = 3] }) {
      const scenario = buildScenario(parts);
      for (const lane of scenario.lanes) {
        const world = startWorld(scenario, lane, { ...TIE_ORDER, fault, delivery, timer, person });
        const events = traceOf(advanceTo(world, scenario.horizonMs));
        const { guarantees } = judgeLane(scenario, { ...lane, events });
        const { G1, G2, G3 } = guarantees;
        deepEqual({ G1, G2, G3 }, { G1: { held: true }, G2: { held: true }, G3: { held: true } });
      }
    },
  }),
];
