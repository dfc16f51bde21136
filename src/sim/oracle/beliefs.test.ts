import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compileScenarioFolder } from '../../cli/scenario-files.ts';
import type { Belief } from '../../protocol/belief.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import { buildScenario } from '../../testing/build-scenario.ts';
import { reportOf } from '../../testing/report-of.ts';
import { simulate } from '../simulate.ts';
import { createBeliever } from './believers.ts';
import type { BelieverKind } from './believers.ts';

const loaded = compileScenarioFolder(fileURLToPath(new URL('../../../scenarios', import.meta.url)));
const scenarios = loaded.ok ? loaded.value.map(({ compiled }) => [compiled.id, compiled] as const) : [];

const START = [
  { atMs: 0, on: 'laptop', do: 'open' },
  { atMs: 100, on: 'laptop', do: 'send' },
];
const beliefsOf = (lane: string, options: object, script: readonly object[], fields: object = {}) =>
  reportOf(buildScenario({ horizonMs: 10_000, lanes: [{ lane, options }], script: [...START, ...script], ...fields }))
    .beliefs;

function kindOf(scenario: CompiledScenario, actor: string): BelieverKind {
  if (actor === 'server' || actor === 'session') return actor;
  return scenario.surfaces.some(({ name }) => name === actor) ? 'surface' : 'agent';
}

const withoutRepeats = (beliefs: readonly Belief[]) => beliefs.filter((belief, at) => belief !== beliefs[at - 1]);

describe('what everyone believes', () => {
  test.each(scenarios)('[O5] in %s a belief changes only by what reached its actor', (_id, scenario) => {
    const { lanes, beliefs } = simulate(scenario);
    for (const { name, events } of lanes) {
      const tracks = Object.entries(beliefs[name] ?? {});
      expect(tracks.length).toBeGreaterThanOrEqual(3);
      for (const [actor, track] of tracks) {
        const alone = createBeliever(kindOf(scenario, actor));
        const heard = events.filter((event) => event.actor === actor).map((event) => alone.hear(event));
        const first = createBeliever(kindOf(scenario, actor)).belief;
        const inCompany = track.map(({ belief }) => belief);
        const from = inCompany[0] === first ? [first] : [];
        expect(withoutRepeats(inCompany), actor).toEqual(withoutRepeats([...from, ...heard]));
      }
    }
  });

  test('[O5] all agree with the truth once nothing has gone wrong', () => {
    for (const lane of ['naive-sse', 'resumable-sse', 'durable-session']) {
      const beliefs = Object.values(beliefsOf(lane, {}, []));
      expect(beliefs.length).toBeGreaterThanOrEqual(3);
      expect(beliefs.filter(({ isTrue, wrongForMs }) => !isTrue || wrongForMs > 0)).toEqual([]);
    }
  });

  test('[O5] a page whose pipe was reset believes that the answer broke off, while the agent believes it is wanted', () => {
    const beliefs = beliefsOf('naive-sse', {}, [{ atMs: 1000, on: 'laptop', do: 'drop', how: 'reset' }], {
      horizonMs: 2000,
    });
    expect(beliefs['laptop']).toEqual({ belief: 'broken', truth: 'running', isTrue: false, wrongForMs: 1000 });
    expect(beliefs['agent']).toMatchObject({ belief: 'wanted', truth: 'nobody-waits', isTrue: false });
    expect(beliefs['server']).toMatchObject({ belief: 'unwatched', truth: 'unread', isTrue: true });
  });

  test('[O5] into a path that is silent the server believes it is watched, and then that it delivered', () => {
    const silent = [{ atMs: 1000, on: 'laptop', do: 'drop', how: 'silent' }];
    expect(beliefsOf('naive-sse', {}, silent, { horizonMs: 2000 })['server']).toMatchObject({
      belief: 'watched',
      truth: 'unread',
      isTrue: false,
      wrongForMs: 1000,
    });
    expect(beliefsOf('naive-sse', {}, silent)['server']).toMatchObject({
      belief: 'delivered',
      truth: 'not-received',
      isTrue: false,
    });
  });

  test('[O5] after a stop that only hangs up the page believes it stopped, and the agent that it is wanted', () => {
    const stop = [{ atMs: 1000, on: 'laptop', do: 'stop' }];
    const beliefs = beliefsOf('naive-sse', {}, stop, { horizonMs: 2000 });
    expect(beliefs['laptop']).toMatchObject({ belief: 'stopped', truth: 'running', isTrue: false, wrongForMs: 1000 });
    expect(beliefs['agent']).toMatchObject({ belief: 'wanted', truth: 'stopped', isTrue: false });
    expect(beliefsOf('durable-session', {}, stop)['agent']).toMatchObject({ belief: 'stopped', isTrue: true });
  });

  test('[O5] a log whose agent died believes that it runs', () => {
    const crash = [{ atMs: 1000, on: 'agent', do: 'crash' }];
    expect(beliefsOf('durable-session', {}, crash)['session']).toMatchObject({
      belief: 'running',
      truth: 'crashed',
      isTrue: false,
      wrongForMs: 9000,
    });
  });

  test('[O5] a part that a proper end makes look complete is believed to be', () => {
    const cut = [{ atMs: 1000, on: 'laptop', do: 'drop', how: 'close' }];
    expect(beliefsOf('naive-sse', {}, cut)['laptop']).toMatchObject({ belief: 'complete', truth: 'incomplete' });
  });
});
