import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

function branches(page: Page): Locator {
  return page.getByRole('grid', { name: 'Branches' });
}

function branch(page: Page, name: string | RegExp): Locator {
  return branches(page).getByRole('row', { name });
}

/** A refresh, then undone, then another tab: two branches beside what was opened. */
async function fork(playground: PlaygroundPage): Promise<{ readonly refreshed: string; readonly tabbed: string }> {
  const before = await playground.digest();
  await playground.page.keyboard.press('r');
  await playground.digestChangesFrom(before);
  const refreshed = await playground.digest();
  await playground.page.keyboard.press('z');
  await expect(playground.root).toHaveAttribute('data-digest', before);
  await playground.page.keyboard.press('t');
  await playground.digestChangesFrom(before);
  return { refreshed, tabbed: await playground.digest() };
}

test('an edit that was undone is still there as a branch, and is gone back to by mouse', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.button('Branches').click();
  await expect(page.getByText('No edits yet.')).toBeVisible();
  const { refreshed, tabbed } = await fork(playground);
  await expect(branch(page, /^open tab 2/)).toHaveAttribute('aria-selected', 'true');
  await branch(page, /^refresh laptop/).click();
  await expect(playground.root).toHaveAttribute('data-digest', refreshed);
  await expect(branch(page, /^refresh laptop/)).toHaveAttribute('aria-selected', 'true');
  await playground.button(/^Undo: open “refresh laptop/).click();
  await expect(playground.root).toHaveAttribute('data-digest', tabbed);
});

test('branches are walked, opened, removed and brought back by keyboard', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const { refreshed, tabbed } = await fork(playground);
  await page.keyboard.press('b');
  await expect(page.getByRole('heading', { name: 'Branches' })).toBeFocused();
  await branch(page, /^open tab 2/).focus();
  await page.keyboard.press('ArrowDown');
  await expect(branch(page, /^refresh laptop/)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(playground.root).toHaveAttribute('data-digest', refreshed);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Delete');
  await expect(branch(page, /^open tab 2/)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(branch(page, /^open tab 2/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(playground.root).toHaveAttribute('data-digest', tabbed);
});

test('a branch that people are on is removed with what follows, and undo brings them back to it', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const opened = await playground.digest();
  const { tabbed } = await fork(playground);
  await page.keyboard.press('d');
  await playground.digestChangesFrom(tabbed);
  const dropped = await playground.digest();
  await page.keyboard.press('b');
  await playground.button(/^More for open tab 2/).click();
  await page.getByRole('menuitem', { name: 'Remove with what follows' }).click();
  await expect(playground.root).toHaveAttribute('data-digest', opened);
  await playground.button(/^Undo: remove “open tab 2/).click();
  await expect(playground.root).toHaveAttribute('data-digest', dropped);
});

test('a branch is named, and goes by what changed when the name is taken away', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await fork(playground);
  await page.keyboard.press('b');
  await branch(page, /^open tab 2/).focus();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Name' }).fill('A second pair of eyes');
  await page.keyboard.press('Enter');
  await expect(branch(page, 'A second pair of eyes')).toContainText('open tab 2');
  await playground.button('More for A second pair of eyes').click();
  await page.getByRole('menuitem', { name: 'Name…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('');
  await playground.button('Keep the name').click();
  await expect(branch(page, /^open tab 2/)).toBeVisible();
});

test('a branch is compared: every number that differs, and the other way round', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const lost = Number(await playground.surface('One pipe', 'laptop').getAttribute('data-missing'));
  expect(lost).toBeGreaterThan(0);
  await playground.flag(/^drop/).focus();
  const before = await playground.digest();
  await page.keyboard.press('Delete');
  await playground.digestChangesFrom(before);
  const healed = await playground.digest();
  await page.keyboard.press('b');
  await playground.button('Compare with open “A Wi-Fi blip of three seconds”').click();
  const card = page.getByRole('region', { name: /^Compared with/ });
  const row = card.getByRole('row', { name: /^Laptop words lost/ }).first();
  await expect(row.getByRole('cell')).toHaveText([String(lost), '0', `−${lost} better`]);
  await expect(card.getByRole('row', { name: /^Phone words doubled/ })).toHaveCount(0);
  await card.getByRole('checkbox', { name: /that are the same$/ }).check();
  await expect(card.getByRole('row', { name: /^Phone words doubled/ }).first()).toBeVisible();

  await card.getByRole('button', { name: /compare the other way round$/ }).click();
  await expect(playground.root).toHaveAttribute('data-digest', before);
  await expect(row.getByRole('cell')).toHaveText(['0', String(lost), `+${lost} worse`]);
  await page.keyboard.press('z');
  await expect(playground.root).toHaveAttribute('data-digest', healed);
  await expect(card).toContainText('This is the branch on the page.');
  await card.getByRole('button', { name: 'Stop comparing' }).click();
  await expect(card).toHaveCount(0);
});

test('what is compared with stays while people go on editing', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await fork(playground);
  await page.keyboard.press('b');
  await playground.button(/^Compare with refresh laptop/).click();
  const card = page.getByRole('region', { name: /^Compared with refresh laptop/ });
  await expect(card.getByRole('columnheader', { name: /differ/ })).toBeVisible();
  const lostThere = await card
    .getByRole('row', { name: /^Laptop words lost/ })
    .first()
    .getByRole('cell')
    .first()
    .textContent();
  const before = await playground.digest();
  await playground.flag(/^drop/).focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await playground.digestChangesFrom(before);
  await expect(card.getByRole('heading')).toContainText(/drop 1\.60 → 1\.50 s/);
  // Below 900 px what changed stands in the labels of the timeline: from the branch compared with, not from before the edit.
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(page.locator('.lane-delta').first()).toHaveText(new RegExp(`^lost ${lostThere} → \\d+$`));
});

for (const theme of ['light', 'dark', 'projector'] as const) {
  test(`nothing is in the way of anybody in the branches, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const playground = new PlaygroundPage(page);
    await playground.open();
    await page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
    }, theme);
    await fork(playground);
    await page.keyboard.press('b');
    await playground.button(/^Compare with refresh laptop/).click();
    await expect(page.locator('.comparison-table')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('.dock').analyze();
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
  });
}

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('a branch is opened, compared and removed in the sheet', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    const before = await playground.digest();
    await playground.button('Pull the plug').tap();
    await playground.digestChangesFrom(before);
    await playground.button('Branches').tap();
    const pulled = branch(page, /^drop laptop/);
    await expect(pulled).toHaveAttribute('aria-selected', 'true');
    await branch(page, /^A Wi-Fi blip|^open “A Wi-Fi blip/).tap();
    await expect(playground.root).toHaveAttribute('data-digest', before);
    const compare = playground.button(/^Compare with drop laptop/);
    expect((await compare.boundingBox())?.width).toBeGreaterThanOrEqual(44);
    await compare.tap();
    await expect(page.locator('.comparison-table')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await playground.button('Stop comparing').tap();
    await playground.button(/^More for drop laptop/).tap();
    await page.getByRole('menuitem', { name: 'Remove' }).tap();
    await expect(pulled).toHaveCount(0);
  });
});
