import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

const notice = (page: Page) => page.getByRole('status').filter({ hasText: 'from before the reload' });

/** A refresh, undone, and another tab. */
async function fork(playground: PlaygroundPage): Promise<string> {
  const before = await playground.digest();
  await playground.page.keyboard.press('r');
  await playground.digestChangesFrom(before);
  await playground.page.keyboard.press('z');
  await expect(playground.root).toHaveAttribute('data-digest', before);
  await playground.page.keyboard.press('t');
  await playground.digestChangesFrom(before);
  return await playground.digest();
}

test('edits and branches are here after a reload, and what was done can be undone', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const tabbed = await fork(playground);
  await page.reload();
  expect(await playground.digest()).toBe(tabbed);
  await expect(notice(page)).toBeVisible();
  await playground.button('Branches').click();
  await expect(
    page.getByRole('grid', { name: 'Branches' }).getByRole('row', { name: /^refresh laptop/ }),
  ).toBeVisible();
  await playground.button(/^Undo: open tab 2/).click();
  await playground.digestChangesFrom(tabbed);
  await notice(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice(page)).toBeHidden();
});

test('people can begin afresh instead', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const before = await playground.digest();
  await fork(playground);
  await page.reload();
  await notice(page).getByRole('button', { name: 'Start afresh' }).click();
  await expect(notice(page)).toBeHidden();
  expect(await playground.digest()).toBe(before);
  await expect(playground.button('Undo')).toBeDisabled();
  await page.reload();
  expect(await playground.digest()).toBe(before);
  await expect(notice(page)).toBeHidden();
});

test('a page that nobody has touched says nothing after a reload', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.reload();
  await playground.settled();
  await expect(notice(page)).toBeHidden();
});

test('where nothing may be kept a reload begins anew, and nothing fails', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get: () => {
        throw new DOMException('forbidden', 'SecurityError');
      },
    });
  });
  const playground = new PlaygroundPage(page);
  await playground.open();
  const before = await playground.digest();
  await fork(playground);
  await page.reload();
  expect(await playground.digest()).toBe(before);
  await expect(notice(page)).toBeHidden();
});

test('a text that cannot be read yet is as it was left', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  const text = page.getByRole('textbox', { name: 'The scenario as text' });
  const openText = async (): Promise<void> => {
    await playground.button('Scenario').last().click();
    await page.getByRole('tab', { name: 'Text' }).click();
    await expect(text.locator('.cm-line', { hasText: 'version: 1' })).toBeVisible();
  };
  await playground.open();
  await fork(playground);
  await openText();
  await text.focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('half a line: [');
  await expect(page.getByRole('region', { name: 'Problems of the text' })).toBeVisible();
  await page.reload();
  await playground.settled();
  await openText();
  await expect(text.locator('.cm-line').first()).toContainText('half a line: [');
  await expect(page.getByRole('region', { name: 'Problems of the text' })).toBeVisible();
});
