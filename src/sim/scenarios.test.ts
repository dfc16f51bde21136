/** Every scenario proves what it claims, and its trace is reviewed text: a change shows in the diff. */

import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compileScenarioFolder } from '../cli/scenario-files.ts';
import { describeClaim, evaluateClaims } from '../scenario/claims.ts';
import { simulate } from './simulate.ts';
import { traceText } from './trace-text.ts';

const FOLDER = fileURLToPath(new URL('../../scenarios', import.meta.url));
const loaded = compileScenarioFolder(FOLDER);
const scenarios = loaded.ok ? loaded.value : [];

describe('the scenarios', () => {
  test('are all readable, and there are at least four', () => {
    expect(loaded.ok ? [] : loaded.error).toEqual([]);
    expect(scenarios.length).toBeGreaterThanOrEqual(4);
  });

  test.each(scenarios.map(({ compiled }) => [compiled.id, compiled] as const))(
    '%s keeps every claim that it makes',
    (_id, compiled) => {
      const claims = evaluateClaims(compiled.expect, simulate(compiled).report);
      expect(claims.length).toBeGreaterThan(0);
      expect(claims.filter((claim) => !claim.holds).map(describeClaim)).toEqual([]);
    },
  );

  test.each(scenarios.map(({ compiled }) => [compiled.id, compiled] as const))(
    '%s gives its golden trace',
    async (id, compiled) => {
      const run = simulate(compiled);
      const text = `# ${id} seed=${run.report.seed} digest=${run.report.digest}\n# atMs lane id cause actor type fields\n${traceText(run.lanes)}\n`;
      await expect(text).toMatchFileSnapshot(`${FOLDER}/golden/${id}.trace.txt`);
    },
  );
});
