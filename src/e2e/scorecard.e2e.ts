import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

const panel = (page: Page) => page.getByRole('complementary', { name: 'Scorecard' });
const guarantee = (page: Page, name: RegExp) => panel(page).getByRole('row', { name });
const billRow = (page: Page, name: string | RegExp) =>
  panel(page).locator('.bill-table').getByRole('row', { name }).first().getByRole('cell');
const field = (page: Page, name: string) => panel(page).getByLabel(name, { exact: true });

async function openCard(page: Page, hash = ''): Promise<PlaygroundPage> {
  const playground = new PlaygroundPage(page);
  await playground.open(hash);
  await playground.button('Scorecard').click();
  await expect(panel(page).getByRole('heading', { name: 'Guarantees' })).toBeVisible();
  return playground;
}

test('the result comes first: a card a lane, as the stage has it', async ({ page }) => {
  const playground = await openCard(page);
  for (const lane of ['One pipe', 'Pipe with a buffer', 'Session']) {
    const verdict = await playground.verdict(lane).textContent();
    await expect(panel(page).getByRole('article', { name: lane })).toContainText(verdict ?? 'a verdict');
  }
  await expect(panel(page).getByRole('article', { name: 'Session' })).toContainText('Both surfaces have all 41 words.');
  await expect(panel(page).getByRole('article', { name: 'Session' })).toContainText(/more for 1,000 chats like this/);
});

test('a broken guarantee is a link to what broke it, and the panel Why opens there', async ({ page }) => {
  const playground = await openCard(page);
  await guarantee(page, /^G1/).getByRole('button', { name: 'G1 broken on the laptop at 1.600 s: why' }).first().click();
  await expect(page.getByRole('complementary', { name: 'Why' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Why', exact: true })).toBeFocused();
  await expect(playground.playhead()).toHaveText('1.600 s');
});

test('a guarantee opens to its meaning and to each surface, by keyboard', async ({ page }) => {
  const playground = await openCard(page);
  await panel(page)
    .getByRole('button', { name: /^G1 complete/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect(panel(page).getByText('Every surface that is open and connected at the end')).toBeVisible();
  await panel(page).getByRole('button', { name: 'G1 on the phone at 1.640 s: why' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Why' })).toBeVisible();
  await expect(playground.playhead()).toHaveText('1.640 s');
});

test('what nothing put to the test is told apart from what held, until something does', async ({ page }) => {
  const playground = await openCard(page);
  const stops = guarantee(page, /^G5/).getByRole('cell');
  await expect(stops).toHaveText(['not put to the test', 'not put to the test', 'not put to the test']);
  await expect(guarantee(page, /^G2/).getByRole('cell')).toHaveText(['held', 'held', 'held']);
  const before = await playground.digest();
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await page.keyboard.press('s');
  await playground.digestChangesFrom(before);
  await expect(stops).not.toContainText(['not put to the test', 'not put to the test', 'not put to the test']);
});

test('a price is changed: the bill follows, undo takes it back, and the link carries it', async ({ page, browser }) => {
  const playground = await openCard(page);
  const before = await billRow(page, /^messages 0 0/).allTextContents();
  await field(page, 'messages').fill('25');
  await page.keyboard.press('Enter');
  await playground.settled();
  const dearer = (Number(before[2]) * 10).toFixed(2);
  await expect(billRow(page, /^messages 0 0/)).toHaveText(['0', '0', dearer]);
  await expect(playground.button('Undo: price of messages $2.5 → $25')).toBeEnabled();
  await playground.button('Share this moment').click();
  const link = await page.getByRole('textbox', { name: 'Link to this moment' }).inputValue();
  await page.keyboard.press('Escape');

  const elsewhere = await browser.newContext();
  const opened = new PlaygroundPage(await elsewhere.newPage());
  await opened.page.goto(link);
  await opened.settled();
  await opened.button('Scorecard').click();
  await expect(field(opened.page, 'messages')).toHaveValue('25');
  await elsewhere.close();

  await playground.button(/^Undo: price of messages/).click();
  await expect(field(page, 'messages')).toHaveValue('2.5');
  await expect(billRow(page, /^messages 0 0/)).toHaveText(before);
});

test('a price that is none is refused where it was typed, with the remedy, and changes nothing', async ({ page }) => {
  const playground = await openCard(page);
  const before = await billRow(page, /^all of it/).allTextContents();
  await field(page, 'model output').fill('-3');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('alert')).toHaveText(
    'Unable to set the price of model output; “-3” is not a number from 0 to 1,000,000. Type a number from 0 to 1,000,000, such as 10.',
  );
  await expect(field(page, 'model output')).toHaveAttribute('aria-invalid', 'true');
  await expect(playground.button('Undo')).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(field(page, 'model output')).toHaveValue('10');
  await expect(panel(page)).toBeVisible();
  await expect(billRow(page, /^all of it/)).toHaveText(before);
});

test('a month is reckoned at the chats of a day, which a reload keeps like the prices, and all defaults come back at once', async ({
  page,
}) => {
  const playground = await openCard(page);
  const month = await billRow(page, /^a month, 1,000 chats a day/).allTextContents();
  const ten = month.map((text) => (Number(text) * 10).toLocaleString('en-GB', { minimumFractionDigits: 2 }));
  await field(page, 'chats').fill('10000');
  await page.keyboard.press('Enter');
  await expect(billRow(page, /^a month, 10,000 chats a day/)).toHaveText(ten);
  await field(page, 'traffic').fill('90');
  await page.keyboard.press('Enter');
  await expect(billRow(page, /^a month, 10,000 chats a day/)).not.toHaveText(ten);
  await playground.settled();
  const dear = await billRow(page, /^a month, 10,000 chats a day/).allTextContents();
  await page.reload();
  await playground.settled();
  await playground.button('Scorecard').click();
  await expect(billRow(page, /^a month, 10,000 chats a day/)).toHaveText(dear);
  await panel(page).getByRole('button', { name: 'All defaults' }).click();
  await expect(billRow(page, /^a month, 1,000 chats a day/)).toHaveText(month);
  await expect(panel(page).getByRole('button', { name: 'All defaults' })).toBeDisabled();
});

test('the scorecard is copied as Markdown and as CSV', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openCard(page);
  await panel(page).getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(panel(page).getByText('Copied as Markdown.')).toBeVisible();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  expect(await copied()).toContain('| G1 complete | broken on the laptop at 1.600 s, on the phone at 1.640 s |');
  await panel(page).getByRole('button', { name: 'Copy as CSV' }).click();
  await expect(panel(page).getByText('Copied as CSV.')).toBeVisible();
  expect(await copied()).toContain('part,what,unit,One pipe,Pipe with a buffer,Session');
});

test('on paper every guarantee is open and every button is gone', async ({ page }) => {
  await openCard(page);
  await page.emulateMedia({ media: 'print' });
  await expect(panel(page).getByText('Each started run has one end that its readers can find')).toBeVisible();
  await expect(panel(page).getByRole('button', { name: 'Copy as CSV' })).toBeHidden();
});

for (const theme of ['light', 'dark', 'projector'] as const) {
  test(`nothing is in the way of anybody in the scorecard of four lanes, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openCard(page, '#/play/stop-or-refresh');
    await page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
    }, theme);
    await panel(page)
      .getByRole('button', { name: /^G5 stop works/ })
      .click();
    await field(page, 'traffic').fill('x');
    await page.keyboard.press('Enter');
    await expect(panel(page).getByRole('alert')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('.dock').analyze();
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
  });
}

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('a guarantee is opened, a break followed and a price set in the sheet, without a sideways scroll', async ({
    page,
  }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.button('Scorecard').tap();
    await panel(page)
      .getByRole('button', { name: /^G7 everyone knows/ })
      .tap();
    await expect(panel(page).getByText('Every open surface learns that a run began')).toBeVisible();
    await field(page, 'messages').fill('5');
    await field(page, 'messages').press('Enter');
    await expect(playground.button(/^Undo: price of messages/)).toBeEnabled();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const broken = panel(page)
      .getByRole('button', { name: /^G4 broken/ })
      .first();
    expect((await broken.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await broken.tap();
    await expect(page.getByRole('complementary', { name: 'Why' })).toBeVisible();
  });
});
