import { expect, test } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

test('a first visit shows a finished comparison in which words are lost, stuck and whole', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await expect(page).toHaveTitle(/A Wi-Fi blip of three seconds/);
  await expect(playground.verdict('One pipe')).toHaveText(/^\d+ of 41 words lost$/);
  await expect(playground.verdict('Pipe with a buffer')).toHaveText('stuck until someone reloads');
  await expect(playground.verdict('Session')).toHaveText('whole on both surfaces');
  await expect(playground.root).toHaveAttribute('data-playing', 'false');
});

test('the wound can be seen: every lost word keeps its place as a hole', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const laptop = playground.surface('One pipe', 'laptop');
  const missing = Number(await laptop.getAttribute('data-missing'));
  expect(missing).toBeGreaterThan(0);
  await expect(laptop.locator('.word-missing')).toHaveCount(missing);
  const hole = await laptop.locator('.word-missing').first().boundingBox();
  expect(hole?.width).toBeGreaterThan(4);
  await expect(playground.surface('Session', 'laptop').locator('.word-missing')).toHaveCount(0);
});

test('the page fits its window on a laptop and on a projector', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1280, height: 720 },
  ]) {
    await page.setViewportSize(size);
    await playground.open();
    const excess = await page.evaluate(() => [
      document.documentElement.scrollWidth - innerWidth,
      document.documentElement.scrollHeight - innerHeight,
    ]);
    expect(excess).toEqual([0, 0]);
  }
});

test('pulling the plug plays from just before, changes the outcome, and can be undone', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const [before, verdict] = [await playground.digest(), await playground.verdict('One pipe').textContent()];
  await playground.button('Pull the plug').click();
  await expect(playground.root).toHaveAttribute('data-playing', 'true');
  await playground.digestChangesFrom(before);
  await expect(playground.verdict('One pipe')).not.toHaveText(verdict ?? '');
  await expect(playground.verdict('Session')).toHaveText('whole on both surfaces');
  await page.keyboard.press('z');
  await expect(playground.root).toHaveAttribute('data-digest', before);
});

test('people who want less motion see the outcome at once', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const playground = new PlaygroundPage(page);
  await playground.open();
  const before = await playground.digest();
  await playground.button('Pull the plug').click();
  await playground.digestChangesFrom(before);
  await expect(playground.root).toHaveAttribute('data-playing', 'false');
});

test('a broken guarantee leads to its moment and says why', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground
    .lane('One pipe')
    .getByRole('button', { name: /^G1 complete: broken at/ })
    .click();
  const account = page.getByRole('dialog', { name: 'G1 complete' });
  await expect(account).toContainText('Broken at 1.600 s');
  await expect(playground.playhead()).toHaveText('1.600 s');
  await expect(account.getByRole('button')).not.toHaveCount(0);
});

test('another scenario can be picked, and its lanes have their own names', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const before = await playground.digest();
  await playground.button(/^Scenario: /).click();
  await page.getByRole('menuitemradio', { name: /Stop or refresh/ }).click();
  await playground.digestChangesFrom(before);
  await expect(playground.lane('Pipe that runs on')).toBeVisible();
});

test('an option of a lane runs the world again', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const before = await playground.digest();
  await playground.button('Options of Pipe with a buffer').click();
  await page
    .getByRole('combobox', { name: /reconnect\b/ })
    .first()
    .selectOption('on-error');
  await playground.digestChangesFrom(before);
  await expect(playground.verdict('Pipe with a buffer')).toHaveText('laptop misses 22 words');
});
