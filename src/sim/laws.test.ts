/**
 * Laws over random worlds. A failure prints the seed and path of fast-check and the shrunk
 * scenario, which `npm run simulate` takes as a file.
 */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyWorld, brokenLinks } from '../testing/arbitrary-scenario.ts';
import { buildScenario } from '../testing/build-scenario.ts';
import { TIE_ORDER } from './kernel/tie-order.ts';
import type { TieOrder } from './kernel/tie-order.ts';
import { judgeLane } from './oracle/judge-lane.ts';
import { simulate } from './simulate.ts';
import { advanceTo, startWorld, traceOf } from './world.ts';

/** Another seed asks other questions: `LAW_SEED=1 npx vitest run src/sim/laws.test.ts`. */
const seed = Number(process.env['LAW_SEED'] ?? 4711);
const RUNS = { numRuns: 120, seed };

const replay = (parts: object): string =>
  `npm run simulate -- FILE, with FILE holding: ${JSON.stringify({ version: 1, id: 'replay', title: 'Replay', ...parts })}`;

describe('laws over random worlds', () => {
  test('[K1] any cutting of a span gives the same trace', () => {
    fc.assert(
      fc.property(anyWorld, fc.array(fc.nat(60_000), { maxLength: 6 }), (parts, cuts) => {
        const scenario = buildScenario(parts);
        for (const lane of scenario.lanes) {
          const whole = traceOf(advanceTo(startWorld(scenario, lane), scenario.horizonMs));
          let world = startWorld(scenario, lane);
          for (const cut of [...cuts.toSorted((a, b) => a - b), scenario.horizonMs]) world = advanceTo(world, cut);
          expect(traceOf(world), replay(parts)).toEqual(whole);
        }
      }),
      RUNS,
    );
  });

  test('[K2] continuing a kept world twice gives the same future, and leaves the kept world as it was', () => {
    fc.assert(
      fc.property(anyWorld, fc.nat(14_000), (parts, keptAtMs) => {
        const scenario = buildScenario(parts);
        for (const lane of scenario.lanes) {
          const kept = advanceTo(startWorld(scenario, lane), keptAtMs);
          const before = traceOf(kept).length;
          const once = traceOf(advanceTo(kept, scenario.horizonMs));
          const twice = traceOf(advanceTo(kept, scenario.horizonMs));
          expect(twice, replay(parts)).toEqual(once);
          expect(traceOf(kept)).toHaveLength(before);
        }
      }),
      RUNS,
    );
  });

  test('[K3] the same scenario and seed give the same digest', () => {
    fc.assert(
      fc.property(anyWorld, (parts) => {
        expect(simulate(buildScenario(parts)).report.digest, replay(parts)).toBe(
          simulate(buildScenario(parts)).report.digest,
        );
      }),
      RUNS,
    );
  });

  test('[K4] the order in which surfaces and lanes are registered changes no lane', () => {
    fc.assert(
      fc.property(anyWorld, (parts) => {
        const scenario = buildScenario(parts);
        const turned = { ...scenario, surfaces: scenario.surfaces.toReversed(), lanes: scenario.lanes.toReversed() };
        const straight = simulate(scenario);
        const other = simulate(turned);
        for (const { name, events } of straight.lanes) {
          const twin = other.lanes.find((lane) => lane.name === name);
          // The machines of the surfaces begin in the order of registration, all at time 0 and before anything else.
          const began = (lane: typeof events) =>
            lane
              .filter((event) => event.causedBy !== null || event.type !== 'state.entered')
              .map(({ id: _id, causedBy: _by, ...fact }) => fact);
          expect(twin && began(twin.events), replay(parts)).toEqual(began(events));
        }
      }),
      RUNS,
    );
  });

  test('[K5] a surface that does nothing changes no other', () => {
    fc.assert(
      fc.property(anyWorld, (parts) => {
        const alone = simulate(buildScenario(parts));
        const more = simulate(buildScenario({ ...parts, surfaces: { ...parts.surfaces, idle: {} } }));
        for (const [name, lane] of Object.entries(alone.report.lanes)) {
          const { idle: _idle, ...others } = more.report.lanes[name]?.surfaces ?? {};
          expect(others, replay(parts)).toEqual(lane.surfaces);
        }
      }),
      RUNS,
    );
  });

  test('[O1] tokens are conserved: each one generated is shown or missing, on every open surface', () => {
    fc.assert(
      fc.property(anyWorld, (parts) => {
        const run = simulate(buildScenario(parts));
        for (const lane of run.lanes) {
          const last = lane.events.findLast((event) => event.type === 'run.started');
          const made = lane.events.filter(
            (event) => event.type === 'token.generated' && event.run === last?.run,
          ).length;
          const report = run.report.lanes[lane.name];
          for (const surface of Object.values(report?.surfaces ?? {}))
            expect(surface.shown + surface.missing, replay(parts)).toBe(made);
          expect((report?.bill.useful ?? 0) + (report?.bill.unseen ?? 0)).toBe(report?.agent.generated);
        }
      }),
      RUNS,
    );
  });

  test('[D1] the durable lane keeps G1 to G6 under every script of link faults that end', () => {
    fc.assert(
      fc.property(brokenLinks, (parts) => {
        const { report } = simulate(buildScenario({ ...parts, lanes: ['durable-session'] }));
        const broken = Object.entries(report.lanes['durable-session']?.guarantees ?? {}).filter(
          ([, verdict]) => !verdict.held,
        );
        expect(broken, replay(parts)).toEqual([]);
      }),
      { numRuns: 1000, seed },
    );
  });

  test('[D2] the durable lane keeps all but G5 when people also ask, stop, reload and look elsewhere', () => {
    fc.assert(
      fc.property(anyWorld, (parts) => {
        const { report } = simulate(buildScenario({ ...parts, lanes: ['durable-session'] }));
        const broken = Object.entries(report.lanes['durable-session']?.guarantees ?? {}).filter(
          ([id, verdict]) => id !== 'G5' && !verdict.held,
        );
        expect(broken, replay(parts)).toEqual([]);
      }),
      { numRuns: 1000, seed },
    );
  });

  test('[N1] no link fault ends a run of a naive lane that does not forward the signal', () => {
    fc.assert(
      fc.property(brokenLinks, (parts) => {
        const { report } = simulate(buildScenario({ ...parts, lanes: ['naive-sse', 'resumable-sse'] }));
        for (const lane of Object.values(report.lanes)) expect(lane.guarantees.G6.held, replay(parts)).toBe(true);
      }),
      RUNS,
    );
  });

  test('[K6] under any order of ties the durable lane still shows every token once', () => {
    const orders = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    fc.assert(
      fc.property(brokenLinks, orders, (parts, [fault = 0, delivery = 1, timer = 2, person = 3]) => {
        const scenario = buildScenario({ ...parts, lanes: ['durable-session'] });
        const order: TieOrder = { ...TIE_ORDER, fault, delivery, timer, person };
        const [lane] = scenario.lanes;
        if (lane === undefined) throw new Error('the scenario has a lane');
        const events = traceOf(advanceTo(startWorld(scenario, lane, order), scenario.horizonMs));
        const { guarantees } = judgeLane(scenario, {
          name: lane.name,
          lane: lane.lane,
          title: '',
          subtitle: '',
          events,
        });
        expect([guarantees.G1, guarantees.G2, guarantees.G3], replay(parts)).toEqual([
          { held: true },
          { held: true },
          { held: true },
        ]);
      }),
      RUNS,
    );
  });
});
