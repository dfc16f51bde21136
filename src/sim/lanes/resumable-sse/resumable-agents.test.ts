/** Questions, several agents, and what viewers are told: R24 to R27 of `SPEC.md`. */

import { describe, expect, test } from 'vitest';
import { allOf, statusOf } from '../../../testing/lane-trace.ts';
import { resumableTrace } from '../../../testing/resumable-world.ts';
import { screenOf, upTo } from '../../../testing/screen-of.ts';

const asking = (parts: readonly object[], agents: object = {}) => ({
  agent: { answer: { text: 'word' }, tokens: 40, parts },
  agents,
});
const QUESTION = asking([{ afterToken: 15, approval: 'pay' }]);
const PHONE = { atMs: 1500, on: 'phone', do: 'open' };

describe('a question', () => {
  test('[R24] any surface that shows it may answer; the others see it go away', () => {
    const events = resumableTrace({}, [PHONE, { atMs: 3000, on: 'phone', do: 'approve' }], QUESTION);
    expect(allOf(events, 'approval.arrived')).toMatchObject([{ answer: 'approve', outcome: 'applied' }]);
    expect(allOf(events, 'approval.shown', 'laptop').map(({ isShown }) => isShown)).toEqual([true, false]);
    expect(allOf(events, 'approval.shown', 'phone').map(({ isShown }) => isShown)).toEqual([true, false]);
    expect(allOf(events, 'effect.applied')).toHaveLength(1);
    expect(screenOf(events, 'laptop')).toHaveLength(40);
  });

  test('[R24] the first answer counts, a later one comes too late', () => {
    const events = resumableTrace(
      {},
      [PHONE, { atMs: 3000, on: 'phone', do: 'approve' }, { atMs: 3005, on: 'laptop', do: 'reject' }],
      QUESTION,
    );
    expect(allOf(events, 'approval.arrived').map(({ outcome }) => outcome)).toEqual(['applied', 'too-late']);
    expect(allOf(events, 'approval.settled')).toMatchObject([{ answer: 'approve' }]);
  });

  test('[R24] a replay carries it as it stands: asked again while it is open, gone when it was answered', () => {
    const events = resumableTrace(
      {},
      [
        { atMs: 1500, on: 'laptop', do: 'refresh' },
        PHONE,
        { atMs: 2500, on: 'laptop', do: 'drop', how: 'reset', forMs: 100 },
        { atMs: 3000, on: 'phone', do: 'approve' },
        { atMs: 3200, on: 'laptop', do: 'retry' },
      ],
      QUESTION,
    );
    const shown = allOf(events, 'approval.shown', 'laptop').map(({ isShown }) => isShown);
    // Asked, lost with the page, asked again by the replay, taken away by the next one.
    expect(shown).toEqual([true, true, false]);
    expect(statusOf(events, 'laptop')).toBe('complete');
  });

  test('[R24] where none is on the screen nobody can answer it', () => {
    const events = resumableTrace({}, [{ atMs: 600, on: 'laptop', do: 'approve' }], QUESTION);
    expect(allOf(events, 'action.ignored')).toMatchObject([{ reason: 'no question is on the screen' }]);
  });

  test('[R24] an answer for a process that stands still is taken when that goes on', () => {
    const events = resumableTrace(
      {},
      [
        { atMs: 2000, on: 'agent', do: 'sleep', forMs: 2_000 },
        { atMs: 2500, on: 'laptop', do: 'approve' },
      ],
      { ...QUESTION, server: { processes: 2 } },
    );
    expect(allOf(events, 'approval.arrived')).toMatchObject([{ outcome: 'applied', atMs: 4_000 }]);
    expect(screenOf(events, 'laptop')).toHaveLength(40);
  });

  test('[R24] the question of a run that died is answered too late', () => {
    const events = resumableTrace(
      {},
      [
        { atMs: 2000, on: 'agent', do: 'crash', forMs: 100 },
        { atMs: 2500, on: 'laptop', do: 'approve' },
      ],
      QUESTION,
    );
    expect(allOf(events, 'approval.arrived')).toMatchObject([{ outcome: 'too-late' }]);
    expect(allOf(events, 'effect.applied')).toEqual([]);
    expect(allOf(events, 'approval.shown', 'laptop').at(-1)?.isShown).toBe(false);
  });
});

describe('several agents', () => {
  const TWO = asking([{ afterToken: 10, tool: 'search', forMs: 3_000 }], {
    hotels: { answer: { text: 'room' }, tokens: 20 },
  });

  test('[R25] while the first one is quiet the words of the others wait, and come together when it goes on', () => {
    const events = resumableTrace({}, [], TWO);
    const goesOnMs = allOf(events, 'tool.ended')[0]?.atMs ?? 0;
    const begunMs = allOf(events, 'tool.started')[0]?.atMs ?? 0;
    const hotels = allOf(events, 'tokens.shown', 'laptop').filter(({ run }) => run === 2);
    expect(hotels.filter(({ atMs }) => atMs > begunMs + 20 && atMs < goesOnMs + 20)).toEqual([]);
    expect(hotels.at(-1)).toMatchObject({ to: 20, atMs: goesOnMs + 20 });
    expect(allOf(events, 'run.ended', 'hotels')[0]?.atMs).toBeLessThan(goesOnMs);
  });

  test('[R25] one stream covers them all, ends when all have ended, and replays all', () => {
    const events = resumableTrace({}, [{ atMs: 700, on: 'laptop', do: 'refresh' }], TWO);
    const shown = allOf(events, 'tokens.shown', 'laptop');
    expect(shown.findLast(({ run }) => run === 1)?.to).toBe(40);
    expect(shown.findLast(({ run }) => run === 2)?.to).toBe(20);
    expect(allOf(events, 'stream-id.saved').map(({ run }) => run)).toEqual([1, null]);
    const ended = allOf(events, 'run.learned', 'laptop').filter(({ what }) => what === 'ended');
    expect(ended.map(({ run }) => run)).toEqual([1, 2]);
    expect(statusOf(events, 'laptop')).toBe('complete');
  });

  test('[R25] with a cursor a resume goes on at its place in the common stream', () => {
    const events = resumableTrace(
      { reconnect: 'on-error', replay: 'cursor' },
      [{ atMs: 620, on: 'laptop', do: 'drop', how: 'reset', forMs: 100 }],
      TWO,
    );
    const of = (run: number) =>
      allOf(events, 'tokens.shown', 'laptop')
        .filter((event) => event.run === run)
        .flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at));
    expect(of(1)).toEqual(upTo(40));
    expect(of(2)).toEqual(upTo(20));
  });

  test('[R25] a stop ends them all', () => {
    const events = resumableTrace({ stopEndpoint: 'by-run' }, [{ atMs: 700, on: 'laptop', do: 'stop' }], TWO);
    expect(allOf(events, 'run.ended').map(({ end }) => end)).toEqual(['cancelled', 'cancelled']);
  });

  test('[R25] a new prompt takes the place of the former stream, which goes on for those who follow it', () => {
    const events = resumableTrace(
      {},
      [
        { atMs: 0, on: 'phone', do: 'open' },
        { atMs: 900, on: 'phone', do: 'send' },
        { atMs: 1500, on: 'desk', do: 'open' },
      ],
      { surfaces: { laptop: {}, phone: { kind: 'device' }, desk: {} } },
    );
    expect(allOf(events, 'tokens.shown', 'laptop').findLast(({ run }) => run === 1)?.to).toBe(40);
    expect(new Set(allOf(events, 'tokens.shown', 'desk').map(({ run }) => run))).toEqual(new Set([2]));
  });
});

describe('what viewers are told', () => {
  const learned = (events: ReturnType<typeof resumableTrace>, surface: string) =>
    allOf(events, 'run.learned', surface).map(({ what, end }) => [what, end]);

  test('[R26] tokens say that a run began, the terminal part that it ended complete', () => {
    const events = resumableTrace({}, [{ atMs: 900, on: 'phone', do: 'open' }]);
    for (const surface of ['laptop', 'phone']) {
      expect(learned(events, surface)).toEqual([
        ['began', null],
        ['ended', 'complete'],
      ]);
    }
  });

  test('[R26] when somebody stopped it the others see an end and no reason', () => {
    const events = resumableTrace({ stopEndpoint: 'by-run' }, [
      { atMs: 700, on: 'phone', do: 'open' },
      { atMs: 1200, on: 'phone', do: 'stop' },
    ]);
    expect(learned(events, 'laptop')).toEqual([['began', null]]);
    expect(statusOf(events, 'laptop')).toBe('complete');
  });

  test('[R26] a history that holds the whole says that it is complete, a part says nothing', () => {
    const whole = resumableTrace({}, [{ atMs: 4000, on: 'phone', do: 'open' }]);
    expect(learned(whole, 'phone')).toEqual([['ended', 'complete']]);
    const part = resumableTrace({ stopEndpoint: 'by-chat' }, [
      { atMs: 1050, on: 'laptop', do: 'stop' },
      { atMs: 4000, on: 'phone', do: 'open' },
    ]);
    expect(screenOf(part, 'phone').length).toBeGreaterThan(0);
    expect(learned(part, 'phone')).toEqual([]);
  });
});

describe('what has no way in', () => {
  test.each([
    ['steer', 'there is no way into a run'],
    ['join', 'a person has no place in it'],
  ])('[R27] %s is refused with the reason', (verb, reason) => {
    const [ignored] = allOf(resumableTrace({}, [{ atMs: 900, on: 'laptop', do: verb }]), 'action.ignored');
    expect(ignored).toMatchObject({ verb });
    expect(ignored?.reason).toContain(reason);
  });
});
