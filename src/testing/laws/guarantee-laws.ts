/** What the lanes promise, as the oracle judges it, in random worlds. */

import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { GUARANTEE_IDS } from '../../protocol/guarantee.ts';
import type { TraceEvent } from '../../protocol/trace-event.ts';
import { causeChain } from '../../sim/oracle/cause-chain.ts';
import { simulate } from '../../sim/simulate.ts';
import { buildScenario } from '../build-scenario.ts';
import { anyWorld, brokenLinks, brokenLinksIn, peopleIn, stopsIn } from '../worlds/arbitrary-world.ts';
import type { WorldParts } from '../worlds/arbitrary-world.ts';
import { law } from './law.ts';
import type { Law } from './law.ts';

const DURABLE = 'durable-session';
const PROMISED: readonly string[] = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7'];

/** Every guarantee among `ids` that some lane of the world breaks, with where. */
function brokenIn(parts: WorldParts, ids: readonly string[]): readonly object[] {
  return Object.entries(simulate(buildScenario(parts)).report.lanes).flatMap(([lane, { guarantees }]) =>
    GUARANTEE_IDS.filter((id) => ids.includes(id) && !guarantees[id].held).map((id) => ({
      lane,
      id,
      ...guarantees[id],
    })),
  );
}

/** Whoever may end a run: a person who stops that very answer, or who takes over. */
const isMeant = (cause: TraceEvent, turn: number | undefined): boolean =>
  (cause.type === 'stop.pressed' && cause.turn === turn) || cause.type === 'person.joined';

export const GUARANTEE_LAWS: readonly Law[] = [
  law({
    id: 'D1',
    title: 'the durable lane keeps G1 to G7 under every script of link faults that end',
    worlds: 600,
    cases: fc.record({ parts: brokenLinksIn(DURABLE) }),
    check: ({ parts }) => deepEqual(brokenIn(parts, PROMISED), []),
  }),
  law({
    id: 'D2',
    title: 'the durable lane keeps all of them but G5 when people also ask, stop, reload and look elsewhere',
    worlds: 600,
    cases: fc.record({ parts: peopleIn(DURABLE) }),
    check: ({ parts }) =>
      deepEqual(
        brokenIn(
          parts,
          PROMISED.filter((id) => id !== 'G5'),
        ),
        [],
      ),
  }),
  law({
    id: 'D3',
    title:
      'in the durable lane nothing cancels a run but a stop that was meant for its answer, or a person who takes over',
    worlds: 400,
    cases: fc.record({ parts: stopsIn(DURABLE) }),
    check({ parts }) {
      for (const { events } of simulate(buildScenario(parts)).lanes) {
        const turns = new Map(
          events.flatMap((event) => (event.type === 'run.started' ? [[event.run, event.turn]] : [])),
        );
        for (const event of events) {
          if (event.type !== 'run.ended' || event.end !== 'cancelled') continue;
          const turn = turns.get(event.run);
          const isAsked = causeChain(events, event.id).some((cause) => isMeant(cause, turn));
          ok(isAsked, `run ${event.run} for prompt ${turn} was cancelled at ${event.atMs} ms, and nobody meant it`);
        }
      }
    },
  }),
  law({
    id: 'N1',
    title: 'no link fault ends a run of a lane that does not forward the signal',
    worlds: 150,
    cases: fc.record({ parts: brokenLinks }),
    check: ({ parts }) => deepEqual(brokenIn(parts, ['G6']), []),
  }),
  law({
    id: 'O1',
    title: 'tokens are conserved: what was made at all is useful or unseen, and what is shown was made',
    worlds: 150,
    cases: fc.record({ parts: anyWorld }),
    check({ parts }) {
      const run = simulate(buildScenario(parts));
      for (const { name, events } of run.lanes) {
        const report = run.report.lanes[name];
        const made = events.filter((event) => event.type === 'token.generated').length;
        equal(report?.agent.generated, made);
        equal(report.bill.useful + report.bill.unseen, made);
      }
    },
  }),
];
