import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

for (const theme of ['light', 'dark', 'projector'] as const) {
  test(`nothing is in the way of anybody in what the timeline opens, ${theme}`, async ({ page }) => {
    // Several screens, each read whole by axe.
    test.setTimeout(90_000);
    await page.addInitScript((name) => {
      localStorage.setItem('pull-the-plug.theme', name);
    }, theme);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const playground = new PlaygroundPage(page);
    await playground.open('#/play/the-quiet-minute');
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    const found = async (): Promise<readonly unknown[]> => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
    };
    await page.getByRole('button', { name: /^Fold stretches/ }).click();
    await page.locator('.flag-body').last().click();
    await expect(
      page
        .getByRole('dialog', { name: /^Change / })
        .getByRole('button')
        .first(),
    ).toBeVisible();
    expect(await found()).toEqual([]);
    await page.keyboard.press('Escape');
    await playground.button('Add to Network at the playhead').click();
    await expect(page.getByRole('menu')).toBeVisible();
    expect(await found()).toEqual([]);
  });
}
