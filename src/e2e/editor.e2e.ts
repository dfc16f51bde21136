import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

class EditorPage extends PlaygroundPage {
  get text(): Locator {
    return this.page.getByRole('textbox', { name: 'The scenario as text' });
  }

  get problems(): Locator {
    return this.page.getByRole('region', { name: 'Problems of the text' });
  }

  get options(): Locator {
    return this.page.getByRole('listbox').getByRole('option');
  }

  tab(name: string | RegExp): Locator {
    return this.page.getByRole('tab', { name });
  }

  line(text: string): Locator {
    return this.text.locator('.cm-line', { hasText: text });
  }

  async openText(): Promise<void> {
    await this.open();
    await this.button('Scenario').last().click();
    await this.tab('Text').click();
    await expect(this.line('version: 1')).toBeVisible();
  }

  /** Selects all of the text and writes another one; with the search panel's help no cursor needs to be placed. */
  async replaceInText(before: string, after: string): Promise<void> {
    await this.text.focus();
    await this.page.keyboard.press('ControlOrMeta+f');
    await this.page.getByRole('textbox', { name: 'Find' }).fill(before);
    await this.page.getByRole('textbox', { name: 'Replace' }).fill(after);
    await this.page.getByRole('button', { name: 'replace', exact: true }).click();
    await this.page.getByRole('button', { name: 'replace', exact: true }).click();
    await this.page.keyboard.press('Escape');
  }
}

test('what is written runs, is one step with a name, and undo takes it back out of the text', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.openText();
  const before = await editor.digest();
  await expect(editor.line('# Of nine seeds tried')).toBeVisible();
  await editor.replaceInText('seed: 6', 'seed: 7');
  await editor.digestChangesFrom(before);
  await expect(editor.button('Undo: text: seed 6 → 7')).toBeEnabled();
  await editor.button('Undo: text: seed 6 → 7').click();
  await expect(editor.line('seed: 6')).toBeVisible();
  expect(await editor.digest()).toBe(before);
});

test('by keys alone an entry is written with suggestions and runs, and Tab leads out after Escape', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.openText();
  const before = await editor.digest();
  await editor.line('atMs: 2300').click();
  await page.keyboard.press('End');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- { atMs: 3000, on: ph');
  await expect(editor.options.first()).toHaveText(/^phone/);
  await page.keyboard.press('Enter');
  await page.keyboard.type(', do: refr');
  await expect(editor.options.first()).toHaveText(/^refresh/);
  await page.keyboard.press('Enter');
  await editor.digestChangesFrom(before);
  await expect(editor.flag(/refresh/i)).toBeVisible();
  await expect(page.getByText(/^do .*The page is loaded again\.$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(editor.text).not.toBeFocused();
  // The panel is still open.
  await expect(editor.text).toBeVisible();
  await editor.text.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(editor.line('do: refresh')).toHaveCount(0);
});

test('a problem stands at its line and in a list that leads there; the page keeps the last good run', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.openText();
  const before = await editor.digest();
  await editor.replaceInText('do: drop', 'do: drip');
  const problem = editor.problems.getByRole('button', { name: /line 14 script\[2\]\.do .*Did you mean "drop"/ });
  await expect(problem).toBeVisible();
  await expect(page.getByText(/^Unable to read this yet; one problem is below\./)).toBeVisible();
  await expect(page.locator('.cm-lintRange-error')).toHaveText('drip');
  expect(await editor.digest()).toBe(before);
  await problem.click();
  await expect(editor.text).toBeFocused();
  await page.keyboard.type('drop');
  await expect(editor.problems).toHaveCount(0);
  await expect(page.getByText(/^Runs as you write\. All \d+ claims hold in this run\.$/)).toBeVisible();
});

test('what is half written outlives the panel and another scenario, and does not undo what is done meanwhile', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.openText();
  await editor.replaceInText('do: drop', 'do: dr');
  await expect(editor.problems).toBeVisible();
  await editor.button('Close Scenario').click();
  await page.keyboard.press('r');
  await expect(editor.button(/^Undo: refresh/)).toBeVisible();
  await editor.button('Scenario').last().click();
  await expect(editor.line('do: dr,')).toBeVisible();
  await editor.button('Write the page’s scenario here').click();
  await expect(editor.line('do: refresh')).toBeVisible();
  await expect(editor.line('# Of nine seeds tried')).toBeVisible();
  await expect(editor.line('do: drop')).toBeVisible();
});

test('claims stand with their outcome, and lead to their line', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.openText();
  await editor.replaceInText('tokenIntervalMs: 60', 'tokenIntervalMs: 10');
  await expect(editor.tab(/^Claims \d+ broken$/)).toBeVisible();
  await expect(page.locator('.cm-sign[data-kind=broken]').first()).toBeAttached();
  await editor.tab(/^Claims/).click();
  const pipe = page.getByRole('region', { name: 'Claims of One pipe' });
  await pipe.getByRole('button', { name: /^Does not hold: the laptop lacks words claimed >0, is 0/ }).click();
  await expect(editor.text).toBeFocused();
  await expect(editor.line("laptop: { status: error, missing: '>0'").first()).toBeVisible();
});

test('the text is saved as it stands', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.openText();
  await editor.replaceInText('# Of nine seeds tried', '# Of ten seeds tried');
  const downloading = page.waitForEvent('download');
  await editor.button('Save').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('wifi-blip.yaml');
  expect(await readFile(await download.path(), 'utf8')).toContain('# Of ten seeds tried');
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('a line is tapped and written on a phone, and nothing is wider than the screen', async ({ page }) => {
    const editor = new EditorPage(page);
    await editor.open();
    const before = await editor.digest();
    await editor.button('Scenario').last().tap();
    await editor.tab('Text').tap();
    await editor.line('seed: 6').tap();
    await expect(page.getByText(/^seed whole number.*the same seed, the same run/)).toBeVisible();
    await page.keyboard.press('End');
    await page.keyboard.type('2');
    await editor.digestChangesFrom(before);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await editor.tab(/^Claims/).tap();
    await expect(page.getByText(/claims? (hold|do|does)/)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});

for (const theme of ['light', 'dark', 'projector']) {
  test(`nothing is in the way of anybody in the text and its claims, ${theme}`, async ({ page }) => {
    // Several screens, each read whole by axe.
    test.setTimeout(90_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.addInitScript((chosen) => localStorage.setItem('pull-the-plug.theme', chosen), theme);
    const editor = new EditorPage(page);
    await editor.openText();
    const violations = async () => {
      const result = await new AxeBuilder({ page }).include('.dock-panel').analyze();
      return result.violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
    };
    expect(await violations()).toEqual([]);
    await editor.replaceInText('do: drop', 'do: drip');
    await expect(editor.problems).toBeVisible();
    expect(await violations()).toEqual([]);
    await editor.tab(/^Claims/).click();
    expect(await violations()).toEqual([]);
  });
}
