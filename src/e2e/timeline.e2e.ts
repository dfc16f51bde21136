import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { Fingers } from './fingers.ts';
import { PlaygroundPage } from './playground-page.ts';

/** What is in sight, in seconds, as the window of the overview says it. */
async function sight(page: Page): Promise<{ readonly from: number; readonly to: number }> {
  const text = (await windowOf(page).getAttribute('aria-valuetext')) ?? '';
  const [, from, to] = /([\d.]+) to ([\d.]+) seconds/.exec(text) ?? [];
  return { from: Number(from), to: Number(to) };
}

async function lengthOf(page: Page): Promise<number> {
  const { from, to } = await sight(page);
  return to - from;
}

function windowOf(page: Page): Locator {
  return page.getByRole('slider', { name: 'What is in sight', exact: true });
}

/** The box of the plot, and of a place in its lanes where no flag is. */
async function plotOf(page: Page) {
  const box = await page.locator('.timeline-plot').boundingBox();
  if (box === null) throw new Error('there is no plot');
  return { ...box, laneY: box.y + 130, peopleY: box.y + 36 };
}

function chosen(page: Page): Locator {
  return page.locator('.flag[data-selected="true"]');
}

test('the wheel zooms around the pointer with Ctrl, pans with Shift, and leaves the page alone without', async ({
  page,
}) => {
  await new PlaygroundPage(page).open();
  const { x, width, laneY } = await plotOf(page);
  const before = await sight(page);
  await page.mouse.move(x + width / 4, laneY);
  await page.mouse.wheel(0, -40);
  expect(await sight(page)).toEqual(before);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -300);
  await page.keyboard.up('Control');
  await expect.poll(() => lengthOf(page)).toBeLessThan((before.to - before.from) * 0.7);
  const zoomed = await sight(page);
  const around = before.from + (before.to - before.from) / 4;
  expect(zoomed.from + (zoomed.to - zoomed.from) / 4).toBeCloseTo(around, 1);
  await page.keyboard.down('Shift');
  await page.mouse.wheel(0, 200);
  await page.keyboard.up('Shift');
  await expect.poll(async () => (await sight(page)).from).toBeGreaterThan(zoomed.from);
  expect(await lengthOf(page)).toBeCloseTo(zoomed.to - zoomed.from, 1);
});

test('keys zoom around the playhead, pan and fit', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const before = await sight(page);
  await playground.button('Zoom in').focus();
  for (let press = 0; press < 6; press += 1) await page.keyboard.press('+');
  await expect.poll(() => lengthOf(page)).toBeLessThan((before.to - before.from) / 3);
  const near = await sight(page);
  await page.keyboard.press('PageDown');
  await expect.poll(async () => (await sight(page)).from).toBeLessThan(near.from);
  await page.keyboard.press('PageUp');
  await expect.poll(() => sight(page)).toEqual(near);
  await page.keyboard.press('-');
  await expect.poll(() => lengthOf(page)).toBeGreaterThan(near.to - near.from);
  await page.keyboard.press('0');
  await expect.poll(() => sight(page)).toEqual(before);
});

test('messages are arrows between their rows, with their names close up', async ({ page }) => {
  await new PlaygroundPage(page).open('#/play/stop-or-refresh');
  expect(await page.locator('.message').count()).toBeGreaterThan(8);
  await expect(page.locator('.message-label')).toHaveCount(0);
  const { x, width, laneY } = await plotOf(page);
  await page.mouse.move(x + width * 0.02, laneY);
  await page.keyboard.down('Control');
  for (let turn = 0; turn < 8; turn += 1) await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  await expect(
    page
      .locator('.message-label')
      .filter({ hasText: /^prompt 40 ms$/ })
      .first(),
  ).toBeVisible();
});

test('the overview is a brush: its window moves and stretches by mouse and by keys', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const whole = await sight(page);
  const end = page.getByRole('slider', { name: 'End of what is in sight' });
  const from = await playground.middleOf(end);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x - 300, from.y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await sight(page)).to).toBeLessThan(whole.to - 0.5);
  const stretched = await sight(page);
  const middle = await playground.middleOf(windowOf(page));
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + 80, middle.y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await sight(page)).from).toBeGreaterThan(stretched.from);
  expect(await lengthOf(page)).toBeCloseTo(stretched.to - stretched.from, 1);
  const moved = await sight(page);
  await windowOf(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await sight(page)).from).toBeLessThan(moved.from);
  await end.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => lengthOf(page)).toBeLessThan(moved.to - moved.from);
});

test('several flags are chosen with Shift; they move, double and come back as one', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const before = await playground.digest();
  await playground.flag(/^send/).click();
  await page.keyboard.press('Escape');
  await playground.flag(/^send/).click({ modifiers: ['Shift'] });
  await playground.flag(/^drop/).click({ modifiers: ['Shift'] });
  await expect(chosen(page)).toHaveCount(2);
  await page.keyboard.press('ArrowRight');
  await playground.digestChangesFrom(before);
  await expect(playground.button(/^Undo: 2 flags/)).toBeEnabled();
  await page.keyboard.press('Control+d');
  await expect(page.locator('.flag[data-verb="drop"]')).toHaveCount(2);
  await expect(chosen(page)).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(page.locator('.flag[data-verb="drop"]')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(playground.root).toHaveAttribute('data-digest', before);
});

test('a rubber band chooses what it touches, and so do keys', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const { x, width, peopleY } = await plotOf(page);
  await page.keyboard.down('Shift');
  await page.mouse.move(x + width - 6, peopleY - 8);
  await page.mouse.down();
  await page.mouse.move(x + 2, peopleY + 34, { steps: 5 });
  await expect(page.locator('.rubber-band')).toBeVisible();
  await page.mouse.up();
  await page.keyboard.up('Shift');
  const all = await page.locator('.flag').count();
  await expect(chosen(page)).toHaveCount(all);
  await playground.flag(/^drop/).focus();
  await page.keyboard.press('Escape');
  await expect(chosen(page)).toHaveCount(0);
  await page.keyboard.press('Shift+ArrowUp');
  await expect(chosen(page)).toHaveCount(2);
  await page.keyboard.press('Control+a');
  await expect(chosen(page)).toHaveCount(all);
});

test('idle stretches fold by button and by key, with a break in the axis', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open('#/play/the-quiet-minute');
  const fold = page.getByRole('button', { name: /^Fold stretches/ });
  await expect(fold).toBeEnabled();
  const xOf = async () => (await page.locator('.flag-body').last().boundingBox())?.x ?? 0;
  const before = await xOf();
  await fold.click();
  await expect(fold).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.overview-fold').first()).toBeAttached();
  await page.getByRole('slider', { name: 'Playhead' }).focus();
  await page.keyboard.press('\\');
  await expect(fold).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(xOf).toBe(before);
});

test('a measure says how long, by mouse along the axis and by key from the playhead', async ({ page }) => {
  await new PlaygroundPage(page).open();
  const { x, y, width } = await plotOf(page);
  await page.mouse.move(x + width * 0.3, y + 10);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.45, y + 10, { steps: 4 });
  await expect(page.locator('.measure-text')).toContainText(/\d (ms|s)/);
  await page.mouse.up();
  await page.getByRole('slider', { name: 'Playhead' }).focus();
  await page.keyboard.press('Escape');
  await expect(page.locator('.measure-text')).toHaveCount(0);
  await page.keyboard.press('m');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(page.locator('.measure-text')).toContainText('100 ms');
});

test('the help lists what the timeline can do', async ({ page }) => {
  await new PlaygroundPage(page).open();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys and marks' });
  for (const words of [
    'Zoom in, out, and fit',
    'Pan by half',
    'Measure from',
    'Fold',
    'Duplicate',
    'Change the focused',
  ])
    await expect(help.getByText(words)).toBeVisible();
});

test.describe('with fingers', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('two of them zoom and pan, one of them pans the track, chooses and moves flags', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    const before = await sight(page);
    const fingers = await Fingers.on(page);
    await page.locator('.timeline-plot').evaluate((plot) => plot.scrollIntoView({ block: 'start' }));
    const { laneY, peopleY } = await plotOf(page);
    const y = laneY + 80;
    await fingers.down({ x: 140, y }, { x: 200, y });
    for (const by of [10, 30, 60, 90]) await fingers.move({ x: 140 - by, y }, { x: 200 + by, y });
    await fingers.up();
    await expect.poll(() => lengthOf(page)).toBeLessThan((before.to - before.from) / 2);
    const near = await sight(page);
    await fingers.drag({ x: 200, y: peopleY }, { x: 330, y: peopleY });
    await fingers.up();
    await expect.poll(async () => (await sight(page)).from).toBeLessThan(near.from);
    await playground.button('Fit what happens').tap();
    await expect.poll(() => sight(page)).toEqual(before);
    await page.getByRole('button', { name: 'Choose several flags' }).tap();
    await playground.flag(/^send/).tap();
    await playground.flag(/^drop/).tap();
    await expect(chosen(page)).toHaveCount(2);
    const digest = await playground.digest();
    await page.getByRole('button', { name: 'Choose several flags' }).tap();
    await playground.flag(/^drop/).scrollIntoViewIfNeeded();
    const drop = await playground.middleOf(playground.flag(/^drop/));
    await fingers.drag(drop, { x: drop.x + 40, y: drop.y });
    await fingers.up();
    await playground.digestChangesFrom(digest);
    await expect(playground.button(/^Undo: 2 flags/)).toBeEnabled();
  });
});
