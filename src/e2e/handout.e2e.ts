import { expect, test } from '@playwright/test';

const PAGE = /\/Type\s*\/Page\b/g;
const LESSONS = 25;

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(PAGE)?.length ?? 0;

test('a lesson on paper is a page to draw on, and on the next one what happens', async ({ page }) => {
  await page.goto('./#/handout/wifi-blip');
  const print = page.getByRole('button', { name: 'Print' });
  await expect(print).toBeEnabled();
  const question = page.getByRole('region', { name: 'Question' });
  const answer = page.getByRole('region', { name: 'Answer' });

  await test.step('the first has the question, a blank timeline, the predictions and room to write', async () => {
    await expect(question).toContainText('Does the answer come back with it?');
    await expect(question.getByRole('img', { name: /^Blank timeline/ })).toBeVisible();
    await expect(question).toContainText('drop, 3 s laptop, reset');
    await expect(
      question.getByRole('listitem').filter({ hasText: 'Where does the text go on by itself?' }),
    ).toContainText('Only in the session');
    await expect(question).not.toContainText('937 ms');
    await expect(question).not.toContainText('reconnecting');
  });

  await test.step('the second has the true one, the answers, the principle and the sources', async () => {
    await expect(answer.getByRole('img', { name: /^Timeline/ })).toBeVisible();
    await expect(answer).toContainText('937 ms');
    await expect(answer).toContainText('Surviving a break takes three things');
    await expect(answer).toContainText('Sources, as of 2026-08-22');
  });

  await test.step('both have the link of the lesson and its code', async () => {
    const link = page.url().replace(/#.*$/, '#/learn/wifi-blip');
    for (const side of [question, answer]) {
      await expect(side).toContainText(link);
      await expect(side.getByRole('img', { name: `QR code of ${link}` })).toBeVisible();
    }
  });

  await test.step('it takes two pages of either paper, and the second begins with the answer', async () => {
    for (const format of ['A4', 'Letter']) expect(pagesOf(await page.pdf({ format }))).toBe(2);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.page-head')).toBeHidden();
    await expect(print).toBeHidden();
    await expect(question).toHaveCSS('break-after', 'page');
    await page.emulateMedia({ media: 'screen' });
  });

  await test.step('what is no lesson is said to be none', async () => {
    await page.evaluate(() => {
      location.hash = '#/handout/no-such-lesson';
    });
    await expect(page.getByRole('alert')).toContainText('there is no lesson “no-such-lesson”');
  });
});

test('the whole course is one page of contents and two pages for each lesson', async ({ page }) => {
  test.slow();
  await page.goto('./#/handout');
  await expect(page.getByRole('region', { name: 'Contents' }).getByRole('listitem')).toHaveCount(LESSONS);
  await expect(page.getByRole('button', { name: 'Print' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Print' })).toBeEnabled({ timeout: 60_000 });
  await expect(page.locator('.handout-lesson')).toHaveCount(LESSONS);
  for (const format of ['A4', 'Letter']) expect(pagesOf(await page.pdf({ format }))).toBe(1 + 2 * LESSONS);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('the pages are no wider than the screen', async ({ page }) => {
    await page.goto('./#/handout/wifi-blip');
    await expect(page.getByRole('button', { name: 'Print' })).toBeEnabled();
    const wide = await page.evaluate(() => {
      const main = document.querySelector('main');
      return [document.documentElement.scrollWidth - innerWidth, (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0)];
    });
    expect(wide).toEqual([0, 0]);
  });
});
