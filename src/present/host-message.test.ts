import { expect, test } from 'vitest';
import { readFrameMessage, readHostMessage } from './host-message.ts';
import { NEW_TALK } from './talk.ts';

const CUES = 5;
const NOW = 7;

function hear(fields: object, position = 2) {
  return readHostMessage({ ns: 'pull-the-plug', v: 1, ...fields }, { ...NEW_TALK, position }, CUES, NOW);
}

test('a step goes on within the lesson, and at its ends it is handed back', () => {
  expect(hear({ type: 'step', payload: { by: 1 } })).toEqual({
    action: { type: 'step', by: 1, nowMs: NOW },
    answer: { type: 'marker' },
    id: null,
  });
  expect(hear({ type: 'step', payload: { by: 1 }, id: 'x' }, 4)).toEqual({
    action: null,
    answer: { type: 'end', edge: 'last' },
    id: 'x',
  });
  expect(hear({ type: 'step', payload: { by: -1 } }, 0)?.answer).toEqual({ type: 'end', edge: 'first' });
});

test('a step at the end of a dark lesson lights it first', () => {
  const dark = { ...NEW_TALK, position: 4, isBlank: true };
  const step = { ns: 'pull-the-plug', v: 1, type: 'step', payload: { by: 1 } };
  expect(readHostMessage(step, dark, CUES, NOW)?.action).toEqual({ type: 'step', by: 1, nowMs: NOW });
});

test('a host can ask, seek and choose the theme', () => {
  expect(hear({ type: 'ping', id: 3 })).toEqual({ action: null, answer: { type: 'pong' }, id: 3 });
  expect(hear({ type: 'getState' })?.answer).toEqual({ type: 'marker' });
  expect(hear({ type: 'seek', payload: { to: 4 } })?.action).toEqual({ type: 'go', to: 4, nowMs: NOW });
  expect(hear({ type: 'setTheme', payload: { theme: 'dark' } })?.action).toEqual({ type: 'theme', theme: 'dark' });
});

test('what cannot be done is answered with its reason, never with silence', () => {
  const said = [
    hear({ type: 'seek', payload: { to: 5 } }),
    hear({ type: 'step', payload: { by: 2 } }),
    hear({ type: 'setTheme' }),
    hear({ type: 'play' }),
    hear({ type: 'ping', v: 2 }),
  ].map((outcome) => (outcome?.answer.type === 'error' ? outcome.answer.message : outcome));
  expect(said).toEqual([
    'unable to seek; to must be a cue from 0 to 4',
    'unable to step; by must be 1 or -1',
    'unable to set the theme; it must be projector, light or dark',
    'unable to do play; the frame knows ping, step, seek, getState and setTheme',
    'unable to read a message of version 2; this frame speaks 1',
  ]);
});

test('messages of others are left alone, on either side', () => {
  for (const data of [null, 'step', { type: 'step' }, { ns: 'reveal', v: 1, type: 'step' }]) {
    expect(readHostMessage(data, NEW_TALK, CUES, NOW)).toBeNull();
    expect(readFrameMessage(data)).toBeNull();
  }
  const marker = {
    ns: 'pull-the-plug',
    v: 1,
    type: 'marker',
    payload: { cue: 1, cues: 5, kind: 'beat', name: 'Beat 1' },
  };
  expect(readFrameMessage(marker)).toEqual(marker);
  expect(readFrameMessage({ ...marker, payload: {} })).toBeNull();
  expect(readFrameMessage({ ...marker, type: 'end', payload: { edge: 'middle' } })).toBeNull();
});
