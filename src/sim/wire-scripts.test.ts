/** Scripts of the measuring harness that have no rows: what the model, the facts and the extras say of them. */

import { describe, expect, test } from 'vitest';
import { distinct, shownOn, unseen } from '../testing/wire-truth/measures.ts';
import type { Outcome } from '../testing/wire-truth/measures.ts';
import { runTruth } from '../testing/wire-truth/run-truth.ts';
import { STACKS } from '../testing/wire-truth/stacks.ts';
import type { StackName } from '../testing/wire-truth/truth-rows.ts';
import { afterShownMs, ANSWER_TOKENS, FAULT_TOKEN } from '../testing/wire-truth/truth-world.ts';
import { OFFLINE_MS, UNMEASURED_SCRIPTS } from '../testing/wire-truth/unmeasured-scripts.ts';
import type { UnmeasuredScript } from '../testing/wire-truth/unmeasured-scripts.ts';

const ALL = Object.keys(STACKS) as readonly StackName[];
const NAMES = Object.keys(UNMEASURED_SCRIPTS) as readonly UnmeasuredScript[];
const run = (stack: StackName, script: UnmeasuredScript) => runTruth(STACKS[stack], UNMEASURED_SCRIPTS[script]);
const outcomeOf = (stack: StackName, script: UnmeasuredScript): Outcome => run(stack, script).outcome;
const tabOf = ({ tabs }: Outcome, index = 0) => {
  const tab = tabs[index];
  if (tab === undefined) throw new Error(`there is no tab ${index}`);
  return tab;
};
const screenOf = (outcome: Outcome, index = 0): readonly number[] => shownOn(outcome, tabOf(outcome, index));
const WHOLE = Array.from({ length: ANSWER_TOKENS }, (_, index) => index + 1);
const endsOf = ({ generations }: Outcome) => generations.map(({ tokens, end }) => `${tokens}:${end}`);

describe('scripts without rows', () => {
  test.each(ALL.flatMap((stack) => NAMES.map((script) => ({ stack, script }))))(
    '[E3] $stack $script shows nothing that was not made, and what was made is shown or unseen',
    ({ stack, script }) => {
      const outcome = outcomeOf(stack, script);
      const most = Math.max(...outcome.generations.map(({ tokens }) => tokens));
      expect(outcome.generations.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(outcome.generated);
      for (const tab of outcome.tabs) {
        const shown = shownOn(outcome, tab);
        expect(Math.max(0, ...shown)).toBeLessThanOrEqual(most);
        // None of these scripts makes a stack start a generation again into the same page.
        expect(distinct(shown)).toBe(shown.length);
      }
      expect(unseen(outcome)).toBeGreaterThanOrEqual(0);
    },
  );

  test.each(['C2', 'D1', 'D1s', 'D2'] as const)(
    '[E3] S9: with %s a stop in another tab ends the run within one token',
    (stack) => {
      const outcome = outcomeOf(stack, 'S9');
      expect(outcome.generatedAfterStop).toBeLessThanOrEqual(1);
      expect(outcome.generations).toMatchObject([{ end: 'cancelled' }]);
    },
  );

  test.each(['A0', 'A1', 'A2', 'B2', 'C1'] as const)(
    '[E3] S9: with %s a stop in another tab stops nothing',
    (stack) => {
      const outcome = outcomeOf(stack, 'S9');
      expect(outcome).toMatchObject({ generated: ANSWER_TOKENS, generatedAfterStop: ANSWER_TOKENS - FAULT_TOKEN });
      expect(screenOf(outcome)).toEqual(WHOLE);
    },
  );

  test('[E3] S9: with B1 a stop in another tab ends what that tab asked for, and not the first answer', () => {
    const [first, second] = outcomeOf('B1', 'S9').generations;
    expect(first).toEqual({ tokens: ANSWER_TOKENS, end: 'complete' });
    expect(second).toMatchObject({ end: 'cancelled' });
  });

  test('[E3] S10: with C1 a stop in the error state does nothing, and a later resume shows the whole answer', () => {
    const outcome = outcomeOf('C1', 'S10');
    expect(endsOf(outcome)).toEqual(['40:complete']);
    expect(screenOf(outcome)).toEqual(WHOLE);
  });

  test.each(['C2', 'D1', 'D1s', 'D2'] as const)('[E3] S10: with %s a stop after the drop ends the run', (stack) => {
    const outcome = outcomeOf(stack, 'S10');
    expect(outcome.generatedAfterStop).toBeLessThanOrEqual(1);
    expect(outcome.generations).toMatchObject([{ end: 'cancelled' }]);
  });

  test('[E3] S10: with B1 the page does not ask again after a stop', () => {
    expect(endsOf(outcomeOf('B1', 'S10'))).toEqual(['15:cancelled']);
  });

  test.each(['A0', 'A1'] as const)('[E3] S11: with %s a load after the end still shows the part', (stack) => {
    const shown = screenOf(outcomeOf(stack, 'S11'));
    expect(shown.length).toBeGreaterThanOrEqual(FAULT_TOKEN);
    expect(shown.length).toBeLessThanOrEqual(FAULT_TOKEN + 2);
  });

  test.each(ALL.filter((stack) => !['A0', 'A1'].includes(stack)))(
    '[E3] S11: with %s a load after the end shows the whole answer',
    (stack) => {
      expect(screenOf(outcomeOf(stack, 'S11'))).toEqual(WHOLE);
    },
  );

  test.each(ALL.flatMap((stack) => (['S13', 'S16'] as const).map((script) => ({ stack, script }))))(
    '[E3] $script: with $stack what waits in a buffer is late and not lost',
    ({ stack, script }) => {
      const outcome = outcomeOf(stack, script);
      expect(endsOf(outcome)).toEqual(['40:complete']);
      expect(screenOf(outcome)).toEqual(WHOLE);
      expect(tabOf(outcome).status).toBe('complete');
    },
  );

  test.each(['A0', 'A2', 'B2', 'C1', 'C2', 'D2'] as const)(
    '[E3] S14: with %s a stop that is pressed without a network is lost',
    (stack) => {
      expect(endsOf(outcomeOf(stack, 'S14'))).toEqual(['40:complete']);
    },
  );

  test.each(['D1', 'D1s'] as const)(
    '[E3] S14: with %s a stop that is pressed without a network is delivered when the path is back',
    (stack) => {
      const { events, outcome } = run(stack, 'S14');
      const backAtMs = afterShownMs(STACKS[stack], FAULT_TOKEN) + OFFLINE_MS;
      const stopped = events.find((event) => event.type === 'record.appended' && event.record === 'stop');
      expect((stopped?.atMs ?? 0) - backAtMs).toBeGreaterThanOrEqual(0);
      expect((stopped?.atMs ?? Infinity) - backAtMs).toBeLessThanOrEqual(142);
      expect(outcome.generations).toMatchObject([{ end: 'cancelled' }]);
    },
  );
});
