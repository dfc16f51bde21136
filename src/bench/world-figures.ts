/**
 * The time of a re-run of the reference world, as a finger on the timeline causes one: at each run the
 * drop stands somewhere else. Against the bare queue, and against a world whose tokens go through
 * machines instead of riding links as plain records.
 */

import { assign, createActor, setup } from 'xstate';
import { Kernel, createKernelState } from '../sim/kernel/kernel.ts';
import type { Run } from '../sim/run.ts';
import { simulate } from '../sim/simulate.ts';
import { runWorld } from '../sim/world.ts';
import { buildReferenceWorld } from '../testing/reference-world.ts';
import { rounded } from './figure.ts';
import type { Figure } from './figure.ts';
import { measureInTurns } from './in-turns.ts';

const MOST_MS = 16;
const LEAST_FASTER = 3;

export function measureWorld(): readonly Figure[] {
  const worldOf = (round: number) => buildReferenceWorld(1_000 + (round % 400) * 10);
  const worlds = Array.from({ length: 400 }, (_, round) => worldOf(round));
  const world = (round: number) => worlds[round % worlds.length] ?? worldOf(round);
  const queued = queueEventsOf(world(0));
  const run = simulate(world(0));
  const places = tokenPlacesOf(run);
  const sends = places.reduce((sum, count) => sum + count, 0);
  const times = measureInTurns(
    {
      run: (round) => simulate(world(round)),
      queue: () => passThroughQueue(queued),
      sends: (round) => {
        simulate(world(round));
        sendEachToken(places);
      },
    },
    { warmUps: 30, rounds: 60 },
  );
  return [
    {
      figure: 'reference world, one re-run',
      value: rounded(times.run),
      unit: 'ms',
      against: `the same ${queued} events through the bare queue, ${rounded(times.queue)} ms`,
      ratio: rounded(times.run / times.queue),
      bar: `value <= ${MOST_MS}`,
      holds: times.run <= MOST_MS,
    },
    {
      figure: 'reference world with an actor.send for each token at each place',
      value: rounded(times.sends),
      unit: 'ms',
      against: `one re-run without the ${sends} sends, ${rounded(times.run)} ms`,
      ratio: rounded(times.sends / times.run),
      bar: `ratio >= ${LEAST_FASTER}`,
      holds: times.sends / times.run >= LEAST_FASTER,
    },
  ];
}

/** How many events the kernel takes from its queue in all lanes. */
function queueEventsOf(scenario: Run['scenario']): number {
  return scenario.lanes.reduce((sum, lane) => sum + runWorld(scenario, lane).state.kernel.seq, 0);
}

/** As many events as a run has, each scheduling the next, sixteen at a time in the queue, and nothing done about them. */
function passThroughQueue(events: number): void {
  const kernel = new Kernel(createKernelState('bare', 1, events));
  let left = events;
  const scheduleNext = () => {
    if (left === 0) return;
    left -= 1;
    kernel.schedule(1 + (left % 50), 'delivery', { kind: 'token', run: 1, epoch: 0 });
  };
  for (let width = 0; width < 16; width += 1) scheduleNext();
  kernel.runTo(Number.MAX_SAFE_INTEGER, scheduleNext);
}

/**
 * The tokens that pass each place of the run, in every lane: the agent that makes them, the server,
 * buffer or session that relays them, and every surface that shows them.
 */
function tokenPlacesOf(run: Run): readonly number[] {
  const places = new Map<string, number>();
  const pass = (place: string, tokens: number) => places.set(place, (places.get(place) ?? 0) + tokens);
  for (const { name, events } of run.lanes) {
    for (const event of events) {
      if (event.type === 'token.generated') {
        pass(`${name}: made`, 1);
        pass(`${name}: relayed`, 1);
      } else if (event.type === 'tokens.shown') {
        pass(`${name}: shown on ${event.actor}`, event.to - event.from + 1);
      }
    }
  }
  return [...places.values()];
}

/** The least machine that a token could go through: it counts. */
const counter = setup({
  types: { context: {} as { readonly tokens: number }, events: {} as { readonly type: 'token' } },
}).createMachine({
  id: 'counter',
  context: { tokens: 0 },
  initial: 'waiting',
  states: {
    waiting: {
      on: { token: { target: 'streaming', actions: assign({ tokens: ({ context }) => context.tokens + 1 }) } },
    },
    streaming: { on: { token: { actions: assign({ tokens: ({ context }) => context.tokens + 1 }) } } },
  },
});

function sendEachToken(places: readonly number[]): void {
  for (const tokens of places) {
    const actor = createActor(counter).start();
    for (let token = 0; token < tokens; token += 1) actor.send({ type: 'token' });
    actor.stop();
  }
}
