import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

/** Counts what the page asks the browser to do later, from before its first script on. */
async function countWork(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const work = { asked: 0, frame: window.requestAnimationFrame.bind(window) };
    Object.assign(window, { work });
    for (const name of ['requestAnimationFrame', 'setTimeout', 'setInterval'] as const) {
      const original: (...rest: never[]) => number = window[name].bind(window);
      Object.assign(window, {
        [name]: (...rest: never[]) => {
          work.asked += 1;
          return original(...rest);
        },
      });
    }
  });
}

/** What was asked for while the browser painted `frames` frames. */
function workIn(page: Page, frames: number): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        // Put there by `countWork`.
        const { work } = window as unknown as { work: { asked: number; frame: typeof requestAnimationFrame } };
        const before = work.asked;
        let left = wanted;
        const next = () => {
          left -= 1;
          if (left === 0) resolve(work.asked - before);
          else work.frame(next);
        };
        work.frame(next);
      }),
    frames,
  );
}

test('nothing runs while the page is at rest, and again when playback has been paused', async ({ page }) => {
  await countWork(page);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await expect.poll(() => workIn(page, 30)).toBe(0);
  await page.keyboard.press('.');
  await expect(playground.root).toHaveAttribute('data-playing', 'true');
  expect(await workIn(page, 10)).toBeGreaterThan(0);
  await page.keyboard.press('.');
  await expect(playground.root).toHaveAttribute('data-playing', 'false');
  await expect.poll(() => workIn(page, 30)).toBe(0);
});

test('nothing runs while the page is hidden, and playback goes on when it is shown', async ({ page }) => {
  await countWork(page);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.keyboard.press('[');
  await page.keyboard.press('.');
  await expect(playground.root).toHaveAttribute('data-playing', 'true');
  const setVisibility = (state: 'hidden' | 'visible') =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await setVisibility('hidden');
  await expect.poll(() => workIn(page, 20)).toBe(0);
  const paused = await playground.playhead().textContent();
  await setVisibility('visible');
  await expect(playground.playhead()).not.toHaveText(paused ?? '');
});

test('nothing runs with any panel open, nor after a zoom in the overview', async ({ page }) => {
  await countWork(page);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.getByRole('slider', { name: 'End of what is in sight' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => workIn(page, 30)).toBe(0);
  for (const name of await page.locator('.dock-rail button').allTextContents()) {
    await page.locator('.dock-rail').getByRole('button', { name }).click();
    const panel = page.getByRole('complementary', { name });
    await expect(panel.locator('.dock-head')).toBeVisible();
    await expect(panel.getByText('Loading…')).toHaveCount(0);
    await expect.poll(() => workIn(page, 30), { message: name }).toBe(0);
  }
});
