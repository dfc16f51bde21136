/**
 * `npm test`: everything that must hold, in one go, on a machine where nothing was prepared. Ends with
 * `N passed, N failed` over all of it.
 */

import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { runChecks } from './checks.ts';
import { ensureBrowser } from './ensure-browser.ts';
import { ROOT, runCommand } from './run-command.ts';
import { addCounts, countOf, NO_TESTS, readPlaywrightCount, readSizeCount, readVitestCount } from './test-count.ts';
import type { TestCount } from './test-count.ts';

const REPORTS = join(ROOT, 'node_modules', '.cache', 'test-reports');

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const began = performance.now();
let total = NO_TESTS;

const browser = await ensureBrowser();
const env = browser === null ? {} : { CHROMIUM_PATH: browser };

await step('checks', async () => {
  const results = await runChecks();
  const failed = results.filter(({ ok }) => !ok).length;
  return { passed: results.length - failed, failed };
});
await step('unit tests and laws', () => runVitest('pure'));
await step('tests in the browser', () => runVitest('browser'));
await step('build', async () => {
  const { ok } = await runCommand('vite', ['build', '--logLevel', 'warn'], { isShown: true });
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
});
await step('size of the build', async () => {
  const { ok, output } = await runCommand('size-limit', ['--json']);
  console.log(output.trimEnd());
  return countOf(ok || output.trimStart().startsWith('[') ? readSizeCount(output) : NO_TESTS, ok);
});
await step('journeys', async () => {
  const report = join(REPORTS, 'journeys.json');
  const { ok } = await runCommand('playwright', ['test', '--reporter=list,json'], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, E2E_PORT: String(await freePort()) },
    isShown: true,
  });
  return countOf(readPlaywrightCount(report), ok);
});

console.log(`\nDone in ${Math.round((performance.now() - began) / 1000)} s.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function step(title: string, run: () => Promise<TestCount>): Promise<void> {
  console.log(`\n── ${title}`);
  const count = await run().catch((error: unknown) => {
    console.log(error);
    return countOf(NO_TESTS, false);
  });
  console.log(`${title}: ${count.passed} ok, ${count.failed} not ok`);
  total = addCounts(total, count);
}

async function runVitest(project: string): Promise<TestCount> {
  const report = join(REPORTS, `${project}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { ok } = await runCommand('vitest', args, { env, isShown: true });
  return countOf(readVitestCount(report), ok);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
