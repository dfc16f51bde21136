/** The options of a lane, changed on the stage and in the dialog: by mouse, by key, by finger. */

import { expect, test } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

test('a switch on the stage runs the world again, is marked as changed, and turning it back undoes that', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const before = await playground.digest();
  const drained = playground.lane('One pipe').getByRole('switch', { name: /^drained/ });
  await expect(drained).not.toBeChecked();
  await playground.lane('One pipe').getByText('drained').click();
  await playground.digestChangesFrom(before);
  await expect(drained).toBeChecked();
  await expect(drained).toHaveAccessibleName('drained, changed');
  // The whole answer is in the history now, and nowhere on the laptop.
  await expect(playground.verdict('One pipe')).not.toHaveText(/words lost/);
  await playground.lane('One pipe').getByText('drained').click();
  await expect(playground.root).toHaveAttribute('data-digest', before);
  await expect(drained).toHaveAccessibleName('drained');
});

test('the four switches of the plain pipe are reached and turned by key', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const switches = playground.lane('One pipe').getByRole('switch');
  await expect(switches).toHaveCount(4);
  const before = await playground.digest();
  await switches.first().focus();
  await page.keyboard.press('Tab');
  await expect(switches.nth(1)).toBeFocused();
  await page.keyboard.press('Space');
  await playground.digestChangesFrom(before);
  await expect(switches.nth(1)).not.toBeChecked();
});

test('every option has its meaning, default and source, and one that was changed can be set back', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const before = await playground.digest();
  await playground.button('Options of Session').click();
  const dialog = page.getByRole('dialog', { name: 'Options of Session' });
  await expect(dialog.getByRole('heading', { name: 'When an agent dies' })).toBeVisible();
  await expect(dialog).toContainText('Default 40 (0 to 604800000), source F2.7.');
  const rollup = dialog.getByRole('spinbutton', { name: 'rollupMs' });
  await rollup.fill('500');
  await rollup.press('Enter');
  await playground.digestChangesFrom(before);
  await dialog.getByRole('button', { name: 'Set rollupMs back to 40' }).click();
  await expect(playground.root).toHaveAttribute('data-digest', before);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(playground.button('Options of Session')).toBeFocused();
});

test('a number out of its bounds is not taken', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const before = await playground.digest();
  await playground.button('Options of Session').click();
  const limit = page.getByRole('spinbutton', { name: 'rateLimitPerSecond' });
  await limit.fill('0');
  await limit.press('Enter');
  await expect(limit).toHaveValue('50');
  expect(await playground.digest()).toBe(before);
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('a switch is turned, and nothing is wider than the screen', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    const before = await playground.digest();
    await playground.lane('One pipe').getByText('save', { exact: true }).tap();
    await playground.digestChangesFrom(before);
    await playground.button('Options of One pipe, 1 changed').tap();
    await page.getByRole('button', { name: 'Set saveOnClose back to partial' }).tap();
    await expect(playground.root).toHaveAttribute('data-digest', before);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
});
