import { expect, test } from 'vitest';
import { addSurface } from './add-surface.ts';
import { applyShareLink } from './apply-link.ts';
import type { CompiledScenario } from './compiled-scenario.ts';
import { describeLaneOptions } from './describe-lane-options.ts';
import { loadScenario } from './load.ts';
import { decodeShareLink } from './share-link.ts';

const ORIGINAL = load(`
version: 1
id: mine
title: Mine
horizonMs: 9000
agent: { answer: { text: one two three } }
agents: { helper: { answer: { text: one }, tokens: 4 } }
lanes: [naive-sse, { lane: durable-session, as: durable }]
script: [{ atMs: 0, on: laptop, do: open }, { atMs: 1000, on: laptop, do: drop, how: reset, forMs: 500 }]
`);
const CONTEXT = { scenarios: [ORIGINAL], laneOptions: describeLaneOptions() };

function load(text: string): CompiledScenario {
  const loaded = loadScenario(text, { answers: new Map() });
  return loaded.ok ? loaded.value : expect.fail('the scenario cannot be read');
}

function open(hash: string) {
  const link = decodeShareLink(hash, 1);
  if (!link.ok || link.value === null) return expect.fail('the link cannot be read');
  return applyShareLink(link.value, CONTEXT);
}

test('a second tab is on the network of the first surface', () => {
  expect(addSurface(ORIGINAL, { name: 'tab-2', kind: 'tab' }).surfaces).toEqual([
    { name: 'laptop', kind: 'tab', latencyMs: 20, jitterMs: 0, mayStop: true },
    { name: 'tab-2', kind: 'tab', latencyMs: 20, jitterMs: 0, mayStop: true },
  ]);
});

test.each([
  ['#/play/mien', 'there is no such scenario here', 'Did you mean "mine"?'],
  ['#/play/mine?script=open@0:lptop', 'there is no surface "lptop"', 'Did you mean "laptop"?'],
  ['#/play/mine?script=crash@0:laptop', '"crash" happens on an agent, not on "laptop"', 'Known: agent, helper.'],
  ['#/play/mine?script=stop@0:agent', '"stop" happens on a surface, not on "agent"', 'Surfaces: laptop.'],
  ['#/play/mine?script=outage@0:proxy/5', '"outage" happens on the session, not on "proxy"', 'Known: session.'],
  ['#/play/mine?script=stop@9001:laptop', 'the run ends at 9000 ms', ''],
  ['#/play/mine?script=stop@t5:laptop', 'the answer has 4 words', ''],
  ['#/play/mine?at=9001', 'the run ends at 9000 ms', ''],
  ['#/play/mine?set=naive.drained:true', 'there is no lane "naive"', 'naive-sse, durable'],
  ['#/play/mine?set=durable.drained:true', 'the lane has no option "drained"', 'rollupMs'],
  ['#/play/mine?set=naive-sse.drained:5', 'drained is true or false', ''],
  ['#/play/mine?set=durable.rollupMs:999999999', 'rollupMs is a whole number from 0 to 604800000', ''],
  ['#/play/mine?set=durable.publishOffline:maybe', 'publishOffline is one of queue, fail', ''],
  [`#/play/mine?add=${Array.from({ length: 12 }, (_, at) => `s${at}:tab`).join(',')}`, 'it makes 13 surfaces', ''],
])('%s is refused', (hash, reason, remedy) => {
  const opened = open(hash);
  const [problem, ...others] = opened.ok ? [] : opened.error;
  expect(others).toEqual([]);
  expect(problem?.reason).toContain(reason);
  expect(problem?.remedy).toContain(remedy);
});

test('every lane option is described for controls', () => {
  expect(describeLaneOptions()['naive-sse']?.map(({ name }) => name)).toEqual([
    'signalForwarded',
    'closePropagated',
    'drained',
    'saveOnClose',
    'onOrphan',
    'retry',
    'transport',
    'eventSourceRetryMs',
    'closeOnDone',
    'heartbeatMs',
  ]);
  expect(describeLaneOptions()['durable-session']?.find(({ name }) => name === 'rollupMs')).toMatchObject({
    kind: 'number',
    byDefault: 40,
    least: 0,
  });
});
