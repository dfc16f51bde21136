import { expect, test } from 'vitest';
import { clickerCommand } from './clicker.ts';
import { cueName, cuesOf } from './cue.ts';
import { paceAt, planCues } from './pacing.ts';
import { audienceCue, elapsedMs, NEW_TALK, stepTalk } from './talk.ts';
import type { Talk, TalkAction } from './talk.ts';

const CUES = 12;
const NEXT: TalkAction = { type: 'step', by: 1, nowMs: 1000 };
const BACK: TalkAction = { type: 'step', by: -1, nowMs: 1000 };

function after(...actions: readonly TalkAction[]): Talk {
  return actions.reduce((talk, action) => stepTalk(talk, action, CUES), NEW_TALK);
}

test('a talk goes to its end and no further, and back to its title', () => {
  expect(after(...Array.from({ length: 30 }, () => NEXT)).position).toBe(CUES - 1);
  expect(after(NEXT, NEXT, BACK, BACK, BACK).position).toBe(0);
});

test('a frozen audience stays where it is while the speaker looks ahead, and catches up when it thaws', () => {
  const ahead = after(NEXT, { type: 'freeze' }, NEXT, NEXT);
  expect([ahead.position, audienceCue(ahead)]).toEqual([3, 1]);
  expect(audienceCue(stepTalk(ahead, { type: 'freeze' }, CUES))).toBe(3);
});

test('a press on a dark screen lights it, one on a covered screen uncovers it, and neither goes on', () => {
  expect(after(NEXT, { type: 'blank' }, NEXT)).toMatchObject({ position: 1, isBlank: false });
  const asked: TalkAction = { type: 'overlay', overlay: { kind: 'question', text: ' Why not a queue? ' } };
  expect(after(asked).overlay).toEqual({ kind: 'question', text: 'Why not a queue?' });
  expect(after(NEXT, asked, NEXT)).toMatchObject({ position: 1, overlay: null });
});

test('an empty question covers nothing', () => {
  expect(after({ type: 'overlay', overlay: { kind: 'question', text: '  ' } }).overlay).toBeNull();
});

test('the first step starts the timer; it stands while it is stopped and goes on from there', () => {
  const begun = after(NEXT);
  expect(elapsedMs(begun.timer, 4000)).toBe(3000);
  const stopped = stepTalk(begun, { type: 'timer', nowMs: 5000 }, CUES);
  expect(elapsedMs(stopped.timer, 99_000)).toBe(4000);
  const again = stepTalk(stopped, { type: 'timer', nowMs: 100_000 }, CUES);
  expect(elapsedMs(again.timer, 101_000)).toBe(5000);
  expect(elapsedMs(stepTalk(again, { type: 'timer.reset', nowMs: 200_000 }, CUES).timer, 200_500)).toBe(500);
  expect(stepTalk(stopped, NEXT, CUES).timer).toBe(stopped.timer);
});

test('starting over forgets everything but the look', () => {
  const used = after(NEXT, { type: 'theme', theme: 'dark' }, { type: 'freeze' });
  expect(stepTalk(used, { type: 'restart' }, CUES)).toEqual({ ...NEW_TALK, theme: 'dark' });
});

test('predictions come before the run and answers after it, each once', () => {
  const question = { kind: 'curve' } as const;
  const lesson = { predict: [question, question], beats: [{}, {}, {}] } as unknown as Parameters<typeof cuesOf>[0];
  expect(cuesOf(lesson).map((cue) => cueName(cue, lesson))).toEqual([
    'Title',
    'Prediction 1',
    'Prediction 2',
    'Beat 1',
    'Beat 2',
    'Beat 3',
    'What happened?',
    'Answer 1',
    'Answer 2',
    'What happened: the answer',
    'Principle',
    'End',
  ]);
});

test('the planned minutes are spread over all cues without a gap', () => {
  const cues = [
    { kind: 'title' },
    { kind: 'predict', question: 0 },
    { kind: 'beat', beat: 0 },
    { kind: 'end' },
  ] as const;
  const plan = planCues(cues, 5);
  expect(plan.map(({ fromMs }) => fromMs)).toEqual([0, ...plan.slice(0, -1).map(({ toMs }) => toMs)]);
  expect(plan.at(-1)?.toMs).toBe(300_000);
  expect(paceAt(plan[1], (plan[1]?.fromMs ?? 0) - 20_000)).toEqual({ kind: 'ahead', byMs: 20_000 });
  expect(paceAt(plan[1], plan[1]?.toMs ?? 0)).toEqual({ kind: 'on-time', byMs: 0 });
  expect(paceAt(plan[1], (plan[1]?.toMs ?? 0) + 1000)).toEqual({ kind: 'behind', byMs: 1000 });
});

test('what clickers send is understood, and single characters can be switched off', () => {
  expect(['PageDown', 'PageUp', '.', 'Home'].map((key) => clickerCommand(key, true))).toEqual([
    'next',
    'back',
    'blank',
    'first',
  ]);
  expect(clickerCommand('B', true)).toBe('blank');
  expect(clickerCommand('b', false)).toBeNull();
  expect(clickerCommand('PageDown', false)).toBe('next');
  expect(clickerCommand('x', true)).toBeNull();
});
