import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';
import { layoutTimeline } from '../../projection/timeline/timeline-geometry.ts';
import type { ScriptEntry } from '../../scenario/schema.ts';
import { simulate } from '../../sim/simulate.ts';
import { buildScenario } from '../../testing/build-scenario.ts';
import type { TimelineHands, TimelineProps } from './timeline-props.ts';
import { Timeline } from './timeline.tsx';

const run = simulate(
  buildScenario({
    horizonMs: 8_000,
    surfaces: { laptop: { kind: 'tab' } },
    script: [
      { atMs: 0, on: 'laptop', do: 'open' },
      { atMs: 200, on: 'laptop', do: 'send' },
      { atMs: 2_000, on: 'laptop', do: 'drop', how: 'reset', forMs: 1_000 },
    ],
  }),
);
const DROP = 2;

const hands = {
  onPlayhead: vi.fn<TimelineHands['onPlayhead']>(),
  onSelect: vi.fn<TimelineHands['onSelect']>(),
  onMoveEntries: vi.fn<TimelineHands['onMoveEntries']>(),
  onResizeEntry: vi.fn<TimelineHands['onResizeEntry']>(),
  onRemoveEntries: vi.fn<TimelineHands['onRemoveEntries']>(),
  onDuplicateEntries: vi.fn<TimelineHands['onDuplicateEntries']>(),
  onReplaceEntry: vi.fn<TimelineHands['onReplaceEntry']>(),
  onAddEntry: vi.fn<TimelineHands['onAddEntry']>(),
  onSpan: vi.fn<TimelineHands['onSpan']>(),
};

const SIZE = { width: 1_264, height: 400 };
const GEOMETRY = layoutTimeline({ ...SIZE, lanes: 3, surfaces: 1, hasServers: false });
const PIXELS_PER_MS = GEOMETRY.plotWidth / 8_000;
const PROPS: TimelineProps = {
  run,
  ghost: null,
  playheadMs: 1_000,
  selected: [],
  span: { fromMs: 0, toMs: 8_000 },
  onCheckEntry: async (_, entry) => ({ ok: true, value: entry as ScriptEntry }),
  ...hands,
};

function Framed(props: Partial<TimelineProps>) {
  return (
    <div style={{ ...SIZE, position: 'fixed', left: 0, top: 0 }}>
      <Timeline {...PROPS} {...props} />
    </div>
  );
}

beforeEach(async () => {
  vi.clearAllMocks();
  // A made-up pointer cannot be captured; its events go to the plot all the same.
  vi.spyOn(Element.prototype, 'setPointerCapture').mockReturnValue(undefined);
  await page.viewport(1_400, 800);
});

afterEach(() => {
  vi.restoreAllMocks();
});

type Point = readonly [atMs: number, y: number];
const IN_NETWORK = GEOMETRY.network.top + 12;
const IN_PEOPLE = GEOMETRY.people.top + 12;
const IN_LANES = (GEOMETRY.lanes[1]?.plot.top ?? 0) + 10;

function point(type: string, [atMs, y]: Point, init: PointerEventInit = {}): void {
  const plot = document.querySelector('.timeline-plot');
  plot?.dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      cancelable: true,
      pointerId: 1,
      pointerType: 'mouse',
      button: 0,
      clientX: GEOMETRY.plotX + atMs * PIXELS_PER_MS,
      clientY: y,
      ...init,
    }),
  );
}

function focus(selector: string): void {
  const element = document.querySelector<HTMLElement>(selector);
  expect(element, selector).not.toBeNull();
  element?.focus();
}

test.each(['mouse', 'pen', 'touch'])(
  'a flag dragged by %s reports each move and where it was dropped',
  async (kind) => {
    await render(<Framed />);
    point('pointerdown', [2_030, IN_NETWORK], { pointerType: kind });
    point('pointermove', [2_830, IN_NETWORK], { pointerType: kind });
    expect(hands.onMoveEntries).toHaveBeenLastCalledWith([{ index: DROP, atMs: 2_800 }], 'dragging');
    point('pointermove', [1_330, IN_NETWORK], { pointerType: kind });
    point('pointerup', [1_330, IN_NETWORK], { pointerType: kind });
    expect(hands.onMoveEntries).toHaveBeenLastCalledWith([{ index: DROP, atMs: 1_300 }], 'dropped');
  },
);

test('the end of a drop dragged changes how long it lasts', async () => {
  await render(<Framed />);
  point('pointerdown', [3_000, IN_NETWORK]);
  point('pointermove', [3_500, IN_NETWORK]);
  point('pointerup', [3_500, IN_NETWORK]);
  expect(hands.onResizeEntry).toHaveBeenLastCalledWith(DROP, 1_500, 'dropped');
});

test('Escape takes a drag back, and the pointer that is still down moves nothing more', async () => {
  await render(<Framed />);
  point('pointerdown', [2_030, IN_NETWORK]);
  point('pointermove', [2_830, IN_NETWORK]);
  await userEvent.keyboard('{Escape}');
  expect(hands.onMoveEntries).toHaveBeenLastCalledWith([{ index: DROP, atMs: 2_000 }], 'cancelled');
  point('pointermove', [3_830, IN_NETWORK]);
  point('pointerup', [3_830, IN_NETWORK]);
  expect(hands.onMoveEntries).toHaveBeenCalledTimes(2);
});

test('a finger that turns out to scroll the page takes the drag back', async () => {
  await render(<Framed />);
  point('pointerdown', [2_030, IN_NETWORK], { pointerType: 'touch' });
  point('pointermove', [2_230, IN_NETWORK], { pointerType: 'touch' });
  point('pointercancel', [2_230, IN_NETWORK], { pointerType: 'touch' });
  expect(hands.onMoveEntries).toHaveBeenLastCalledWith([{ index: DROP, atMs: 2_000 }], 'cancelled');
});

test('a press on the lanes moves the playhead, and a drag scrubs', async () => {
  await render(<Framed />);
  point('pointerdown', [4_000, IN_LANES]);
  expect(hands.onPlayhead).toHaveBeenLastCalledWith(4_000);
  point('pointermove', [4_500, IN_LANES]);
  expect(hands.onPlayhead).toHaveBeenLastCalledWith(4_500);
  point('pointerup', [4_500, IN_LANES]);
  expect(hands.onMoveEntries).not.toHaveBeenCalled();
});

test('two fingers zoom around what is between them', async () => {
  await render(<Framed />);
  point('pointerdown', [3_000, IN_LANES], { pointerType: 'touch', pointerId: 1 });
  point('pointerdown', [5_000, IN_LANES], { pointerType: 'touch', pointerId: 2 });
  point('pointermove', [2_000, IN_LANES], { pointerType: 'touch', pointerId: 1 });
  point('pointermove', [6_000, IN_LANES], { pointerType: 'touch', pointerId: 2 });
  const span = hands.onSpan.mock.lastCall?.[0];
  expect(span?.fromMs).toBeCloseTo(2_000, 0);
  expect(span?.toMs).toBeCloseTo(6_000, 0);
  expect(hands.onPlayhead).not.toHaveBeenCalled();
});

test('the wheel zooms with Ctrl and is the page’s without', async () => {
  await render(<Framed />);
  const plot = document.querySelector('.timeline-plot');
  const wheel = (init: WheelEventInit) =>
    new WheelEvent('wheel', { bubbles: true, cancelable: true, deltaY: -100, ...init });
  expect(plot?.dispatchEvent(wheel({}))).toBe(true);
  expect(hands.onSpan).not.toHaveBeenCalled();
  expect(plot?.dispatchEvent(wheel({ ctrlKey: true, clientX: GEOMETRY.plotX }))).toBe(false);
  const span = hands.onSpan.mock.lastCall?.[0];
  expect(span?.fromMs).toBe(0);
  expect(span?.toMs).toBeLessThan(8_000);
});

test('arrow keys move a flag by 10 ms, with Shift by 100; Enter selects it, Delete removes it', async () => {
  await render(<Framed />);
  focus(`[data-flag="${DROP}"]`);
  await userEvent.keyboard('{ArrowRight}');
  expect(hands.onMoveEntries).toHaveBeenLastCalledWith([{ index: DROP, atMs: 2_010 }], 'dropped');
  await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
  expect(hands.onMoveEntries).toHaveBeenLastCalledWith([{ index: DROP, atMs: 1_900 }], 'dropped');
  await userEvent.keyboard('{Enter}');
  expect(hands.onSelect).toHaveBeenLastCalledWith([DROP]);
  await userEvent.keyboard('{Delete}');
  expect(hands.onRemoveEntries).toHaveBeenCalledWith([DROP]);
});

test('up and down lead from flag to flag, of which one is in the tab order', async () => {
  await render(<Framed />);
  expect(document.querySelectorAll('.flag-body[tabindex="0"]')).toHaveLength(1);
  focus(`[data-flag="${DROP}"]`);
  await userEvent.keyboard('{ArrowUp}');
  expect(document.activeElement?.getAttribute('data-flag')).toBe('1');
});

test('when a flag is removed, its neighbour has the focus', async () => {
  const screen = await render(<Framed />);
  focus(`[data-flag="${DROP}"]`);
  await userEvent.keyboard('{Delete}');
  const { scenario } = run;
  const without = simulate({ ...scenario, script: scenario.script.slice(0, DROP) });
  await screen.rerender(<Framed run={without} />);
  expect(document.activeElement?.getAttribute('data-flag')).toBe('1');
});

test('the end of a selected drop is moved by keys', async () => {
  await render(<Framed selected={[DROP]} />);
  focus(`[data-flag-end="${DROP}"]`);
  await userEvent.keyboard('{ArrowRight}');
  expect(hands.onResizeEntry).toHaveBeenLastCalledWith(DROP, 1_010, 'dropped');
});

test('a flag says what it is, where and when', async () => {
  await render(<Framed />);
  const flag = document.querySelector(`[data-flag="${DROP}"]`);
  expect(flag?.getAttribute('aria-valuetext')).toBe('drop reset on laptop at 2.00 seconds, for 1 s');
});

test('a click on the empty track offers what can be done there, and adds what is chosen', async () => {
  await render(<Framed />);
  point('pointerdown', [5_003, IN_PEOPLE]);
  point('pointerup', [5_003, IN_PEOPLE]);
  await page.getByRole('menuitem', { name: /^refresh/ }).click();
  expect(hands.onAddEntry).toHaveBeenCalledWith({ atMs: 5_000, on: 'laptop', do: 'refresh' });
});

test('the same menu is reached by keyboard, at the playhead', async () => {
  await render(<Framed />);
  focus('[aria-label="Add to Network at the playhead"]');
  await userEvent.keyboard('{Enter}');
  await page.getByRole('menuitem', { name: /^drop silent/ }).click();
  expect(hands.onAddEntry).toHaveBeenCalledWith({ atMs: 1_000, on: 'laptop', do: 'drop', how: 'silent', forMs: 3_000 });
});

const SEND = 1;

test('Shift with a click adds a flag to those that are chosen, and takes it out again', async () => {
  const screen = await render(<Framed selected={[SEND]} />);
  point('pointerdown', [2_030, IN_NETWORK], { shiftKey: true });
  point('pointerup', [2_030, IN_NETWORK], { shiftKey: true });
  expect(hands.onSelect).toHaveBeenLastCalledWith([SEND, DROP]);
  await screen.rerender(<Framed selected={[SEND, DROP]} />);
  point('pointerdown', [2_030, IN_NETWORK], { shiftKey: true });
  point('pointerup', [2_030, IN_NETWORK], { shiftKey: true });
  expect(hands.onSelect).toHaveBeenLastCalledWith([SEND]);
});

test('Ctrl with A chooses all flags, Escape none', async () => {
  const screen = await render(<Framed />);
  focus(`[data-flag="${DROP}"]`);
  await userEvent.keyboard('{Control>}a{/Control}');
  expect(hands.onSelect).toHaveBeenLastCalledWith([0, SEND, DROP]);
  await screen.rerender(<Framed selected={[0, SEND, DROP]} />);
  await userEvent.keyboard('{Escape}');
  expect(hands.onSelect).toHaveBeenLastCalledWith([]);
});

test('a drag along the axis measures and snaps to what has a name; Escape ends it', async () => {
  await render(<Framed />);
  point('pointerdown', [2_010, 8]);
  point('pointermove', [2_990, 8]);
  point('pointerup', [2_990, 8]);
  await expect.element(page.getByText('drop → drop over 1 s')).toBeVisible();
  expect(hands.onPlayhead).not.toHaveBeenCalled();
  focus(`[data-flag="${DROP}"]`);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.querySelector('.measure-text')).toBeNull();
});

test('the empty track dragged pans, and asks nothing', async () => {
  await render(<Framed span={{ fromMs: 2_000, toMs: 6_000 }} />);
  point('pointerdown', [4_000, IN_PEOPLE]);
  point('pointermove', [2_000, IN_PEOPLE]);
  const span = hands.onSpan.mock.lastCall?.[0];
  expect(span?.fromMs).toBeCloseTo(3_000, 0);
  expect(span?.toMs).toBeCloseTo(7_000, 0);
  point('pointerup', [2_000, IN_PEOPLE]);
  expect(document.querySelector('[role=menu]')).toBeNull();
});

test('a change is painted in one frame, and nothing is scheduled after it', async () => {
  const near = { fromMs: 0, toMs: 4_000 };
  const screen = await render(<Framed />);
  await frame();
  await frame();
  const frames = vi.spyOn(window, 'requestAnimationFrame');
  const timers = vi.spyOn(window, 'setInterval');
  await screen.rerender(<Framed span={near} />);
  expect(frames).toHaveBeenCalledTimes(1);
  frames.mockRestore();
  await frame();
  const later = vi.spyOn(window, 'requestAnimationFrame');
  await screen.rerender(<Framed span={near} playheadMs={2_000} />);
  // The playhead is not on the canvas: to play a run repaints no curve.
  expect(later).not.toHaveBeenCalled();
  expect(timers).not.toHaveBeenCalled();
});

function frame(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });
}
