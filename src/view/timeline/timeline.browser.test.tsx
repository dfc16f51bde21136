import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';
import { buildScenario } from '../../testing/build-scenario.ts';
import { simulate } from '../../sim/simulate.ts';
import type { TimelineHands } from './timeline-hands.ts';
import { Timeline } from './timeline.tsx';

const run = simulate(
  buildScenario({
    horizonMs: 8_000,
    script: [
      { atMs: 0, on: 'laptop', do: 'open' },
      { atMs: 200, on: 'laptop', do: 'send' },
      { atMs: 2_000, on: 'laptop', do: 'drop', how: 'reset', forMs: 1_000 },
    ],
  }),
);

const hands = {
  onPlayhead: vi.fn<TimelineHands['onPlayhead']>(),
  onSelect: vi.fn<TimelineHands['onSelect']>(),
  onMoveEntry: vi.fn<TimelineHands['onMoveEntry']>(),
  onResizeEntry: vi.fn<TimelineHands['onResizeEntry']>(),
  onRemoveEntry: vi.fn<TimelineHands['onRemoveEntry']>(),
  onAddEntry: vi.fn<TimelineHands['onAddEntry']>(),
  onSpan: vi.fn<TimelineHands['onSpan']>(),
};

const WIDTH = 1_000;
const MS_PER_PIXEL = 8;

beforeEach(async () => {
  vi.clearAllMocks();
  await page.viewport(1_400, 800);
  const screen = await render(
    // The labels take 208 pixels and the padding 56: the plot is left with 1,000.
    <div style={{ width: WIDTH + 264, height: 400, position: 'fixed', left: 0, top: 0 }}>
      <Timeline
        run={run}
        ghost={null}
        playheadMs={1_000}
        selectedIndex={null}
        span={{ fromMs: 0, toMs: 8_000 }}
        {...hands}
      />
    </div>,
  );
  await screen.getByRole('slider', { name: /drop/ }).findElement();
});

afterEach(() => {
  vi.restoreAllMocks();
});

function dropFlag(): HTMLElement {
  const flag = document.querySelector<HTMLElement>('[data-flag="2"]');
  if (flag === null) throw new Error('the drop has a flag');
  return flag;
}

function pointer(type: string, x: number, pointerType: string): PointerEvent {
  return new PointerEvent(type, {
    bubbles: true,
    cancelable: true,
    pointerId: 1,
    button: 0,
    clientX: x,
    clientY: 50,
    pointerType,
  });
}

function drag(pointerType: string, byPixels: number): void {
  const flag = dropFlag();
  // A made-up pointer cannot be captured; the events go to the flag all the same.
  flag.setPointerCapture = () => undefined;
  flag.dispatchEvent(pointer('pointerdown', 500, pointerType));
  flag.dispatchEvent(pointer('pointermove', 500 + byPixels, pointerType));
}

test.each(['mouse', 'touch'])(
  'dragging a flag by %s moves it in time, and dropping it ends the move',
  (pointerType) => {
    drag(pointerType, 100);
    expect(hands.onMoveEntry).toHaveBeenLastCalledWith(2, 2_000 + 100 * MS_PER_PIXEL, 'dragging');
    dropFlag().dispatchEvent(pointer('pointerup', 600, pointerType));
    expect(hands.onMoveEntry).toHaveBeenLastCalledWith(2, 2_800, 'dropped');
  },
);

test('Escape takes a drag back', async () => {
  drag('mouse', 100);
  await userEvent.keyboard('{Escape}');
  expect(hands.onMoveEntry).toHaveBeenLastCalledWith(2, 2_000, 'cancelled');
});

test('arrow keys nudge a flag by 10 ms, with Shift by 100, and Delete removes it', async () => {
  dropFlag().focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(hands.onMoveEntry).toHaveBeenLastCalledWith(2, 2_010, 'dropped');
  await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
  expect(hands.onMoveEntry).toHaveBeenLastCalledWith(2, 1_900, 'dropped');
  await userEvent.keyboard('{Delete}');
  expect(hands.onRemoveEntry).toHaveBeenCalledWith(2);
});

test('a flag says what it is and when', () => {
  expect(dropFlag().getAttribute('aria-valuetext')).toBe('drop, reset, on laptop at 2.00 seconds for 1 s');
});
