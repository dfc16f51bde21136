/** Machine, wire and code of a mark: by mouse, by key, by finger, in every theme. */

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

const panel = (page: Page) => page.getByRole('complementary', { name: 'Why' });
const tab = (page: Page, name: string) => panel(page).getByRole('tab', { name, exact: true });
const active = (page: Page) => panel(page).locator('.machine-state[data-tone="active"]');

/** Looks into a word that is there on the laptop of the first lane. */
async function openWord(page: Page, hash = ''): Promise<PlaygroundPage> {
  const playground = new PlaygroundPage(page);
  await playground.open(hash);
  await playground
    .surface('One pipe', 'laptop')
    .getByRole('button', { name: /^Why, on Laptop/ })
    .click();
  await expect(panel(page)).toBeVisible();
  return playground;
}

test('the machine of a mark is drawn, follows the playhead, and another one can be picked', async ({ page }) => {
  const playground = await openWord(page);
  await tab(page, 'Machine').click();
  await expect(panel(page).getByRole('button', { name: 'Machine: Agent, run 1, agent-run' })).toBeVisible();
  await panel(page)
    .getByRole('button', { name: /^Machine:/ })
    .click();
  await page.getByRole('menuitemradio', { name: 'Laptop' }).click();
  await expect(active(page)).toHaveAttribute('data-state', 'open.error');
  await expect(panel(page).getByRole('list', { name: 'Next' })).toContainText('prompt.sent');
  await panel(page)
    .getByRole('button', { name: /^\d\.\d{3} s$/ })
    .last()
    .click();
  await expect(playground.playhead()).toHaveText('1.600 s');
});

test('the chart is saved as a file that stands alone', async ({ page }) => {
  await openWord(page);
  await tab(page, 'Machine').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel(page).getByRole('button', { name: 'Save the chart as SVG' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('agent-run.svg');
});

test('the wire shows bytes, code marks its line, both by keyboard', async ({ page }) => {
  await openWord(page);
  await tab(page, 'Why').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(tab(page, 'Wire')).toHaveAttribute('aria-selected', 'true');
  await expect(panel(page).getByText('This is no message')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(tab(page, 'Code')).toHaveAttribute('aria-selected', 'true');
  await expect(panel(page).locator('li[aria-current]').first()).toContainText(/model|streamText/);
});

test('a word on a screen is an event of the stream', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const laptop = playground.surface('One pipe', 'laptop');
  await laptop
    .locator('.answer [data-from="1"]')
    .first()
    .click({ position: { x: 6, y: 8 } });
  await panel(page)
    .getByRole('list', { name: 'The story of the word' })
    .getByRole('button', { name: /appears? on the laptop/ })
    .first()
    .click();
  await tab(page, 'Wire').click();
  await expect(panel(page).getByRole('region', { name: /word.* of the answer, \d+ bytes/ })).toContainText(
    'data: {"type":"text-delta"',
  );
});

for (const theme of ['light', 'dark', 'projector'] as const) {
  test(`nothing is in the way of anybody in the tabs of the inspector, ${theme}`, async ({ page }) => {
    // Several screens, each read whole by axe.
    test.setTimeout(90_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openWord(page);
    await page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
    }, theme);
    for (const name of ['Why', 'Machine', 'Wire', 'Code']) {
      await tab(page, name).click();
      await expect(panel(page).getByText('Loading…')).toBeHidden();
      const { violations } = await new AxeBuilder({ page }).include('.dock').analyze();
      expect(violations.map(({ id, nodes }) => [name, id, ...nodes.map(({ html }) => html)])).toEqual([]);
    }
  });
}

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('every tab is read in the sheet, without a sideways scroll of the page', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground
      .surface('One pipe', 'laptop')
      .getByRole('button', { name: /^Why, on Laptop/ })
      .tap();
    for (const name of ['Machine', 'Wire', 'Code']) {
      await tab(page, name).tap();
      await expect(panel(page).getByText('Loading…')).toBeHidden();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    }
    await expect(panel(page).getByRole('region', { name: 'app/api/chat/route.ts' })).toBeVisible();
  });
});
