/** What the lanes promise, as the oracle judges it, in random worlds. */

import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { GUARANTEE_IDS } from '../../protocol/guarantee.ts';
import type { TraceEvent } from '../../protocol/trace-event.ts';
import { causesOf } from '../../protocol/causes.ts';
import { simulate } from '../../sim/simulate.ts';
import { buildScenario } from '../build-scenario.ts';
import { brokenLinks, brokenLinksIn, peopleIn, stopsIn } from '../worlds/arbitrary-world.ts';
import type { WorldParts } from '../worlds/arbitrary-world.ts';
import { law } from './law.ts';
import type { Law } from './law.ts';

const DURABLE = 'durable-session';
const PROMISED: readonly string[] = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9', 'G10'];

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

/** What may end a run for the prompt `turn`: a stop that arrived for that prompt, or was kept for it, or a takeover. */
const isMeant = (cause: TraceEvent, turn: number | undefined, turns: ReadonlyMap<number, number>): boolean =>
  cause.type === 'person.joined' ||
  (cause.type === 'stop.arrived' && (cause.run === null || turns.get(cause.run) === turn));

export const GUARANTEE_LAWS: readonly Law[] = [
  law({
    id: 'D1',
    title: 'the durable lane keeps G1 to G10 under every script of link faults that end',
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
    title: 'in the durable lane nothing cancels a run but a stop that names its prompt, or a person who takes over',
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
          const isAsked = causesOf(events, event.id).some((cause) => isMeant(cause, turn, turns));
          ok(isAsked, `e${event.id}: run ${event.run} for prompt ${turn} was cancelled, and nobody stopped it`);
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
];
