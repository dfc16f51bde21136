/** From a missing word to the reason, in one press: by mouse, by key, by finger. */

import { expect, test } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

const REASON = 'Why it is missing on Laptop';

test('one press on the home screen tells why a word is missing', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const laptop = playground.surface('One pipe', 'laptop');
  await laptop.getByRole('button', { name: /^Why, on Laptop/ }).click();
  const panel = page.getByRole('complementary', { name: 'Why' });
  await expect(panel.getByRole('heading', { name: REASON })).toBeVisible();
  await expect(panel).toContainText('the connection is reset at the laptop');
});

test('a press on a hole asks about that very word', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const laptop = playground.surface('One pipe', 'laptop');
  const hole = laptop.locator('.word-missing').nth(3);
  const number = await hole.getAttribute('data-from');
  await hole.click();
  await expect(page.getByRole('complementary', { name: 'Why' })).toContainText(`Word ${number ?? ''} `);
});

test('a press on a word that is there tells its story', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const text = playground.surface('Session', 'laptop').locator('.answer [data-from="1"]').first();
  await text.click({ position: { x: 6, y: 8 } });
  const panel = page.getByRole('complementary', { name: 'Why' });
  await expect(panel).toContainText('Word 1 “Yes,”');
  await expect(panel).toContainText('The agent makes word 1');
});

test('the gap is reached by key, and Enter asks about its first word', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const gap = playground.surface('One pipe', 'laptop').getByRole('button', { name: /words missing, why\?$/ });
  await gap.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: REASON })).toBeVisible();
});

test('a broken guarantee can be looked into from its account', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground
    .lane('One pipe')
    .getByRole('button', { name: /^G1 complete: broken at/ })
    .click();
  await page.getByRole('button', { name: 'Look closer' }).click();
  await expect(page.getByRole('complementary', { name: 'Why' })).toContainText('One pipe');
});

test('a question to two people shows on each page who was first', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open('#/play/two-thumbs');
  await expect(playground.surface('Session', 'laptop')).toContainText('phone first, by 60 ms');
  await expect(playground.surface('Session', 'phone')).toContainText('approved here');
  await expect(playground.surface('One pipe', 'phone')).not.toContainText('pay?');
});

test('who is wrong about the world is told so: the page that streams from a dead agent, the server that nobody reads', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open('#/play/the-agent-dies');
  await expect(playground.surface('Session alone', 'laptop')).toContainText('the agent crashed');
  await expect(playground.lane('One pipe')).toContainText('server thinks watched');
  await expect(playground.lane('With adoption')).toContainText('epoch 1');
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('a tap on a hole opens the reason', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.surface('One pipe', 'laptop').locator('.word-missing').nth(2).tap();
    await expect(page.getByRole('heading', { name: REASON })).toBeVisible();
  });
});
