import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { simulate } from '../../sim/simulate.ts';
import { buildScenario } from '../../testing/build-scenario.ts';
import { CurveField } from './curve-field.tsx';
import { NumberField } from './number-field.tsx';
import { PointField } from './point-field.tsx';

const run = simulate(
  buildScenario({
    horizonMs: 8000,
    lanes: ['naive-sse'],
    surfaces: { laptop: { kind: 'tab' } },
    script: [
      { atMs: 0, on: 'laptop', do: 'open' },
      { atMs: 200, on: 'laptop', do: 'send', text: 'Go.' },
    ],
  }),
);
const answer = {
  kind: 'curve',
  curve: { times: Float64Array.of(1000), counts: Int32Array.of(40) },
  words: 40,
  horizonMs: 8000,
} as const;

test('a line is drawn by keys: up and down draw, left and right go on in time', async () => {
  const onValue = vi.fn<(points: readonly object[]) => void>();
  const screen = await render(<CurveField run={run} surface="laptop" answer={answer} value={null} onValue={onValue} />);
  const board = screen.getByRole('slider', { name: /The line of words/ });
  board.element().focus();
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowRight}');
  await expect.element(board).toHaveAttribute('aria-valuetext', 'at 200 ms, 4 words');
  expect(onValue.mock.lastCall?.[0]).toEqual([
    { atMs: 0, words: 4 },
    { atMs: 200, words: 4 },
  ]);
});

test('a moment is marked by keys, and the true one stands beside it once it is told', async () => {
  const onValue = vi.fn<(atMs: number) => void>();
  const screen = await render(<PointField run={run} value={null} truth={null} onValue={onValue} />);
  screen.getByRole('slider', { name: 'Your mark on the axis' }).element().focus();
  await userEvent.keyboard('{End}');
  expect(onValue.mock.lastCall).toEqual([8000]);
  await screen.rerender(<PointField run={run} value={8000} truth={1500} onValue={null} />);
  await expect.element(screen.getByText('in truth: 1.5 s')).toBeVisible();
});

test('a number that nobody has given is none, and a field takes no more than there is', async () => {
  const onValue = vi.fn<(value: number) => void>();
  const question = { unit: 'words', from: 0, to: 60 } as const;
  const screen = await render(<NumberField question={question} value={null} truth={null} onValue={onValue} />);
  await expect.element(screen.getByRole('slider')).toHaveAttribute('aria-valuetext', 'not answered');
  await screen.getByRole('spinbutton').fill('99');
  expect(onValue.mock.lastCall).toEqual([60]);
});
