import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { FilesPage, textFile } from './files-page.ts';
import { PlaygroundPage } from './playground-page.ts';

async function openEdited(page: Page) {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const before = await playground.digest();
  await page.keyboard.press('r');
  await playground.digestChangesFrom(before);
  return { playground, files: new FilesPage(page), before, edited: await playground.digest() };
}

for (const [title, name] of [
  ['Scenario', 'wifi-blip.yaml'],
  ['Run', 'wifi-blip.run.json'],
  ['Figure', 'wifi-blip.svg'],
] as const) {
  test(`${title} saved and dropped back opens the run that it was made of, and undo leads back`, async ({ page }) => {
    const { playground, files, edited } = await openEdited(page);
    await files.show();
    const file = await files.save(title);
    expect(file.name).toBe(name);
    await files.close();
    await page.keyboard.press('s');
    await playground.digestChangesFrom(edited);
    const elsewhere = await playground.digest();
    await files.drop(file);
    await expect(playground.root).toHaveAttribute('data-digest', edited);
    await expect(page.getByRole('alert')).toHaveCount(0);
    await playground.button(/^Undo: open/).click();
    await expect(playground.root).toHaveAttribute('data-digest', elsewhere);
  });
}

test('the traces are saved under names that tell them apart, and the picture can be decoded', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const files = new FilesPage(page);
  await files.show();
  const beginnings = [
    ['Trace for Perfetto', 'wifi-blip.perfetto.json', '{"displayTimeUnit"'],
    ['Log for ShiViz', 'wifi-blip.shiviz.log', '(?<ms>'],
    ['Sequence diagram', 'wifi-blip.mmd', 'sequenceDiagram'],
    ['Table of events', 'wifi-blip.csv', 'atMs,lane,event'],
  ] as const;
  for (const [title, name, beginning] of beginnings) {
    const file = await files.save(title);
    expect([file.name, file.bytes.toString().slice(0, beginning.length)]).toEqual([name, beginning]);
    await expect(files.dialog.getByRole('status')).toHaveText(`${title} saved as ${name}.`);
  }
  const picture = await files.save('Figure as PNG');
  expect(picture.name).toBe('wifi-blip.png');
  const drawn = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const pixels = new Uint32Array(context?.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer ?? []);
    return { width: bitmap.width, height: bitmap.height, colours: new Set(pixels).size };
  }, picture.bytes.toString('base64'));
  expect(drawn).toMatchObject({ width: 1920, height: 960 });
  expect(drawn.colours).toBeGreaterThan(100);
});

test('every file is copied, and says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = new PlaygroundPage(page);
  await playground.open();
  const files = new FilesPage(page);
  await files.show();
  await files.dialog.getByRole('button', { name: 'Copy: Scenario' }).click();
  await expect(files.dialog.getByRole('status')).toHaveText('Scenario copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('id: wifi-blip');
  await files.dialog.getByRole('button', { name: 'Copy: Link to this moment' }).click();
  const link = await files.dialog.getByRole('textbox', { name: 'Link to this moment' }).inputValue();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await files.dialog.getByRole('button', { name: 'Copy: Figure as PNG' }).click();
  await expect(files.dialog.getByRole('status')).toHaveText('Figure as PNG copied.');
});

test('without a pointer: E shows the files, a file is chosen by its button, and the dialog is gone', async ({
  page,
}) => {
  const { playground, files, edited } = await openEdited(page);
  await page.keyboard.press('e');
  await files.isReady();
  const saved = await files.save('Run', async (button) => {
    await button.focus();
    await page.keyboard.press('Enter');
  });
  await files.close();
  await page.keyboard.press('z');
  await playground.digestChangesFrom(edited);
  await page.keyboard.press('e');
  await files.isReady();
  const chooser = page.waitForEvent('filechooser');
  await files.dialog.getByRole('button', { name: 'Open a file' }).focus();
  await page.keyboard.press('Enter');
  await (await chooser).setFiles({ name: saved.name, mimeType: 'application/json', buffer: saved.bytes });
  await expect(files.dialog).toHaveCount(0);
  await expect(playground.root).toHaveAttribute('data-digest', edited);
});

test('a figure that an editor has written anew still opens', async ({ page }) => {
  const { playground, files, edited } = await openEdited(page);
  await files.show();
  const figure = await files.save('Figure');
  await files.close();
  const rewritten = await page.evaluate((svg) => {
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    if (parsed.querySelector('parsererror') !== null) throw new Error('the figure is not XML');
    parsed.documentElement.setAttribute('data-editor', '1');
    return new XMLSerializer().serializeToString(parsed);
  }, figure.bytes.toString());
  await page.keyboard.press('z');
  await playground.digestChangesFrom(edited);
  await files.drop(textFile('edited.svg', rewritten));
  await expect(playground.root).toHaveAttribute('data-digest', edited);
});

test('a link and a scenario that are pasted open as well, any other text does nothing', async ({ page }) => {
  const { playground, files, before, edited } = await openEdited(page);
  await files.show();
  const scenario = (await files.save('Scenario')).bytes.toString();
  await files.close();
  await files.paste('https://example.org/page#/play/wifi-blip?v=2');
  await expect(playground.root).toHaveAttribute('data-digest', before);
  await files.paste(scenario);
  await expect(playground.root).toHaveAttribute('data-digest', edited);
  await files.paste('a note to myself');
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await playground.digest()).toBe(edited);
});

test('a run that comes out otherwise than it was saved is shown, and said to', async ({ page }) => {
  const { playground, files, edited } = await openEdited(page);
  await files.show();
  const run = (await files.save('Run')).bytes.toString();
  await files.close();
  await page.keyboard.press('z');
  await playground.digestChangesFrom(edited);
  await files.drop(
    textFile('old.run.json', run.replace('"model": 2', '"model": 1').replace(edited, '0123456789abcdef')),
  );
  await expect(page.getByRole('alert')).toContainText('made by version 1 of the model');
  await expect(page.getByRole('alert')).toContainText(edited);
  expect(await playground.digest()).toBe(edited);
});

for (const [what, file, said] of [
  [
    'a slip',
    textFile('mine.yaml', 'version: 1\nid: mine\ntitle: Mine\nscript:\n  - { atMs: 0, on: laptop, do: opne }\n'),
    'mine.yaml:5:32: unable to read script[0].do; "opne" is not a verb. Did you mean "open"?',
  ],
  [
    'a cut run',
    textFile('cut.run.json', '{"format": "pull-the-plug/run", "version": 1,'),
    'cut.run.json:1:46: unable to read the file; it stops being JSON here.',
  ],
  [
    'another picture',
    textFile('photo.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'),
    'photo.svg:1:1: unable to read the file; this picture carries no scenario.',
  ],
  [
    'a trace',
    textFile('x.json', '{"displayTimeUnit":"ms","traceEvents":[]}'),
    'it is a trace for Perfetto, which does not hold its scenario.',
  ],
  [
    'bytes',
    textFile('x.bin', '\u0000\u0001\u0002'),
    'x.bin:1:1: unable to read the file; it holds bytes that are not text.',
  ],
] as const) {
  test(`${what} is refused with its place and the way out, and nothing on the page is lost`, async ({ page }) => {
    const { playground, files, edited } = await openEdited(page);
    await files.drop(file);
    await expect(page.getByRole('alert')).toContainText(said);
    expect(await playground.digest()).toBe(edited);
    await expect(playground.button(/^Undo: refresh laptop/)).toBeEnabled();
    await playground.button('Dismiss').click();
    await files.show();
    const chooser = page.waitForEvent('filechooser');
    await files.dialog.getByRole('button', { name: 'Open a file' }).click();
    await (await chooser).setFiles({ name: file.name, mimeType: 'text/plain', buffer: file.bytes });
    await expect(files.dialog.getByRole('alert')).toContainText(said);
  });
}

test('while a file is held over the page it says what letting go does, and two files are one too many', async ({
  page,
}) => {
  const { playground, files, edited } = await openEdited(page);
  const file = textFile('mine.yaml', 'version: 1');
  await files.drag('dragover', file);
  await expect(page.getByTestId('drop-overlay')).toBeVisible();
  await page.dispatchEvent('main', 'dragleave', { bubbles: true, relatedTarget: null });
  await expect(page.getByTestId('drop-overlay')).toHaveCount(0);
  await files.drag('drop', file, textFile('other.yaml', 'version: 1'));
  await expect(page.getByRole('alert')).toContainText('Unable to open 2 files; one is opened at a time.');
  expect(await playground.digest()).toBe(edited);
});

test('texts of a scenario never become markup, on the page or in a file', async ({ page }) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const playground = new PlaygroundPage(page);
  await playground.open();
  const before = await playground.digest();
  const files = new FilesPage(page);
  const text = '<img src=x onerror=alert(1)> </text><script>alert(2)</script> ]]> &lt;b&gt; "\'';
  const scenario = {
    version: 1,
    id: 'hostile',
    title: text,
    agent: { answer: { text } },
    script: [
      { atMs: 0, on: 'laptop', do: 'open' },
      { atMs: 100, on: 'laptop', do: 'send', text },
    ],
  };
  await files.drop(textFile('hostile.json', JSON.stringify(scenario)));
  await playground.digestChangesFrom(before);
  await files.show();
  const figure = (await files.save('Figure')).bytes.toString();
  const found = await page.evaluate((svg) => {
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    const html = new DOMParser().parseFromString(svg, 'text/html');
    const names = [...parsed.querySelectorAll('*')].map(({ localName }) => localName);
    return {
      isXml: parsed.querySelector('parsererror') === null,
      foreign: names.filter((name) => ['script', 'img', 'foreignObject', 'b', 'a', 'image'].includes(name)),
      inHtml: html.querySelectorAll('script, img').length,
      title: parsed.querySelector('.title')?.textContent,
    };
  }, figure);
  expect(found).toEqual({ isXml: true, foreign: [], inHtml: 0, title: text });
  await expect(page.locator('.playground img')).toHaveCount(0);
  expect(dialogs).toEqual([]);
});

for (const theme of ['light', 'dark', 'projector'] as const) {
  test(`nothing is in the way of anybody among the files, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.addInitScript((chosen) => localStorage.setItem('pull-the-plug.theme', chosen), theme);
    const playground = new PlaygroundPage(page);
    await playground.open();
    const files = new FilesPage(page);
    await files.show();
    const chooser = page.waitForEvent('filechooser');
    await files.dialog.getByRole('button', { name: 'Open a file' }).click();
    await (await chooser).setFiles({ name: 'x.yaml', mimeType: 'text/plain', buffer: Buffer.from('') });
    await expect(files.dialog.getByRole('alert')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
  });
}

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('a file is saved and opened, and nothing is wider than the screen', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    const files = new FilesPage(page);
    await playground.button('Files and links').tap();
    await files.isReady();
    expect(await files.dialog.evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth)).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const saved = await files.save('Scenario', (button) => button.tap());
    const changed = saved.bytes.toString().replace('seed: 6', 'seed: 8');
    const before = await playground.digest();
    const chooser = page.waitForEvent('filechooser');
    await files.dialog.getByRole('button', { name: 'Open a file' }).tap();
    await (await chooser).setFiles({ name: saved.name, mimeType: 'text/yaml', buffer: Buffer.from(changed) });
    await expect(files.dialog).toHaveCount(0);
    await playground.digestChangesFrom(before);
  });
});
