import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
];

for (const viewport of SIZES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`nothing is in the way of anybody at ${viewport.width} px, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize(viewport);
      const playground = new PlaygroundPage(page);
      await playground.open();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
    });
  }
}

for (const name of ['Keys and marks', 'Options of One pipe', /^G1 complete: broken/, /guarantees held/]) {
  test(`nothing is in the way of anybody in what ${String(name)} opens`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.button(name).first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
}

test('on a phone nothing is wider than the screen, and a switch brings each lane to the front', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const playground = new PlaygroundPage(page);
  await playground.open();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await expect(playground.lane('Session')).toBeHidden();
  await page.getByRole('radio', { name: /^Session/ }).click();
  await expect(playground.lane('Session')).toBeVisible();
  await expect(playground.lane('One pipe')).toBeHidden();
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('the plug is pulled and the outcome changes, without a keyboard', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    const before = await playground.digest();
    await playground.button('Pull the plug').tap();
    await playground.digestChangesFrom(before);
    await playground.button('Pause').tap();
    await playground.button(/^Undo: drop/).tap();
    await expect(playground.root).toHaveAttribute('data-digest', before);
  });
});
