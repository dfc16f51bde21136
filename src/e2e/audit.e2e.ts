import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';

const PAGE = /\/Type\s*\/Page\b/g;

const result = (page: Page) => page.locator('.audit-result');
const choose = (page: Page, question: string, answer: string) =>
  page.getByRole('group', { name: question }).getByRole('radio', { name: answer }).check();

test('a team answers, sees what is missing and what it costs, keeps it, loses it and has it back', async ({ page }) => {
  // A walk with axe.
  test.slow();
  await page.goto('./#/audit');
  await expect(page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Audit' })).toHaveAttribute(
    'aria-current',
    'page',
  );

  await test.step('a person who is stuck is told that no transport helps, and gets nine steps of something else', async () => {
    await page.getByRole('radio', { name: /^I am\./ }).check();
    await expect(page.getByText('Then no transport will help.')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Stop Wasting Time, Amy Landino' }).getByRole('listitem')).toHaveCount(
      9,
    );
    await expect(result(page)).toHaveCount(0);
  });

  await test.step('every question has an answer that leaves nothing to mend, and then SSE is enough', async () => {
    await page.getByRole('radio', { name: /^The product\./ }).check();
    const questions = page.locator('.audit-questions fieldset');
    await expect(questions).toHaveCount(14);
    await expect(result(page).getByRole('heading', { level: 2 })).toHaveText('Nothing to say yet');
    for (const question of await questions.all()) await question.getByRole('radio').first().check();
    await expect(page.getByText('14 of 14 answered')).toBeVisible();
    await expect(result(page).getByRole('heading', { level: 2 })).toHaveText('SSE is enough');
  });

  await test.step('a gap names its lesson, its sources, its step and the least that mends it', async () => {
    await choose(page, 'What does the phone show?', 'Nothing before a reload, and people miss it.');
    await expect(result(page).getByRole('heading', { level: 2 })).toHaveText('A session earns its price here');
    const step = result(page)
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'Subscribe the screens' }) });
    await expect(step).toContainText('The least that mends it: a session.');
    await expect(step.getByRole('link', { name: 'Lesson 9, Two tabs, two turns' })).toHaveAttribute(
      'href',
      '#/learn/two-tabs-two-turns',
    );
    await choose(page, 'What becomes of the run?', 'We do not know.');
    await expect(result(page)).toContainText('That is a gap in what the team knows, and says nothing of the product.');
  });

  await test.step('the bill follows one’s own numbers', async () => {
    const table = page.getByRole('region', { name: 'The bill by lane' });
    const sum = table.getByRole('row', { name: /^all of it/ });
    await expect(table).toContainText('A month of 120,000 answers');
    await expect(table).toHaveAttribute('aria-busy', 'false');
    const before = await sum.innerText();
    const chats = page.getByRole('textbox', { name: 'chats' });
    await chats.fill('2000');
    await chats.press('Enter');
    await expect(table).toContainText('A month of 240,000 answers');
    await expect(sum).not.toHaveText(before);
    const price = page.getByRole('textbox', { name: 'model output' });
    await price.fill('much');
    await price.press('Enter');
    await expect(page.getByRole('alert')).toContainText('Unable to set the price of model output');
    await price.press('Escape');
  });

  await test.step('the report has the gaps of the page, and the answers make a file', async () => {
    const [report] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the report' }).click(),
    ]);
    const text = readFileSync(await report.path(), 'utf8');
    expect(text).toContain('## A session earns its price here');
    expect(text).toContain('- **An answer belongs to the one page that asked for it.**');
    expect(text).toContain('A month of 240,000 answers');
    expect(text).toMatch(/\]\(http:\/\/[^)]+#\/learn\/two-tabs-two-turns\)/);

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the answers' }).click(),
    ]);
    const saved = await file.path();
    await page.getByRole('button', { name: 'Begin again' }).click();
    await expect(page.getByText('All answers are gone.')).toBeVisible();
    await expect(result(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(result(page).getByRole('heading', { level: 2 })).toHaveText('A session earns its price here');

    await choose(page, 'Who can stop a run', 'Everybody, with a call that stops whatever is going on.');
    await page
      .getByLabel('A file of answers')
      .setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: readFileSync(saved) });
    await expect(page.getByText('These answers came from a file')).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Everybody, with a call that stops' })).not.toBeChecked();
    await page
      .getByLabel('A file of answers')
      .setInputFiles({ name: 'not.json', mimeType: 'application/json', buffer: Buffer.from('{"scenario": 1}') });
    await expect(page.getByText(/not\.json:1:\d+: unable to read/).first()).toBeVisible();
  });

  await test.step('a link shows the answers of somebody else, and one’s own come back', async () => {
    await page.evaluate(() => {
      location.hash = '#/audit?a=fit.product,stop.untold,colour.blue';
    });
    await expect(page.getByText('These answers came with a link.')).toBeVisible();
    await expect(page.getByText('Unable to take the question “colour”')).toBeVisible();
    await expect(page.getByText('1 of 14 answered')).toBeVisible();
    await page.getByRole('button', { name: 'Back to mine' }).click();
    await expect(page.getByText('14 of 14 answered')).toBeVisible();
    await page.reload();
    await expect(page.getByText('14 of 14 answered')).toBeVisible();
    await expect(result(page).getByRole('heading', { level: 2 })).toHaveText('A session earns its price here');
  });

  await test.step('on paper stands what it comes to and what was answered, on a few pages, and no choice', async () => {
    await expect(page.getByRole('region', { name: 'The bill by lane' })).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.audit-questions')).toBeHidden();
    await expect(page.getByRole('heading', { name: 'All answers' })).toBeVisible();
    const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(PAGE)?.length ?? 0;
    expect(pages).toBeGreaterThanOrEqual(2);
    expect(pages).toBeLessThanOrEqual(6);
    await page.emulateMedia({ media: 'screen' });
  });

  await test.step('and it is accessible', async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, colorScheme: 'dark' });

  test('a finger answers, nothing is wider than the screen, and the bar leads to the result', async ({ page }) => {
    await page.goto('./#/audit');
    await page.getByText(/^The product\./).tap();
    const first = page.getByRole('group', { name: 'What ends a run' });
    await first.getByText('Nothing does.').tap();
    await expect(first.getByText('Words are made and paid for')).toBeVisible();
    const box = await first.getByText('Nothing does.').locator('xpath=ancestor::label').boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    // The bar stays in sight, wherever the finger is.
    await expect(page.getByRole('complementary', { name: 'So far' })).toBeInViewport();
    await page.getByRole('link', { name: 'The result' }).tap();
    await expect(result(page).getByRole('heading', { level: 2 })).toBeInViewport();
    await expect(page.getByRole('region', { name: 'The bill by lane' })).toBeVisible();
    const wide = await page.evaluate(() => {
      const main = document.querySelector('main');
      return [document.documentElement.scrollWidth - innerWidth, (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0)];
    });
    expect(wide).toEqual([0, 0]);
  });

  test('the keyboard alone answers, from the first question to the next', async ({ page }) => {
    await page.goto('./#/audit');
    await page.getByRole('radio', { name: /^The product\./ }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    const first = page.getByRole('group', { name: 'What ends a run' });
    await expect(first.getByRole('radio').nth(1)).toBeChecked();
    await expect(first.getByRole('radio').nth(1)).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(page.getByRole('group', { name: 'Where are the words' }).getByRole('radio').first()).toBeChecked();
  });
});
