import { expect, test } from 'vitest';
import { assertPresent } from '../../base/assert.ts';
import { runNamed } from '../../testing/home-run.ts';
import { wordEvent } from './word-event.ts';

const traceOf = (scenario: string, lane: string) =>
  assertPresent(
    runNamed(scenario).lanes.find(({ name }) => name === lane),
    'there is no such lane',
  );

test('a word stands for its making by the agent whose answer it is in', () => {
  const trace = traceOf('two-experts', 'durable-session');
  for (const agent of ['agent', 'hotels']) {
    const event = wordEvent(trace, { surface: 'laptop', turn: 1, agent, word: 9 }, 12_000);
    expect(trace.events[event ?? -1]).toMatchObject({ type: 'token.generated', actor: agent, token: 9 });
  }
});

test('a word that two runs made stands for the making of the later one, once that has happened', () => {
  const trace = traceOf('the-tab-you-left', 'posts-again');
  const place = { surface: 'laptop', turn: 1, agent: 'agent', word: 3 };
  const [early, late] = [1000, 9000].map((atMs) => trace.events[wordEvent(trace, place, atMs) ?? -1]);
  expect([early, late]).toMatchObject([{ run: 1 }, { run: 2 }]);
});

test('a word that was not made yet stands for nothing', () => {
  const trace = traceOf('two-experts', 'durable-session');
  expect(wordEvent(trace, { surface: 'laptop', turn: 1, agent: 'agent', word: 9 }, 300)).toBeNull();
});
