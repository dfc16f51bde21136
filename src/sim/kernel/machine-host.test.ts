import { fromCallback, setup } from 'xstate';
import { expect, test } from 'vitest';
import { startMachine, stepMachine } from './machine-host.ts';

const base = setup({
  types: { events: {} as { type: 'go' } | { type: 'call' }, emitted: {} as { type: 'called' } },
  delays: { LATER: 40 },
});
const machine = base.createMachine({
  id: 'sample',
  initial: 'idle',
  states: {
    idle: { on: { go: 'waiting', call: { actions: base.emit({ type: 'called' }) } } },
    waiting: { after: { LATER: 'idle' }, on: { go: 'waiting' } },
  },
});

test('a delay becomes a timer of ours, and leaving the state cancels it', () => {
  const waiting = stepMachine(startMachine(machine, 'laptop', null, undefined).cell, { type: 'go' });
  const [arm] = waiting.effects;
  expect(arm).toMatchObject({ kind: 'timer.arm', delayMs: 40 });
  const timer = arm?.kind === 'timer.arm' ? arm : undefined;
  const idle = stepMachine(waiting.cell, timer?.event ?? { type: 'none' });
  expect(idle.cell.state).toBe('idle');
  expect(idle.effects).toEqual([{ kind: 'timer.cancel', timerId: timer?.timerId }]);
});

test('an emit is an effect, also when the state stays', () => {
  const step = stepMachine(startMachine(machine, 'laptop', null, undefined).cell, { type: 'call' });
  expect(step).toMatchObject({ ignored: false, effects: [{ kind: 'emit', event: { type: 'called' } }] });
});

test('an event without an answer is ignored', () => {
  expect(stepMachine(startMachine(machine, 'laptop', null, undefined).cell, { type: 'nothing' }).ignored).toBe(true);
});

test('a machine that asks for more than the simulator allows is refused', () => {
  const invoking = setup({ actors: { call: fromCallback(() => undefined) } }).createMachine({
    invoke: { src: 'call' },
  });
  expect(() => startMachine(invoking, 'laptop', null, undefined)).toThrow(
    /may use after, always, assign, raise and emit only/,
  );
});
