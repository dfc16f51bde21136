import { describe, expect, test } from 'vitest';
import { assertPresent } from '../../base/assert.ts';
import { inspectorFacts } from '../../cli/inspector-facts.ts';
import { TRACE_FIELDS } from '../../protocol/trace-fields.ts';
import type { MessageKind, TraceEvent } from '../../protocol/trace-event.ts';
import { describeLaneOptions } from '../../scenario/describe-lane-options.ts';
import { scenarioRuns } from '../../testing/scenario-runs.ts';
import { codeAt } from './code-at.ts';

const { lanes } = await inspectorFacts();
const facts = describeLaneOptions();
const KINDS: Readonly<Record<MessageKind, true>> = {
  prompt: true,
  load: true,
  history: true,
  resume: true,
  stop: true,
  steer: true,
  approval: true,
  takeover: true,
  'hang-up': true,
  'wake-up': true,
  attach: true,
  finish: true,
  nothing: true,
  reply: true,
};
const all = Object.entries(lanes).map(([name, { code }]) => ({ name, code }));

function defaultsOf(name: string): Readonly<Record<string, string | number | boolean>> {
  return Object.fromEntries(assertPresent(facts[name], name).map((fact) => [fact.name, fact.byDefault]));
}

function message(kind: MessageKind): TraceEvent {
  const fact = { id: 0, atMs: 0, lane: 'any', actor: 'laptop', causedBy: null } as const;
  return { ...fact, type: 'message.sent', message: 1, kind, to: 'server', connection: null };
}

describe.each(all)('$name', ({ name, code }) => {
  test.each(Object.keys(KINDS) as MessageKind[])(
    'a line stands behind the message %s, or a reason of its own',
    (kind) => {
      const { files, reason } = codeAt(code, defaultsOf(name), message(kind));
      const isMarked = files.some(({ isCurrent }) => isCurrent);
      expect(isMarked).toBe(reason === null);
      if (!isMarked) expect(Object.values(code.none)).toContain(reason);
    },
  );

  test('its lines depend on options that the lane has, and on values that they can have', () => {
    for (const { when, text } of code.files.flatMap(({ lines }) => lines))
      for (const [option, values] of Object.entries(when)) {
        const fact = facts[name]?.find((one) => one.name === option);
        expect(fact, `${option} of ${text}`).toBeDefined();
        for (const value of values) expect(fact?.kind === 'choice' ? fact.choices : [true, false]).toContain(value);
      }
  });

  test('its lines stand behind events that there are', () => {
    const types = Object.keys(TRACE_FIELDS);
    const kinded = /^(message|connection|record) \S+$|^(connection\.closed|tokens\.shown) \S+$/;
    for (const key of [
      ...code.files.flatMap(({ lines }) => lines.flatMap(({ behind }) => behind)),
      ...Object.keys(code.none),
    ])
      expect(types.includes(key) || kinded.test(key), key).toBe(true);
  });

  test('its sources are dated, and its lines fit a page of a book', () => {
    expect(code.sources.length).toBeGreaterThan(0);
    for (const { url, asOf } of code.sources) {
      expect(url).toMatch(/^https:\/\//);
      expect(asOf).toMatch(/^2026-\d\d-\d\d$/);
    }
    for (const { text } of code.files.flatMap(({ lines }) => lines)) expect(text.length, text).toBeLessThanOrEqual(106);
  });
});

test('every event of every scenario has a line or a sentence, and never both', () => {
  for (const { run } of scenarioRuns())
    for (const trace of run.lanes) {
      const options = run.scenario.lanes.find(({ name }) => name === trace.name)?.options ?? {};
      for (const event of trace.events) {
        const { files, reason } = codeAt(assertPresent(lanes[trace.lane], trace.lane).code, options, event);
        expect(files.some(({ isCurrent }) => isCurrent)).toBe(reason === null);
        expect(reason).not.toBe('');
      }
    }
});

test('the lines of an option stand there only while it is in force', () => {
  const resumable = assertPresent(
    all.find(({ code }) => code.files.some(({ path }) => path.includes('stop/'))),
    'a stop endpoint',
  );
  const at = (options: Readonly<Record<string, string>>) =>
    codeAt(resumable.code, { ...defaultsOf(resumable.name), ...options }, message('stop'));
  expect(at({ stopEndpoint: 'none' }).files.map(({ path }) => path)).not.toContain('app/api/chat/[id]/stop/route.ts');
  expect(at({ stopEndpoint: 'none' }).reason).toMatch(/no stop endpoint/);
  const marked = at({ stopEndpoint: 'by-run' }).files.flatMap(({ lines }) =>
    lines.filter(({ isCurrent }) => isCurrent),
  );
  expect(marked.map(({ text }) => text).join('\n')).toContain('activeStreamId');
});
