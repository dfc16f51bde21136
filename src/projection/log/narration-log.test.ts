import fc from 'fast-check';
import { expect, test } from 'vitest';
import { simulate } from '../../sim/simulate.ts';
import { buildScenario } from '../../testing/build-scenario.ts';
import { runNamed } from '../../testing/home-run.ts';
import { anyWorld } from '../../testing/worlds/arbitrary-world.ts';
import { narrateEvent } from '../narrate-event.ts';
import { logText } from './log-text.ts';
import { filterLog, lineText, narrationLog } from './narration-log.ts';

const run = runNamed('wifi-blip');
const log = narrationLog(run);
const END = Number.MAX_SAFE_INTEGER;

test('what a person does to every lane is one line, and leads to the act', () => {
  const sent = log.filter(({ text }) => text === 'a person asks on the laptop');
  expect(sent).toHaveLength(1);
  expect(sent[0]?.lanes).toEqual(run.lanes.map(({ name }) => name));
  const lane = run.lanes.find(({ name }) => name === sent[0]?.lane);
  expect(lane?.events[sent[0]?.event ?? -1]).toMatchObject({ type: 'prompt.sent', atMs: 200 });
});

test('words come in batches: far fewer lines than words, and every word is told', () => {
  const made = log.filter(({ text, lane }) => lane === 'durable-session' && text.startsWith('the agent makes'));
  expect(made.length).toBeLessThan(41 / 3);
  const told = made.flatMap((line) => {
    const [from = 0, to = from] = (lineText(line, END).match(/\d+/g) ?? []).map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
  expect(told).toEqual(Array.from({ length: 41 }, (_, index) => index + 1));
});

test('a batch that is under way tells the words until the playhead, and no more', () => {
  const lane = run.lanes.find(({ name }) => name === 'durable-session');
  const spans = log.flatMap((line) => {
    const [, from, to] = /^the agent makes words (\d+) to (\d+)$/.exec(lineText(line, END)) ?? [];
    return line.lane === lane?.name && from !== undefined ? [{ line, from: Number(from), to: Number(to) }] : [];
  });
  const { line, from } = spans.find((span) => span.to - span.from > 3) ?? expect.fail('there is a long batch');
  const third = lane?.events.find((event) => event.type === 'token.generated' && event.token === from + 2)?.atMs ?? 0;
  expect(lineText(line, third)).toBe(`the agent makes words ${from} to ${from + 2}`);
  expect(lineText(line, third - 1)).toBe(`the agent makes words ${from} to ${from + 1}`);
  expect(lineText(line, line.atMs)).toBe(`the agent makes word ${from}`);
});

test('a broken guarantee stands where it was broken', () => {
  const verdict = run.report.lanes['naive-sse']?.guarantees.G1;
  const line = log.find(({ text, lane }) => lane === 'naive-sse' && text === 'G1 complete is broken');
  expect(verdict).toMatchObject({ held: false, atMs: line?.atMs, event: `e${line?.event}` });
  expect(line?.isHarm).toBe(true);
});

test('the log can be held to one lane, and to what is telling', () => {
  const one = filterLog(log, { lanes: new Set(['naive-sse']), hasDetails: false });
  expect(one.every(({ lanes }) => lanes.includes('naive-sse'))).toBe(true);
  expect(one.some(({ text }) => text.includes('sends the prompt'))).toBe(false);
  const everything = filterLog(log, { lanes: new Set(['naive-sse']), hasDetails: true });
  expect(everything.some(({ text }) => text.includes('sends the prompt'))).toBe(true);
});

test('as text each line has its time and its lanes', () => {
  const lanes = new Set(run.lanes.map(({ name }) => name));
  const lines = filterLog(log, { lanes, hasDetails: false }).filter(({ atMs }) => atMs <= 200);
  expect(logText(run, lines, 200).split('\n')).toEqual([
    '   0.000 s  every lane: a person opens the laptop',
    '   0.000 s  every lane: the laptop shows “idle”',
    '   0.200 s  every lane: a person asks on the laptop',
    '   0.200 s  every lane: the laptop shows “waiting”',
  ]);
});

test('in any run every act is told, in the order of time', () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const { lanes, report, ...rest } = simulate(buildScenario(world));
      const lines = narrationLog({ lanes, report, ...rest });
      const times = lines.map(({ atMs }) => atMs);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
      for (const { name, events } of lanes) {
        const own = new Set(
          lines.filter((line) => line.lanes.includes(name)).map(({ atMs, text }) => `${atMs} ${text}`),
        );
        const untold = events.filter(
          (event) => 'scriptIndex' in event && !own.has(`${event.atMs} ${narrateEvent(event)}`),
        );
        expect(untold).toEqual([]);
        for (const line of lines.filter(({ lane }) => lane === name)) expect(events[line.event]?.atMs).toBe(line.atMs);
      }
    }),
    { numRuns: 40 },
  );
});
