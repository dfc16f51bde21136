import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

class LogPage extends PlaygroundPage {
  get lines(): Locator {
    return this.page.getByRole('list', { name: 'What happened' }).getByRole('button');
  }

  get voice(): Locator {
    return this.page.getByRole('log', { name: 'Narration' });
  }

  async openLog(): Promise<void> {
    await this.open();
    await this.button('Log').click();
    await expect(this.lines.first()).toBeVisible();
  }
}

test('the log tells what happened up to the playhead, and each line leads to its moment', async ({ page }) => {
  const log = new LogPage(page);
  await log.openLog();
  const whole = await log.lines.count();
  await log.lines.filter({ hasText: 'a person opens the phone' }).click();
  await expect(log.playhead()).toContainText('2.300');
  // What comes later is not told yet.
  await expect(log.lines.last()).toContainText('2.300');
  expect(await log.lines.count()).toBeLessThan(whole);
  await expect(log.lines.filter({ hasText: 'caught up' })).toHaveCount(0);
});

test('arrow keys go from line to line, Enter goes to the moment, and the list is one stop of the Tab key', async ({
  page,
}) => {
  const log = new LogPage(page);
  await log.openLog();
  await log.lines.last().focus();
  await page.keyboard.press('Home');
  await expect(log.lines.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(log.lines.nth(2)).toBeFocused();
  const at = await log.lines.nth(2).locator('.log-at').textContent();
  await page.keyboard.press('Enter');
  await expect(log.playhead()).toContainText(at ?? 'none');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('list', { name: 'What happened' }).locator(':focus')).toHaveCount(0);
});

test('the log is held to the lanes that people choose, and copied whole', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const log = new LogPage(page);
  await log.openLog();
  const group = page.getByRole('toolbar', { name: 'Lanes in the log' });
  await group.getByRole('button', { name: 'One pipe' }).click();
  await group.getByRole('button', { name: 'Pipe with a buffer' }).click();
  await expect(log.lines.filter({ hasText: 'One pipe ·' })).toHaveCount(0);
  await expect(log.lines.filter({ hasText: 'G1 complete is broken' })).toHaveCount(0);
  const told = await log.lines.count();
  await page.getByRole('checkbox', { name: 'Every step' }).check();
  await expect(log.lines.filter({ hasText: 'Session · the laptop begins a session connection' }).first()).toBeVisible();
  expect(await log.lines.count()).toBeGreaterThan(told);
  await log.button('Copy all').click();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
  await expect(page.getByText(`${lines.length} lines copied.`)).toBeVisible();
  expect(lines[0]).toBe('   0.000 s  every lane: a person opens the laptop');
});

test('those who hear the log are told a few lines at a time, and never word by word', async ({ page }) => {
  const log = new LogPage(page);
  await log.openLog();
  await log.lines.filter({ hasText: 'a person asks on the laptop' }).click();
  await expect(log.voice).toHaveText('');
  const before = await log.lines.count();
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const region = document.querySelector('[role=log]');
    new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const { textContent } of addedNodes) said.push(textContent ?? '');
    }).observe(region ?? document.body, { childList: true, characterData: true, subtree: true });
  });
  const play = page.getByRole('button', { name: 'Play', exact: true });
  await play.click();
  await expect(play).toBeHidden();
  await expect(play).toBeVisible({ timeout: 25_000 });
  await expect(log.voice).toContainText('catches up');
  const said = await page.evaluate(() => (window as unknown as { readonly said: readonly string[] }).said);
  expect(said.length).toBeLessThan(((await log.lines.count()) - before) / 3);
  expect(said.length).toBeGreaterThan(1);
});

test('who drags the playhead hears where it comes to rest, and not what it passes', async ({ page }) => {
  const log = new LogPage(page);
  await log.openLog();
  await log.lines.filter({ hasText: 'a person asks on the laptop' }).click();
  await log.playhead().focus();
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('Shift+ArrowRight');
  const [, newest = 'none'] = ((await log.lines.last().locator('.log-text').textContent()) ?? '').split(' · ');
  await expect(log.voice.locator('p').last()).toContainText(newest);
  expect(await log.voice.locator('p').count()).toBeLessThan(6);
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('a line is tapped on a phone, and nothing is wider than the screen', async ({ page }) => {
    const log = new LogPage(page);
    await log.open();
    await log.button('Log').tap();
    await log.lines.filter({ hasText: 'a person opens the phone' }).tap();
    await expect(log.playhead()).toContainText('2.300');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});

for (const theme of ['light', 'dark', 'projector']) {
  test(`nothing is in the way of anybody in the log, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.addInitScript((chosen) => localStorage.setItem('pull-the-plug.theme', chosen), theme);
    const log = new LogPage(page);
    await log.openLog();
    const { violations } = await new AxeBuilder({ page }).include('.dock-panel').analyze();
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
  });
}
