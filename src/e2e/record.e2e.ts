import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

const run = promisify(execFile);
const SIMULATE = fileURLToPath(new URL('../cli/simulate.ts', import.meta.url));

/** Opens the panel and waits until claims are proposed. */
async function openRecord(playground: PlaygroundPage): Promise<void> {
  await playground.button('Scenario').last().click();
  await expect(playground.page.getByRole('group', { name: 'One pipe', exact: true })).toBeVisible();
}

async function savedFile(page: Page): Promise<{ readonly path: string; readonly name: string; readonly text: string }> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save' }).click();
  const download = await downloading;
  const path = await download.path();
  return { path, name: download.suggestedFilename(), text: await readFile(path, 'utf8') };
}

test('what was done by hand is saved as a scenario whose claims hold wherever it is run', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const before = await playground.digest();
  await openRecord(playground);
  await expect(page.getByText(/Nothing yet since “A Wi-Fi blip of three seconds”/)).toBeVisible();
  await page.keyboard.press('r');
  await playground.digestChangesFrom(before);
  const digest = await playground.digest();
  const recorded = page.getByRole('region', { name: 'Recorded so far' });
  await expect(recorded.getByRole('button', { name: /Laptop refresh.*yours/ })).toBeVisible();

  await page.getByLabel('Title').fill('A reload in the middle');
  await expect(page.getByLabel('Id', { exact: true })).toHaveValue('a-reload-in-the-middle');
  await page.getByLabel('Summary').fill('Somebody reloads: what is left?');
  const { path, name, text } = await savedFile(page);
  expect(name).toBe('a-reload-in-the-middle.yaml');
  expect(text).toContain('do: refresh }');
  expect(text).toContain('expect:\n');

  // Exit code 0: every claim that was proposed and kept holds outside of the browser.
  const { stdout } = await run(process.execPath, [SIMULATE, path, '--json']);
  const report = JSON.parse(stdout) as { readonly scenario: string; readonly digest: string };
  expect(report).toMatchObject({ scenario: 'a-reload-in-the-middle' });

  await page.getByRole('button', { name: 'Open as scenario' }).click();
  await expect(playground.button('Scenario: A reload in the middle')).toBeVisible();
  await expect(page.getByText(/Nothing yet since “A reload in the middle”/)).toBeVisible();
  expect(await playground.digest()).toBe(report.digest);
  expect(report.digest).toBe(digest);
  await playground.button(/^Undo: open/).click();
  await expect(playground.button('Scenario: A Wi-Fi blip of three seconds')).toBeVisible();
});

test('people choose what the file claims, and every line of the record leads to its moment', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await openRecord(playground);
  await page.getByRole('button', { name: /1\.600 s Laptop drop/ }).click();
  await expect(playground.playhead()).toContainText('1.600');
  const pipe = page.getByRole('group', { name: 'One pipe' });
  await pipe.getByRole('checkbox', { name: 'G1 complete is broken' }).uncheck();
  await pipe.getByRole('button', { name: /more that hold$/ }).click();
  await pipe.getByRole('checkbox', { name: 'G2 once is kept' }).check();
  const { text } = await savedFile(page);
  expect(text).toMatch(/naive-sse:(\n {4}.*)*guarantees: \{ G2: true, G4: false, G6: true, G7: false \}/);
});

test('a name that cannot be is said at its field, and nothing can be saved under it', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await openRecord(playground);
  await page.getByLabel('Id', { exact: true }).fill('Not an id');
  await expect(page.getByLabel('Id', { exact: true })).toHaveAccessibleDescription(/must be kebab-case/);
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
  // What was typed is still there when the panel was closed in between.
  await page.keyboard.press('Escape');
  await playground.button('Scenario').last().click();
  await expect(page.getByLabel('Id', { exact: true })).toHaveValue('Not an id');
});

test('the link of a recorded scenario carries all of it', async ({ page, context, browser }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await openRecord(playground);
  await page.getByLabel('Title').fill('Carried along');
  await page.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(page.getByText('Link copied. It carries the whole scenario.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const elsewhere = new PlaygroundPage(await (await browser.newContext()).newPage());
  await elsewhere.page.goto(link);
  await elsewhere.settled();
  await expect(elsewhere.button('Scenario: Carried along')).toBeVisible();
  await elsewhere.page.context().close();
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('a record is made and opened on a phone, and nothing is wider than the screen', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    const before = await playground.digest();
    await playground.button('Pull the plug').tap();
    await playground.digestChangesFrom(before);
    await playground.button('Pause').tap();
    await playground.button('Scenario').last().tap();
    await expect(page.getByRole('button', { name: /Laptop drop.*yours/ })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.getByRole('button', { name: 'Open as scenario' }).tap();
    await expect(page.getByText(/^“A Wi-Fi blip of three seconds, changed” is open/)).toBeVisible();
  });
});

for (const theme of ['light', 'dark', 'projector']) {
  test(`nothing is in the way of anybody in the record, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.addInitScript((chosen) => localStorage.setItem('pull-the-plug.theme', chosen), theme);
    const playground = new PlaygroundPage(page);
    await playground.open();
    await openRecord(playground);
    await page.getByText(/^The file, \d+ lines$/).click();
    const { violations } = await new AxeBuilder({ page }).include('.dock-panel').analyze();
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
  });
}
