import { expect, test } from 'vitest';
import { simulate } from '../../sim/simulate.ts';
import { buildScenario } from '../../testing/build-scenario.ts';
import { scenarioRuns } from '../../testing/scenario-runs.ts';
import { spaceTime } from './space-time.ts';

const DROPPED = simulate(
  buildScenario({
    horizonMs: 6_000,
    network: { latencyMs: 200 },
    surfaces: { laptop: { kind: 'tab' } },
    lanes: ['naive-sse', 'durable-session'],
    script: [
      { atMs: 0, on: 'laptop', do: 'open' },
      { atMs: 800, on: 'laptop', do: 'send' },
      { atMs: 3_000, on: 'laptop', do: 'stop' },
      { atMs: 3_050, on: 'laptop', do: 'drop', how: 'silent' },
    ],
  }),
);

test.each(scenarioRuns())(
  'every word of $id that was shown as it was made has a way, and every lost one a cross',
  ({ run }) => {
    for (const trace of run.lanes) {
      const { words } = spaceTime(trace, run.scenario.surfaces, run.scenario.horizonMs);
      for (const { surface, madeAtMs, endsAtMs, shares } of words) {
        const count = (isWanted: (event: (typeof trace.events)[number]) => boolean): number =>
          trace.events.reduce(
            (sum, event) =>
              event.actor === surface &&
              isWanted(event) &&
              'from' in event &&
              typeof event.from === 'number' &&
              'to' in event &&
              typeof event.to === 'number'
                ? sum + event.to - event.from + 1
                : sum,
            0,
          );
        const whole = shares.filter((share) => share === 1).length;
        expect(whole).toBe(count((event) => event.type === 'tokens.shown' && event.via === 'live'));
        expect(shares.length - whole).toBe(count(({ type }) => type === 'tokens.lost'));
        expect(madeAtMs.every((made, at) => made <= (endsAtMs[at] ?? 0) && made >= (madeAtMs[at - 1] ?? 0))).toBe(true);
      }
    }
  },
);

test('a message that is lost ends on its way, and none that arrives takes less than its path does', () => {
  const [pipe] = DROPPED.lanes;
  if (pipe === undefined) return expect.fail('there is no lane');
  const { messages } = spaceTime(pipe, DROPPED.scenario.surfaces, DROPPED.scenario.horizonMs);
  const prompt = messages.find(({ kind }) => kind === 'prompt');
  expect(prompt).toMatchObject({ way: 'out', outcome: 'arrived', share: 1, sentAtMs: 800, endsAtMs: 1_000 });
  const ends = pipe.events.filter(({ type }) => type === 'message.delivered' || type === 'message.lost');
  expect(messages.filter(({ outcome }) => outcome !== 'underway')).toHaveLength(ends.length);
  for (const { outcome, share } of messages) {
    if (outcome === 'arrived') expect(share).toBe(1);
    else expect(share).toBeLessThan(1);
  }
});

test('a word that is lost at the cut has come as far as its time took it', () => {
  const [pipe] = DROPPED.lanes;
  if (pipe === undefined) return expect.fail('there is no lane');
  const [laptop] = spaceTime(pipe, DROPPED.scenario.surfaces, DROPPED.scenario.horizonMs).words;
  if (laptop === undefined) return expect.fail('there is no surface');
  const lost = [...laptop.shares.keys()].filter((at) => (laptop.shares[at] ?? 1) < 1);
  expect(lost.length).toBeGreaterThan(0);
  for (const at of lost) {
    const tookMs = (laptop.endsAtMs[at] ?? 0) - (laptop.madeAtMs[at] ?? 0);
    expect(laptop.shares[at]).toBeCloseTo(Math.min(0.95, tookMs / laptop.shortestMs), 6);
  }
});
