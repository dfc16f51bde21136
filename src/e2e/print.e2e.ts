import { expect, test } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

const PAGE = /\/Type\s*\/Page\b/g;

test.describe('on paper', () => {
  test.use({ colorScheme: 'dark' });

  test('stands what was asked, how it came out, the words over time, the link and the stage, and no controls', async ({
    page,
  }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await expect(page.locator('.print-sheet')).toHaveCount(0);
    await page.emulateMedia({ media: 'print' });
    const sheet = page.getByRole('region', { name: 'Result on paper' });
    await expect(sheet.getByRole('heading', { level: 1, name: 'A Wi-Fi blip of three seconds' })).toBeVisible();
    await expect(sheet.getByRole('article', { name: 'One pipe' })).toContainText('22 of 41 words lost');
    await expect(sheet.getByRole('img', { name: /Session: whole on both surfaces/ })).toBeVisible();
    await expect(sheet).toContainText('#/play/wifi-blip?');
    for (const lane of ['One pipe', 'Pipe with a buffer', 'Session']) {
      await expect(playground.lane(lane).first()).toBeVisible();
      await expect(playground.surface(lane, 'phone')).toBeVisible();
    }
    for (const control of [
      '.page-head',
      '.transport',
      '.dock',
      '.timeline-pane',
      '.lane-switches',
      '.options-button',
    ]) {
      await expect(page.locator(control).first()).toBeHidden();
    }
    await expect(page.locator('body')).toHaveCSS('color', 'rgb(0, 0, 0)');
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  });

  test('a run takes a page for its result and two for its three lanes', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.print-sheet')).toBeVisible();
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.toString('latin1').match(PAGE)?.length).toBe(3);
    await page.emulateMedia({ media: 'screen' });
    await expect(page.locator('.print-sheet')).toHaveCount(0);
  });
});
