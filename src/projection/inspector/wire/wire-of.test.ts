import { createParser } from 'eventsource-parser';
import { describe, expect, test } from 'vitest';
import { assertPresent } from '../../../base/assert.ts';
import { inspectorFacts } from '../../../cli/inspector-facts.ts';
import type { LaneTrace, TraceEvent } from '../../../protocol/trace-event.ts';
import type { CompiledScenario } from '../../../scenario/compiled-scenario.ts';
import { scenarioRuns } from '../../../testing/scenario-runs.ts';
import { wordsOfRun } from '../words-of-run.ts';
import { wireOf } from './wire-of.ts';
import type { Wire } from './wire.ts';

const { lanes } = await inspectorFacts();
const runs = scenarioRuns();

interface Told {
  readonly trace: LaneTrace;
  readonly scenario: CompiledScenario;
  readonly event: TraceEvent;
  readonly wire: Wire;
  readonly style: string;
}

function wireAt(trace: LaneTrace, scenario: CompiledScenario, event: TraceEvent): Wire | null {
  return wireOf(assertPresent(lanes[trace.lane], trace.lane).wire, trace, scenario, event);
}

const told: readonly Told[] = runs.flatMap(({ run }) =>
  run.lanes.flatMap((trace) =>
    trace.events.flatMap((event) => {
      const wire = wireAt(trace, run.scenario, event);
      const style = assertPresent(lanes[trace.lane], trace.lane).wire;
      return wire === null ? [] : [{ trace, scenario: run.scenario, event, wire, style }];
    }),
  ),
);

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function sseData(text: string): readonly string[] {
  const data: string[] = [];
  createParser({ onEvent: (event) => data.push(event.data) }).feed(text);
  return data;
}

/** The deltas of an answer's events, `[DONE]` and the parts without words left out. */
function deltas(text: string): string {
  return sseData(text)
    .filter((data) => data !== '[DONE]')
    .map((data) => JSON.parse(data) as { readonly type: string; readonly delta?: string })
    .map(({ type, delta }) => (type === 'text-delta' ? delta : ''))
    .join('');
}

function join(trace: LaneTrace, scenario: CompiledScenario, run: number, from: number, to: number): string {
  return wordsOfRun(trace, scenario, run)
    .slice(from - 1, to)
    .map((word) => `${word} `)
    .join('');
}

test('every message of every scenario has its bytes, or a sentence that says why there are none', () => {
  const types = new Set([
    'message.sent',
    'message.delivered',
    'message.lost',
    'connection.opening',
    'connection.closed',
  ]);
  for (const { run } of runs)
    for (const trace of run.lanes)
      for (const event of trace.events.filter(({ type }) => types.has(type))) {
        const wire = wireAt(trace, run.scenario, event);
        expect(wire, `${trace.name} e${event.id}`).not.toBeNull();
        expect((wire?.parts.length ?? 0) + (wire?.remarks.length ?? 0)).toBeGreaterThan(0);
      }
  expect(told.length).toBeGreaterThan(2_000);
});

test('the bytes that are counted are those of the text, and no text is empty', () => {
  for (const { wire, style } of told)
    for (const { text, bytes } of wire.parts) {
      expect(text).not.toBe('');
      // Frames are shown a line each; the breaks between them are not sent.
      const breaks =
        style !== 'pipe' && !text.includes('HTTP/1.1') && !text.startsWith('data:') ? text.split('\n').length - 1 : 0;
      expect(bytes).toBe(bytesOf(text) - breaks);
    }
});

test('a request tells the length of its body, and the body is JSON', () => {
  const bodies = told.flatMap(({ wire }) =>
    wire.parts.flatMap(({ text }) => {
      const length = /^content-length: (\d+)\r$/m.exec(text)?.[1];
      return length === undefined ? [] : [{ length: Number(length), body: text.slice(text.indexOf('\r\n\r\n') + 4) }];
    }),
  );
  expect(bodies.length).toBeGreaterThan(100);
  for (const { length, body } of bodies) {
    expect(bytesOf(body)).toBe(length);
    expect(() => JSON.parse(body) as unknown).not.toThrow();
  }
});

describe('an answer over a pipe', () => {
  const shown = told.filter(
    ({ style, event }) => style === 'pipe' && event.type === 'tokens.shown' && event.via !== 'history',
  );

  test('a reader of server-sent events gets the words back', () => {
    expect(shown.length).toBeGreaterThan(500);
    for (const { trace, scenario, event, wire } of shown) {
      if (event.type !== 'tokens.shown') continue;
      const text = wire.parts.map((part) => part.text).join('');
      expect(deltas(text)).toBe(join(trace, scenario, event.run, event.from, event.to));
    }
  });

  test('it begins before its first word and ends with a finish part and a mark', () => {
    const first = assertPresent(
      shown.find(({ event }) => event.type === 'tokens.shown' && event.from === 1),
      'a first word',
    );
    expect(
      sseData(first.wire.parts[0]?.text ?? '').map((data) => (JSON.parse(data) as { readonly type: string }).type),
    ).toEqual(expect.arrayContaining(['start', 'text-start', 'text-delta']));
    const end = assertPresent(
      told.find(({ style, event }) => style === 'pipe' && event.type === 'message.sent' && event.kind === 'finish'),
      'an end',
    );
    expect(sseData(end.wire.parts[0]?.text ?? '').slice(-2)).toEqual(['{"type":"finish"}', '[DONE]']);
  });

  test('its head names the stream of the AI SDK, a resume without anything to follow is a 204', () => {
    const head = assertPresent(
      told.find(
        ({ style, event }) => style === 'pipe' && event.type === 'connection.opened' && event.purpose === 'chat',
      ),
      'a head',
    );
    expect(head.wire.parts[0]?.text).toMatch(/^HTTP\/1\.1 200 OK\r\ncontent-type: text\/event-stream\r\n/);
    expect(head.wire.parts[0]?.text).toContain('\r\nx-vercel-ai-ui-message-stream: v1\r\n');
    const nothing = assertPresent(
      told.find(({ event }) => event.type === 'message.sent' && event.kind === 'nothing'),
      'a 204',
    );
    expect(nothing.wire.parts[0]?.text).toBe('HTTP/1.1 204 No Content\r\n\r\n');
  });

  test('a stop, a reload and a closed tab write nothing', () => {
    const hungUp = told.filter(
      ({ style, event }) => style === 'pipe' && event.type === 'connection.closed' && event.how === 'hung-up',
    );
    expect(hungUp.length).toBeGreaterThan(3);
    expect(new Set(hungUp.map(({ wire }) => JSON.stringify(wire))).size).toBe(1);
    expect(hungUp[0]?.wire.parts).toEqual([]);
  });
});

describe('an answer from a session', () => {
  const shown = told.filter(({ style, event }) => style === 'session' && event.type === 'tokens.shown');

  test('its records carry the words, with the offsets of the log', () => {
    let records = 0;
    for (const { trace, event, wire } of shown) {
      const lines = wire.parts.flatMap(({ text }) => (text.startsWith('data:') ? sseData(text) : text.split('\n')));
      for (const line of lines) {
        const record = JSON.parse(line) as {
          readonly offset: number | null;
          readonly kind?: string;
          readonly run?: number;
        };
        if (record.kind !== 'output') continue;
        records += 1;
        const kept = trace.events.find((one) => one.type === 'record.appended' && one.offset === record.offset);
        expect(kept).toMatchObject({ record: 'output', run: record.run });
        expect(kept?.id).toBeLessThan(event.id);
      }
    }
    expect(records).toBeGreaterThan(500);
  });

  test('what is appended names its producer and epoch, and stands in the log at its offset', () => {
    const output = assertPresent(
      told.find(({ event }) => event.type === 'record.appended' && event.record === 'output'),
      'a record',
    );
    const [sent, kept] = output.wire.parts;
    expect(sent?.text).toMatch(/\r\nproducer-id: run-\d+\r\nproducer-epoch: \d+\r\n/);
    expect(JSON.parse(kept?.text ?? '')).toMatchObject({
      kind: 'output',
      offset: output.event.type === 'record.appended' && output.event.offset,
    });
  });
});

test('what the model has no number for stands in marks, and nothing else does', () => {
  const names = told.flatMap(({ wire }) =>
    wire.parts.flatMap(({ text }) => Array.from(text.matchAll(/‹([^›]*)›/g), ([, name]) => name)),
  );
  expect(new Set(names)).toEqual(
    new Set([
      'approval',
      'call',
      'chat',
      'host',
      'id',
      'input',
      'key',
      'message',
      'newer epoch',
      'offset',
      'run',
      'seq',
      'session',
      'stream',
      'surface',
      'text',
      'tool',
    ]),
  );
});

test('words from the saved history have the request for it, and an answer that holds them', () => {
  const fromHistory = told.filter(({ event }) => event.type === 'tokens.shown' && event.via === 'history');
  expect(fromHistory.length).toBeGreaterThan(2);
  for (const { trace, scenario, event, wire } of fromHistory) {
    if (event.type !== 'tokens.shown') continue;
    const cause = event.causedBy === null ? null : trace.events[event.causedBy];
    if (cause?.type !== 'message.delivered' || cause.kind !== 'history') continue;
    const [request, answer] = wire.parts;
    expect(request?.text).toMatch(/^GET \/chat\//);
    expect(answer?.text).toMatch(/^HTTP\/1\.1 200 OK/);
    const text = wordsOfRun(trace, scenario, event.run)
      .slice(event.from - 1, event.to)
      .join(' ');
    expect(answer?.text).toContain(JSON.stringify(text));
  }
});
