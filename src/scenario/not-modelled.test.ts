import { expect, test } from 'vitest';
import { parseScenario } from './parse.ts';
import { describeProblem } from './scenario-problem.ts';

const HEAD = 'version: 1\nid: mine\ntitle: Mine\n';

function complaints(text: string): string {
  const parsed = parseScenario(text);
  return parsed.ok ? '' : parsed.error.map((problem) => describeProblem(problem, 'f')).join('\n');
}

test.each<readonly [part: string, text: string]>([
  ['lossPercent', `${HEAD}network: { lossPercent: 5 }\nscript: []`],
  ['bandwidth', `${HEAD}network: { bandwidth: 5 }\nscript: []`],
])('%s, which the model does not have yet, is refused by name', (part, text) => {
  expect(complaints(text)).toContain(`"${part}" is part of the scenario contract and not modelled yet`);
});
