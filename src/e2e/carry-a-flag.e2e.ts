import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { Fingers } from './fingers.ts';
import type { Point } from './fingers.ts';
import { PlaygroundPage } from './playground-page.ts';

const REFRESH = 'Refresh the page at the playhead';

/** A place in the lanes of the timeline, `share` of its width from the left. */
async function placeOnPlot(page: Page, share: number): Promise<Point> {
  const box = await page.locator('.timeline-plot').boundingBox();
  if (box === null) throw new Error('there is no plot');
  return { x: box.x + box.width * share, y: box.y + 60 };
}

async function middleOf(page: Page, name: string): Promise<Point> {
  return new PlaygroundPage(page).middleOf(page.getByRole('button', { name }));
}

test('what is dragged from the palette lands where it is let go, and says before where that would be', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const before = await playground.digest();
  const from = await middleOf(page, REFRESH);
  const to = await placeOnPlot(page, 0.31);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y - 60, { steps: 4 });
  await expect(page.locator('.carry-ghost')).toContainText('refresh');
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await expect(page.locator('.carried-flag')).toContainText(/refresh [\d.]+ s/);
  const said = await page.locator('.carried-flag').textContent();
  const seconds = /refresh ([\d.]+) s/.exec(said ?? '')?.[1] ?? '';
  expect(await playground.digest()).toBe(before);
  await page.mouse.up();
  await playground.digestChangesFrom(before);
  await expect(playground.flag(/^refresh/)).toHaveAttribute('aria-valuetext', new RegExp(`at ${seconds} seconds`));
  await expect(page.locator('.carry-ghost, .carried-flag')).toHaveCount(0);
});

test('a carried flag is given up with Escape and beside the timeline, and a press that stays is a press', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const before = await playground.digest();
  const from = await middleOf(page, REFRESH);
  const over = await placeOnPlot(page, 0.3);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(over.x, over.y, { steps: 4 });
  await expect(page.locator('.carried-flag')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.carried-flag')).toHaveCount(0);
  await page.mouse.up();
  // Once more, back to where it came from: that is no press either.
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(over.x, over.y, { steps: 4 });
  await page.mouse.move(from.x, from.y, { steps: 4 });
  await page.mouse.up();
  await expect(page.locator('.carry-ghost')).toHaveCount(0);
  await expect(playground.button('Undo')).toBeDisabled();
  expect(await playground.digest()).toBe(before);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 2, from.y);
  await page.mouse.up();
  await playground.digestChangesFrom(before);
  await expect(playground.button(/^Undo: refresh/)).toBeEnabled();
});

test('every verb can be dragged from the menu of its track', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const before = await playground.digest();
  await playground.button('Add to Network at the playhead').click();
  const item = page.getByRole('menuitem', { name: /^latency/ });
  await item.scrollIntoViewIfNeeded();
  const from = await playground.middleOf(item);
  const to = await placeOnPlot(page, 0.24);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(page.locator('.carried-flag')).toContainText('latency');
  await page.mouse.up();
  await playground.digestChangesFrom(before);
  await expect(playground.flag(/^latency/)).toBeFocused();
});

test('by keyboard a verb is chosen in the menu of its track, and its new flag is moved with the arrows', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.keyboard.press('Shift+ArrowLeft');
  const before = await playground.digest();
  await playground.button('Add to People at the playhead').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.type('ref');
  await page.keyboard.press('Enter');
  await playground.digestChangesFrom(before);
  const flag = playground.flag(/^refresh/);
  await expect(flag).toBeFocused();
  const at = Number(await flag.getAttribute('aria-valuenow'));
  await page.keyboard.press('ArrowLeft');
  await expect(flag).toHaveAttribute('aria-valuenow', String(at - 10));
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('a flag is carried up the page to the timeline, which comes into sight by itself', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    const before = await playground.digest();
    const source = page.getByRole('button', { name: REFRESH });
    await source.scrollIntoViewIfNeeded();
    const fingers = await Fingers.on(page);
    const from = await playground.middleOf(source);
    await fingers.drag(from, { x: 150, y: 40 });
    const plot = page.locator('.timeline-plot');
    // Clear of the upper edge, where the finger would set the page in motion again; asked often, since it is in motion.
    await expect.poll(async () => (await plot.boundingBox())?.y ?? -1, { intervals: [20] }).toBeGreaterThan(80);
    // Away from the edge the page stands still.
    await fingers.move({ x: 150, y: 300 });
    const { y } = await plot.evaluate((element) => element.getBoundingClientRect());
    await fingers.move({ x: 150, y: y + 60 });
    await expect(page.locator('.carried-flag')).toBeVisible();
    await fingers.up();
    await playground.digestChangesFrom(before);
    await expect(playground.flag(/^refresh/)).toHaveCount(1);
  });
});
