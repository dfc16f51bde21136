import { beforeEach, expect, test, vi } from 'vitest';
import { flagsOf } from '../../projection/timeline/flags.ts';
import { simulate } from '../../sim/simulate.ts';
import { buildScenario } from '../../testing/build-scenario.ts';
import { takeFlagKey } from './flag-keys.ts';
import type { FlagKey } from './flag-keys.ts';
import type { TimelineHands } from './timeline-props.ts';

const flags = flagsOf(
  simulate(
    buildScenario({
      horizonMs: 8_000,
      script: [
        { atMs: 40, on: 'laptop', do: 'open' },
        { atMs: 2_000, on: 'laptop', do: 'drop', how: 'reset', forMs: 1_000 },
      ],
    }),
  ),
);
const [OPEN, DROP] = [0, 1];

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
const onEdit = vi.fn<(index: number) => void>();

beforeEach(() => {
  vi.clearAllMocks();
});

function press(
  key: string,
  held: Partial<FlagKey> = {},
  selected: readonly number[] = [],
  part: 'body' | 'end' = 'body',
) {
  const drop = flags[DROP];
  if (drop === undefined) throw new Error('the run has a drop');
  const keys = { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held };
  return takeFlagKey(keys, drop, part, { flags, selected, horizonMs: 8_000, duplicateByMs: 300, hands, onEdit });
}

test('arrows move by 10 ms and with Shift by 100, the flag alone when it is not chosen', () => {
  expect(press('ArrowRight', {}, [OPEN])).toBe(true);
  expect(hands.onMoveEntries).toHaveBeenLastCalledWith([{ index: DROP, atMs: 2_010 }], 'dropped');
  press('ArrowLeft', { shiftKey: true });
  expect(hands.onMoveEntries).toHaveBeenLastCalledWith([{ index: DROP, atMs: 1_900 }], 'dropped');
});

test('arrows move all that are chosen, as far as the first of them that meets an end of the run', () => {
  press('ArrowLeft', { shiftKey: true }, [OPEN, DROP]);
  expect(hands.onMoveEntries).toHaveBeenLastCalledWith(
    [
      { index: DROP, atMs: 1_960 },
      { index: OPEN, atMs: 0 },
    ],
    'dropped',
  );
});

test('Delete and Ctrl with D mean all that are chosen', () => {
  press('Delete', {}, [OPEN, DROP]);
  expect(hands.onRemoveEntries).toHaveBeenLastCalledWith([OPEN, DROP]);
  press('d', { ctrlKey: true }, [OPEN, DROP]);
  expect(hands.onDuplicateEntries).toHaveBeenLastCalledWith([OPEN, DROP], 300);
});

test('Space chooses, with Shift in addition; Enter opens what can be changed', () => {
  press(' ', { shiftKey: true }, [OPEN]);
  expect(hands.onSelect).toHaveBeenLastCalledWith([OPEN, DROP]);
  press('Enter');
  expect(hands.onSelect).toHaveBeenLastCalledWith([DROP]);
  expect(onEdit).toHaveBeenCalledWith(DROP);
});

test('the end of a drop is moved by keys and never before its beginning', () => {
  press('ArrowRight', {}, [], 'end');
  expect(hands.onResizeEntry).toHaveBeenLastCalledWith(DROP, 1_010, 'dropped');
});

test('keys that mean nothing here are left to the page', () => {
  expect(press('x')).toBe(false);
  expect(press('ArrowLeft', { altKey: true })).toBe(false);
  expect(press('z', { ctrlKey: true })).toBe(false);
});
