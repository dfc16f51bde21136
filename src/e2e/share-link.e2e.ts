import { expect, test } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

test('a link to a moment of an edited run, opened elsewhere, gives the same run at the same moment', async ({
  page,
  browser,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const before = await playground.digest();
  await page.keyboard.press('t');
  await playground.digestChangesFrom(before);
  await playground.flag(/^drop/).focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await playground.button('To the marker before').click();
  const [digest, moment] = [await playground.digest(), await playground.playhead().textContent()];
  await playground.button('Share this moment').click();
  const link = await page.getByRole('textbox', { name: 'Link to this moment' }).inputValue();

  const elsewhere = await browser.newContext();
  const opened = new PlaygroundPage(await elsewhere.newPage());
  await opened.page.goto(link);
  expect(await opened.digest()).toBe(digest);
  await expect(opened.playhead()).toHaveText(moment ?? '');
  await elsewhere.close();
});

test('the link is copied and says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.keyboard.press('c');
  await expect(page.getByText('Link to this moment copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('#/play/wifi-blip?');
});

for (const [what, hash] of [
  ['names no scenario of the app', '#/play/no-such-thing'],
  ['was cut', '#/play/wifi-blip?c=0000000&v=1&seed=4711'],
  ['comes from the future', '#/play/wifi-blip?v=99'],
  ['has an entry that cannot be read', '#/play/wifi-blip?v=1&script=explode@10:laptop'],
]) {
  test(`a link that ${what} is named on screen, and the home screen is there`, async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open(hash);
    await expect(page.getByRole('alert')).toContainText('Unable to open the link');
    await expect(playground.verdict('Session')).toHaveText('whole on both surfaces');
    await playground.button('Dismiss').click();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

test('a bad link pasted into an open page leaves what is there untouched', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const before = await playground.digest();
  await page.keyboard.press('r');
  await playground.digestChangesFrom(before);
  const edited = await playground.digest();
  await page.evaluate(() => {
    location.hash = '#/play/wifi-blip?v=99';
  });
  await expect(page.getByRole('alert')).toContainText('newer version');
  expect(await playground.digest()).toBe(edited);
  await expect(playground.button(/^Undo: refresh laptop/)).toBeEnabled();
});
