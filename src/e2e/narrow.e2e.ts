import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

const SCENARIOS = readdirSync('scenarios').flatMap((file) => /^\d\d-(.+)\.yaml$/.exec(file)?.[1] ?? []);

test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

test('no scenario is wider than a phone, nor is any panel', async ({ page }) => {
  test.slow();
  const playground = new PlaygroundPage(page);
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  const wider: string[] = [];
  await playground.open();
  expect(SCENARIOS.length).toBeGreaterThan(10);
  for (const id of SCENARIOS) {
    const before = id === 'wifi-blip' ? null : await playground.digest();
    await page.evaluate((hash) => (location.hash = hash), `#/play/${id}`);
    if (before !== null) await playground.digestChangesFrom(before);
    if ((await width()) > 360) wider.push(id);
  }
  for (const name of await page.locator('.dock-rail button').allTextContents()) {
    await page.locator('.dock-rail').getByRole('button', { name }).tap();
    const panel = page.getByRole('complementary', { name });
    await expect(panel.locator('.dock-head')).toBeVisible();
    await expect(panel.getByText('Loading…')).toHaveCount(0);
    if ((await width()) > 360) wider.push(name);
    await panel.getByRole('button', { name: `Close ${name}` }).tap();
  }
  expect(wider).toEqual([]);
});
