/** The fields and verbs of the machines behind, as an author meets them: what is taken, and what is refused with which words. */

import { expect, test } from 'vitest';
import { loadScenario } from './load.ts';
import { describeProblem } from './scenario-problem.ts';

const HEAD = 'version: 1\nid: mine\ntitle: Mine\n';
const ANSWERS = new Map([['dosage', 'take two tablets never more']]);

/** What an author would read for `text`, one line a problem. */
function complaints(text: string): readonly string[] {
  const loaded = loadScenario(`${HEAD}${text}`, { answers: ANSWERS });
  return loaded.ok ? [] : loaded.error.map((problem) => describeProblem(problem, 'f'));
}

const script = (entry: string): string => `agents: { helper: {} }\nscript: [{ atMs: 0, ${entry} }]`;
const parts = (...written: readonly string[]): string => `agent: { parts: [${written.join(', ')}] }\nscript: []`;

test.each([
  'on: laptop, do: retry',
  'on: laptop, do: steer, text: Make it five days',
  'on: laptop, do: approve',
  'on: laptop, do: reject',
  'on: laptop, do: join',
  'on: laptop, do: sleep',
  'on: agent, do: sleep, forMs: 500',
  'on: agent, do: crash',
  'on: helper, do: crash, forMs: 3000',
  'on: helper, do: deploy',
  'on: session, do: outage, forMs: 5000',
  'on: proxy, do: buffer',
  'on: proxy, do: buffer, forMs: 2000, untilBytes: 4096',
  'on: proxy, do: idle-timeout',
  'on: proxy, do: duration-cap, afterMs: 120000, cut: error-page',
  'on: network, do: latency, latencyMs: 300',
])('{ %s } is taken', (entry) => {
  expect(complaints(script(entry))).toEqual([]);
});

test.each([
  ['on: laptop, do: crash', '"crash" happens on an agent, not on "laptop". Known: agent, helper.'],
  [
    'on: session, do: sleep',
    '"sleep" happens on a surface or an agent, not on "session". Known: laptop, agent, helper.',
  ],
  ['on: agnt, do: deploy', 'there is no agent "agnt". Did you mean "agent"? Known: agent, helper.'],
  ['on: laptop, do: outage', '"outage" happens on the session, not on "laptop". Known: session.'],
  ['on: server, do: buffer', '"buffer" happens on the proxy, not on "server". Known: proxy.'],
  ['on: netwrk, do: latency, latencyMs: 5', 'there is no network "netwrk". Did you mean "network"?'],
  ['on: helper, do: approve', '"approve" happens on a surface, not on "helper". Surfaces: laptop.'],
  ['on: network, do: latency', 'latencyMs; it is missing. Add latencyMs: a number.'],
  ['on: network, do: latency, latencyMs: 60001', 'it is 60001, more than the limit of 60000 (latencyMs)'],
  ['on: proxy, do: buffer, untilBytes: 0', 'it is 0, less than the least value 1'],
  ['on: proxy, do: idle-timeout, cut: rset', '"rset" is not one of the allowed values. Did you mean "reset"?'],
  ['on: proxy, do: idle-timeout, afterMs: 3600001', 'it is 3600001, more than the limit of 3600000 (horizonMs)'],
  ['on: agent, do: crash, how: reset', '"how" is not a field here. Fields: atMs, after, on, do, forMs.'],
])('{ %s } is refused', (entry, complaint) => {
  expect(complaints(script(entry)).join('\n')).toContain(complaint);
});

test('a part is a tool call or a question, anywhere within the answer', () => {
  const written = ['{ afterToken: 0, tool: look-up }', '{ afterToken: 5, approval: refund, effect: false }'];
  expect(complaints(parts(...written))).toEqual([]);
});

test.each<readonly [what: string, text: string, complaint: string]>([
  [
    'a part that is neither',
    parts('{ afterToken: 2 }'),
    'f:4:18: unable to read agent.parts[0]; it has neither "tool" nor "approval". Add one of them, such as tool: …',
  ],
  [
    'a part that is both',
    parts('{ afterToken: 2, tool: pay, approval: pay }'),
    'f:4:46: unable to read agent.parts[0].approval; "approval" is not a field here. Fields: afterToken, tool, forMs',
  ],
  [
    'an unknown field of a tool',
    parts('{ afterToken: 2, tool: pay, efect: false }'),
    '"efect" is not a field here. Did you mean "effect"? Fields: afterToken, tool, forMs, effect, ignoresAbort.',
  ],
  [
    'a field of a tool in a question',
    parts('{ afterToken: 2, approval: pay, forMs: 5 }'),
    '"forMs" is not a field here. Fields: afterToken, approval, effect.',
  ],
  ['a mistyped kind', parts('{ afterToken: 2, tol: pay }'), '"tol" is not a field here. Did you mean "tool"?'],
  ['a tool with spaces', parts('{ afterToken: 2, tool: Pay now }'), 'must be kebab-case: lower-case letters'],
  [
    'a part after the answer',
    parts('{ afterToken: 1, tool: pay }', '{ afterToken: 6, tool: pay }'),
    'f:4:62: unable to read agent.parts[1].afterToken; the answer has 5 words, so nothing comes after word 6. Use 5 or less, or raise tokens.',
  ],
  [
    'a part of another agent after its answer',
    'agents: { helper: { tokens: 2, parts: [{ afterToken: 3, tool: pay }] } }\nscript: []',
    'unable to read agents.helper.parts[0].afterToken; the answer has 2 words',
  ],
  [
    'too many parts',
    parts(...Array.from({ length: 51 }, () => '{ afterToken: 1, tool: pay }')),
    'it has 51 entries, more than the limit of 50 (parts). Leave out tool calls',
  ],
  ['a part that is a word', parts('pay'), 'unable to read agent.parts[0]; it must be a set of fields'],
  [
    'an agent named like a surface',
    'agents: { laptop: {} }\nscript: []',
    'f:4:11: unable to read agents.laptop; "laptop" is the name of another part of the world. Choose another name for the agent.',
  ],
  ['an agent named like the first one', 'agents: { agent: {} }\nscript: []', '"agent" is the name of another part'],
  ['an agent with capitals', 'agents: { Helper: {} }\nscript: []', '"Helper" must be kebab-case'],
  [
    'nine agents',
    `agents: { ${Array.from({ length: 8 }, (_, at) => `a${at}: {}`).join(', ')} }\nscript: []`,
    'it has 9 agents, more than the limit of 8 (agents)',
  ],
  ['nine processes', 'server: { processes: 9 }\nscript: []', 'it is 9, more than the limit of 8 (processes)'],
  [
    'another protocol',
    'browser: { protocol: http3 }\nscript: []',
    '"http3" is not one of the allowed values. Did you mean "http1"?',
  ],
  ['a proxy without patience', 'proxy: { idleTimeoutMs: 0 }\nscript: []', 'it is 0, less than the least value 1'],
  [
    'an unknown field of the proxy',
    'proxy: { idleMs: 5 }\nscript: []',
    '"idleMs" is not a field here. Fields: idleTimeoutMs',
  ],
  ['a negative price', 'prices: { perGigabyte: -1 }\nscript: []', 'it is -1, less than the least value 0'],
  ['a surface that may what is unknown', 'surfaces: { a: { mayStp: false } }\nscript: []', 'Did you mean "mayStop"?'],
  [
    'a word that no agent makes',
    'agents: { helper: { tokens: 9 } }\nscript: [{ after: { token: 10 }, on: laptop, do: stop }]',
    'token 10 is never made, since the answer has 9 words',
  ],
])('%s is refused, with the place', (_, text, complaint) => {
  expect(complaints(text).join('\n')).toContain(complaint);
});

test('a script may wait for a word that only another agent makes', () => {
  const text = 'agents: { helper: { tokens: 9 } }\nscript: [{ after: { token: 9 }, on: laptop, do: stop }]';
  expect(complaints(text)).toEqual([]);
});
