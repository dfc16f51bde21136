import { expect, test } from 'vitest';
import { parseScenario } from './parse.ts';
import { describeProblem } from './scenario-problem.ts';

const HEAD = 'version: 1\nid: mine\ntitle: Mine\n';

function complaints(text: string): string {
  const parsed = parseScenario(text);
  return parsed.ok ? '' : parsed.error.map((problem) => describeProblem(problem, 'f')).join('\n');
}

test.each<readonly [part: string, text: string]>([
  ['crash', `${HEAD}script: [{ atMs: 0, on: agent, do: crash }]`],
  ['deploy', `${HEAD}script: [{ atMs: 0, on: agent, do: deploy }]`],
  ['outage', `${HEAD}script: [{ atMs: 0, on: session, do: outage, forMs: 5 }]`],
  ['buffer', `${HEAD}script: [{ atMs: 0, on: proxy, do: buffer, forMs: 5 }]`],
  ['idle-timeout', `${HEAD}script: [{ atMs: 0, on: proxy, do: idle-timeout }]`],
  ['duration-cap', `${HEAD}script: [{ atMs: 0, on: proxy, do: duration-cap }]`],
  ['latency', `${HEAD}script: [{ atMs: 0, on: network, do: latency }]`],
  ['retry', `${HEAD}script: [{ atMs: 0, on: laptop, do: retry }]`],
  ['steer', `${HEAD}script: [{ atMs: 0, on: laptop, do: steer }]`],
  ['approve', `${HEAD}script: [{ atMs: 0, on: laptop, do: approve }]`],
  ['reject', `${HEAD}script: [{ atMs: 0, on: laptop, do: reject }]`],
  ['join', `${HEAD}script: [{ atMs: 0, on: laptop, do: join }]`],
  ['websocket-only', `${HEAD}lanes: [websocket-only]\nscript: []`],
  ['websocket-only', `${HEAD}lanes: [{ lane: websocket-only, as: ws }]\nscript: []`],
  ['transport', `${HEAD}lanes: [{ lane: naive-sse, options: { transport: event-source } }]\nscript: []`],
  ['ttlMs', `${HEAD}lanes: [{ lane: resumable-sse, options: { ttlMs: 5 } }]\nscript: []`],
  ['fencing', `${HEAD}lanes: [{ lane: durable-session, options: { fencing: true } }]\nscript: []`],
  ['parts', `${HEAD}agent: { parts: [] }\nscript: []`],
  ['lesson', `${HEAD}lesson: {}\nscript: []`],
  ['G7', `${HEAD}script: []\nexpect: { naive-sse: { guarantees: { G7: true } } }`],
])('%s, which the model does not have yet, is refused by name', (part, text) => {
  expect(complaints(text)).toContain(`"${part}" is part of the scenario contract and not modelled yet`);
});
