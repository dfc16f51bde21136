import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTalkMessage, TALK_VERSION } from './talk-message.ts';
import { audienceCue } from './talk.ts';
import type { TalkAction } from './talk.ts';
import { actOn, lastSeq, mergeCopies, NEW_COPY, talkOf } from './talk-replica.ts';
import type { TalkCopy } from './talk-replica.ts';

const CUES = 9;
const WINDOWS = 3;
const RUNS = { seed: 20, numRuns: 400 };

const action: fc.Arbitrary<TalkAction> = fc.oneof(
  fc.record({ type: fc.constant('step' as const), by: fc.constantFrom(1 as const, -1 as const), nowMs: fc.nat(9999) }),
  fc.record({ type: fc.constant('go' as const), to: fc.integer({ min: -3, max: CUES + 3 }), nowMs: fc.nat(9999) }),
  fc.constantFrom<TalkAction>({ type: 'blank' }, { type: 'freeze' }, { type: 'restart' }),
  fc.constantFrom<TalkAction>(
    { type: 'overlay', overlay: null },
    { type: 'overlay', overlay: { kind: 'address' } },
    { type: 'overlay', overlay: { kind: 'question', text: 'What of a proxy?' } },
  ),
  fc.record({
    type: fc.constant('hands' as const),
    question: fc.nat(3),
    hands: fc.record({ counts: fc.array(fc.nat(40), { maxLength: 4 }), lines: fc.string({ maxLength: 12 }) }),
  }),
  fc.record({ type: fc.constantFrom('timer' as const, 'timer.reset' as const), nowMs: fc.nat(9999) }),
);

/** What may happen to windows of a talk and to what they say to each other. */
type Happening =
  | { readonly type: 'press'; readonly window: number; readonly action: TalkAction }
  | { readonly type: 'arrive' | 'lose' | 'twice'; readonly message: number }
  | { readonly type: 'reload'; readonly window: number; readonly isKept: boolean };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('press' as const), window: fc.nat(WINDOWS - 1), action }) },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constantFrom('arrive' as const, 'lose' as const, 'twice' as const),
      message: fc.nat(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('reload' as const), window: fc.nat(WINDOWS - 1), isKept: fc.boolean() }),
  },
);

interface Room {
  readonly copies: TalkCopy[];
  /** By window, the name of its present load. */
  readonly names: string[];
  /** What was sent and has not arrived, in no order. */
  readonly sent: { readonly to: number; readonly copy: TalkCopy }[];
  loads: number;
}

function createRoom(): Room {
  const windows = Array.from({ length: WINDOWS }, (_, index) => index);
  return { copies: windows.map(() => NEW_COPY), names: windows.map((index) => `w${index}`), sent: [], loads: WINDOWS };
}

function copyIn(room: Room, window: number): TalkCopy {
  return room.copies[window] ?? NEW_COPY;
}

function press(room: Room, window: number, pressed: TalkAction): void {
  const copy = actOn(copyIn(room, window), pressed, { by: room.names[window] ?? '', cues: CUES });
  room.copies[window] = copy;
  for (let to = 0; to < WINDOWS; to += 1) if (to !== window) room.sent.push({ to, copy });
}

function happen(room: Room, event: Happening): void {
  if (event.type === 'press') return press(room, event.window, event.action);
  if (event.type === 'reload') {
    room.loads += 1;
    room.names[event.window] = `w${room.loads}`;
    if (!event.isKept) room.copies[event.window] = NEW_COPY;
    return;
  }
  const at = room.sent.length === 0 ? -1 : event.message % room.sent.length;
  const message = room.sent[at];
  if (message === undefined) return;
  if (event.type !== 'twice') room.sent.splice(at, 1);
  if (event.type !== 'lose') room.copies[message.to] = mergeCopies(copyIn(room, message.to), message.copy);
}

/** Everybody asks everybody, as windows do when they come up. */
function meet(room: Room): void {
  const all = room.copies.reduce(mergeCopies, NEW_COPY);
  for (let window = 0; window < WINDOWS; window += 1)
    room.copies[window] = room.copies.reduceRight(mergeCopies, copyIn(room, window));
  expect(room.copies.map(talkOf)).toEqual(room.copies.map(() => talkOf(all)));
}

test('all windows agree once they have met, whatever was pressed, lost, doubled, late or reloaded before', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60 }), (events) => {
      const room = createRoom();
      for (const event of events) happen(room, event);
      meet(room);
    }),
    RUNS,
  );
});

test('a press after everybody has met counts everywhere, in whichever window and whatever was before', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40 }), action, fc.nat(WINDOWS - 1), (events, last, window) => {
      const room = createRoom();
      for (const event of events) happen(room, event);
      meet(room);
      press(room, window, last);
      const pressed = talkOf(copyIn(room, window));
      meet(room);
      expect(talkOf(copyIn(room, 0))).toEqual(pressed);
    }),
    RUNS,
  );
});

test('what is older than what is known changes nothing, and the audience never stands outside of the talk', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60 }), (events) => {
      const room = createRoom();
      const before: TalkCopy[] = [];
      for (const event of events) {
        happen(room, event);
        for (const copy of room.copies) {
          const cue = audienceCue(talkOf(copy));
          expect(cue).toBeGreaterThanOrEqual(0);
          expect(cue).toBeLessThan(CUES);
        }
        before.push(copyIn(room, 0));
      }
      const whole = room.copies.reduce(mergeCopies, before.reduce(mergeCopies, NEW_COPY));
      for (const copy of before) expect(mergeCopies(whole, copy)).toBe(whole);
    }),
    RUNS,
  );
});

test('merging knows no order and no repetition', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40 }), (events) => {
      const room = createRoom();
      for (const event of events) happen(room, event);
      const [a, b, c] = [copyIn(room, 0), copyIn(room, 1), copyIn(room, 2)];
      expect(mergeCopies(a, b)).toEqual(mergeCopies(b, a));
      expect(mergeCopies(mergeCopies(a, b), c)).toEqual(mergeCopies(a, mergeCopies(b, c)));
      expect(mergeCopies(a, a)).toBe(a);
    }),
    RUNS,
  );
});

test('both windows press next at once: the talk goes on by one cue, in both', () => {
  const next: TalkAction = { type: 'step', by: 1, nowMs: 5 };
  const [a, b] = ['a', 'b'].map((by) => actOn(NEW_COPY, next, { by, cues: CUES }));
  if (a === undefined || b === undefined) throw new Error('two windows were asked for');
  expect(talkOf(mergeCopies(a, b)).position).toBe(1);
  expect(mergeCopies(a, b)).toEqual(mergeCopies(b, a));
});

test('one counts hands while the other presses next: neither is lost', () => {
  const next = actOn(NEW_COPY, { type: 'step', by: 1, nowMs: 5 }, { by: 'a', cues: CUES });
  const hands = { counts: [3, 4], lines: '' };
  const counted = actOn(NEW_COPY, { type: 'hands', question: 1, hands }, { by: 'b', cues: CUES });
  const talk = talkOf(mergeCopies(next, counted));
  expect(talk.position).toBe(1);
  expect(talk.hands[1]).toEqual(hands);
});

test('a copy that was written down is read as it was, and nothing else is taken for one', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 30 }), fc.jsonValue(), (events, other) => {
      const room = createRoom();
      for (const event of events) happen(room, event);
      const message = { v: TALK_VERSION, type: 'copy', copy: copyIn(room, 0) };
      expect(readTalkMessage(JSON.parse(JSON.stringify(message)))).toEqual(message);
      expect(readTalkMessage(other)).toBeNull();
      expect(readTalkMessage({ ...message, copy: { ...message.copy, position: other } })).toBeNull();
    }),
    RUNS,
  );
  expect(readTalkMessage({ v: TALK_VERSION, type: 'hello' })).toEqual({ v: TALK_VERSION, type: 'hello' });
  expect(lastSeq(NEW_COPY)).toBe(0);
});
