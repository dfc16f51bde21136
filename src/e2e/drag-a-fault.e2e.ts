import { expect, test } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

const DROP = /^drop/;

test('a drop dragged by mouse changes the outcome under the finger, is one step, and leaves its ghost', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const before = await playground.digest();
  const drop = playground.flag(DROP);
  const { x, y } = await playground.middleOf(drop);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 40, y, { steps: 4 });
  await playground.digestChangesFrom(before);
  const during = await playground.digest();
  await page.mouse.move(x - 120, y, { steps: 4 });
  await playground.digestChangesFrom(during);
  await page.mouse.up();
  await playground.settled();
  const undo = playground.button(/^Undo: drop 1\.60 → /);
  await expect(undo).toBeEnabled();
  await undo.click();
  await expect(playground.root).toHaveAttribute('data-digest', before);
  await expect(playground.button('Undo')).toBeDisabled();
});

test('a drag is given up with Escape', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const before = await playground.digest();
  const { x, y } = await playground.middleOf(playground.flag(DROP));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 90, y, { steps: 4 });
  await playground.digestChangesFrom(before);
  await page.keyboard.press('Escape');
  await expect(playground.root).toHaveAttribute('data-digest', before);
  await page.mouse.up();
  await expect(playground.button('Undo')).toBeDisabled();
});

test('a drop is moved by keyboard, 10 ms at a time and 100 with Shift, and undone as one step', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const before = await playground.digest();
  const drop = playground.flag(DROP);
  await drop.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(drop).toHaveAttribute('aria-valuenow', '1590');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(drop).toHaveAttribute('aria-valuenow', '1490');
  await playground.settled();
  await expect(playground.button('Undo: drop 1.60 → 1.49 s')).toBeEnabled();
  await page.keyboard.press('z');
  await expect(playground.root).toHaveAttribute('data-digest', before);
  await page.keyboard.press('Shift+Z');
  await expect(drop).toHaveAttribute('aria-valuenow', '1490');
});

test('a removed drop heals every lane, and comes back with undo', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const before = await playground.digest();
  await playground.flag(DROP).focus();
  await page.keyboard.press('Delete');
  await playground.digestChangesFrom(before);
  await expect(playground.surface('One pipe', 'laptop')).toHaveAttribute('data-missing', '0');
  await page.keyboard.press('Control+z');
  await expect(playground.root).toHaveAttribute('data-digest', before);
});

test('the playhead is scrubbed: the stage shows the moment, nothing is simulated', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const digest = await playground.digest();
  const plot = page.locator('.timeline-plot');
  const box = await plot.boundingBox();
  const [left, width, y] = [box?.x ?? 0, box?.width ?? 0, (box?.y ?? 0) + (box?.height ?? 0) - 20];
  await page.mouse.move(left + width * 0.9, y);
  await page.mouse.down();
  await page.mouse.move(left + width * 0.2, y, { steps: 5 });
  await page.mouse.up();
  const laptop = playground.surface('One pipe', 'laptop');
  await expect(laptop).toHaveAttribute('data-status', 'streaming');
  await expect(laptop).toHaveAttribute('data-missing', '0');
  expect(await playground.digest()).toBe(digest);
});

test('steps go from event to event and from marker to marker', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(playground.playhead()).toHaveText('4.600 s');
  await expect(page.locator('.moment-line')).toContainText('the path of the laptop works again');
  await playground.button('To the event before').click();
  await expect(playground.playhead()).not.toHaveText('4.600 s');
});

test('a key that is typed into a field stays a letter', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.getByLabel('seed').focus();
  await page.keyboard.press('d');
  await expect(playground.button('Undo')).toBeDisabled();
});

test('single keys can be switched off', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys and marks' });
  await help.getByRole('checkbox').uncheck();
  await help.getByRole('button', { name: 'Close' }).click();
  await expect(help).toBeHidden();
  await page.keyboard.press('d');
  await expect(playground.button('Undo')).toBeDisabled();
});
