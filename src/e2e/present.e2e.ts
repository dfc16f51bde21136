import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { PresentPair, roomView, RUNNING_MS } from './present-pair.ts';

const BEATS = 100;

// Each of two to four windows loads the page and runs a lesson with all of its variants.
test.describe.configure({ timeout: 90_000 });

// What was taken from one context would be missing in the next.
test.afterEach(({ context }) => context.setOffline(false));

test('both windows stay in step through a hundred steps, a reload of each, and two presses at once', async ({
  context,
}) => {
  test.setTimeout(180_000);
  const pair = await PresentPair.open(context, 'wifi-blip');
  const last = (await pair.cues()) - 1;
  let cue = 0;
  const walk = async (steps: number) => {
    for (let step = 0; step < steps; step += 1) {
      // To the end, and back, and again; from either window, by the keys of either kind of clicker.
      const by = Math.floor((cue + step) / last) % 2 === 1 && cue > 0 ? -1 : 1;
      const page = step % 3 === 0 ? pair.room : pair.notes;
      const key = by === 1 ? (step % 2 === 0 ? 'PageDown' : 'ArrowRight') : step % 2 === 0 ? 'PageUp' : 'ArrowLeft';
      await page.keyboard.press(key);
      cue = Math.min(last, Math.max(0, cue + by));
      await pair.standAt(cue);
    }
  };
  await walk(BEATS * 0.4);
  await test.step('the room’s view is loaded again', async () => {
    await pair.room.reload();
    await expect(pair.view()).toBeVisible({ timeout: RUNNING_MS });
    await pair.standAt(cue);
  });
  await walk(BEATS * 0.3);
  await test.step('the notes are loaded again', async () => {
    await pair.notes.reload();
    await expect(pair.notes.locator('.notes')).toBeVisible({ timeout: RUNNING_MS });
    await pair.standAt(cue);
  });
  await walk(BEATS * 0.3);
  await test.step('both press at once', async () => {
    await pair.notes.keyboard.press('Home');
    await pair.standAt(0);
    await Promise.all([pair.room.keyboard.press('PageDown'), pair.notes.keyboard.press('PageDown')]);
    const settled = Number(await pair.notes.locator('.notes').getAttribute('data-position'));
    await pair.standAt(settled);
    expect([1, 2]).toContain(settled);
  });
});

test('the room can be kept in the dark, where it is, or at a question of its own, and a network is never needed', async ({
  context,
}) => {
  const pair = await PresentPair.open(context, 'wifi-blip');
  for (const page of [pair.room, pair.notes]) await page.waitForLoadState('networkidle');
  const foreign: string[] = [];
  context.on('request', (request) => foreign.push(request.url()));
  await context.setOffline(true);
  await pair.room.keyboard.press('PageDown');
  await pair.standAt(1);
  await test.step('dark, and light again without a step', async () => {
    await pair.room.keyboard.press('.');
    await expect(pair.view()).toHaveAttribute('data-blank', 'true');
    await expect(pair.notes.getByRole('button', { name: 'Dark screen' })).toHaveAttribute('aria-pressed', 'true');
    await pair.notes.keyboard.press('PageDown');
    await expect(pair.view()).toHaveAttribute('data-blank', 'false');
    await pair.standAt(1);
  });
  await test.step('frozen while the speaker looks ahead', async () => {
    await pair.notes.keyboard.press('f');
    await pair.notes.keyboard.press('PageDown');
    await pair.notes.keyboard.press('PageDown');
    await expect(pair.notes.locator('.notes')).toHaveAttribute('data-position', '3');
    await expect(pair.room.locator('.audience-window')).toHaveAttribute('data-position', '1');
    await pair.notes.keyboard.press('f');
    await pair.standAt(3);
  });
  await test.step('a question from the room', async () => {
    await pair.notes.getByLabel('A question from the room').fill('And if the proxy buffers?');
    await pair.notes.getByRole('button', { name: 'Show it' }).click();
    await expect(pair.view().getByText('And if the proxy buffers?')).toBeVisible();
    await pair.room.keyboard.press('Escape');
    await expect(pair.view().getByText('And if the proxy buffers?')).toHaveCount(0);
    await pair.standAt(3);
  });
  await test.step('where to vote', async () => {
    await pair.notes.getByRole('button', { name: 'Where to vote' }).click();
    await expect(pair.view().getByRole('img', { name: 'QR code of the address' })).toBeVisible();
    await expect(pair.view().getByText('/#/present/wifi-blip/vote')).toBeVisible();
    await pair.notes.keyboard.press('Escape');
    await expect(pair.view().getByText('/#/present/wifi-blip/vote')).toHaveCount(0);
  });
  await test.step('hands are counted', async () => {
    await pair.goTo('Prediction 1');
    await pair.notes.getByRole('button', { name: 'One more: B In the session and in the buffered pipe' }).click();
    await expect(pair.view().locator('.room-option-hands').nth(1)).toContainText('1');
    await pair.goTo('Answer 1');
    await expect(pair.view().getByText('1 of 1 said B. The run says A.')).toBeVisible();
  });
  expect(foreign).toEqual([]);
});

test('people vote on their own phones, and the room is held against the run', async ({ context, browser }) => {
  const phone = await (await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true })).newPage();
  await phone.goto('./#/present/wifi-blip/vote');
  await expect(phone.getByRole('heading', { level: 1 })).toBeVisible({ timeout: RUNNING_MS });
  const codes: string[] = [];
  for (const name of ['Only in the session', 'In all three']) {
    await phone.getByRole('radio', { name }).check();
    codes.push(await phone.locator('.vote-code b').first().innerText());
  }
  await phone.getByRole('slider', { name: /How many words did its agent write/ }).fill('41');
  codes.push(await phone.locator('.vote-code b').nth(1).innerText());
  const box = await phone.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(box[0]).toBeLessThanOrEqual(box[1] ?? 0);
  await phone.context().close();

  const pair = await PresentPair.open(context, 'wifi-blip');
  await pair.goTo('Prediction 1');
  const [first = '', second = ''] = codes;
  const typo = first.replace(/.$/, (letter) => (letter === '7' ? '8' : '7'));
  await pair.notes
    .getByLabel('Codes from phones')
    .fill([...codes, second, `Ada: ${first.toLowerCase()}`, typo, 'A'].join('\n'));
  await expect(pair.notes.getByText('3 answers are counted here; 2 stood twice and count once.')).toBeVisible();
  await expect(pair.notes.getByText(`“${typo}”: it is no code, or a character of it is wrong`)).toBeVisible();
  await pair.goTo('Answer 1');
  await expect(pair.view().getByText('2 of 3 said A. The run says A.')).toBeVisible();
  await pair.goTo('Answer 3');
  await expect(pair.view().getByText(/^1 of 1 was within 3 words; .* The run says 41 words\.$/)).toBeVisible();
});

test('two talks in one browser do not mix, and notes that are opened by hand find theirs', async ({ context }) => {
  const first = await PresentPair.open(context, 'wifi-blip');
  const second = await PresentPair.open(context, 'wifi-blip');
  await first.notes.keyboard.press('PageDown');
  await first.standAt(1);
  await second.standAt(0);
  await second.room.keyboard.press('PageDown');
  await second.room.keyboard.press('PageDown');
  await second.standAt(2);
  await first.standAt(1);
  const byHand = await context.newPage();
  await byHand.goto('./#/present/wifi-blip/notes');
  await expect(byHand.locator('.notes')).toHaveAttribute('data-position', '2', { timeout: RUNNING_MS });
});

/**
 * The last row sits eight metres from a picture three metres wide: 1280 pixels make one of them 2.34 mm. ISO 9241-303
 * asks for capitals of at least 16 minutes of arc, which at 8 m is 8000 mm * tan(16/60 of a degree) = 37.2 mm, or
 * 15.9 pixels. The capitals of the typeface are 0.727 of its size, which makes the size 21.9 pixels.
 */
const LEAST_PX = 21.9;

for (const lesson of ['wifi-blip', 'seven-tabs', 'what-did-the-server-hear'])
  test(`everything that the room reads in ${lesson} is read from eight metres`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`./#/present/${lesson}`);
    await expect(roomView(page)).toBeVisible({ timeout: RUNNING_MS });
    const window = page.locator('.audience-window');
    const cues = Number(await window.getAttribute('data-cues'));
    expect(cues).toBeGreaterThan(10);
    for (let cue = 0; cue < cues; cue += 1) {
      await expect(window).toHaveAttribute('data-position', String(cue));
      const { small, cut } = await page.evaluate(readText, LEAST_PX);
      expect(small, `cue ${cue}`).toEqual([]);
      expect(cut, `cue ${cue} reaches out of the picture`).toEqual([]);
      await page.keyboard.press('PageDown');
    }
  });

/** Runs in the page: texts that are too small, and those that lie outside of the window. */
function readText(leastPx: number): { readonly small: string[]; readonly cut: string[] } {
  const [small, cut]: [string[], string[]] = [[], []];
  const view = document.querySelector('.audience-window > .audience');
  if (view === null) return { small: ['there is no view'], cut };
  const texts = document.createTreeWalker(view, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const element = node.parentElement;
    if (element === null || node.textContent?.trim() === '' || element.closest('.visually-hidden') !== null) continue;
    const picture = element.closest('svg');
    const scale = picture === null ? 1 : picture.getBoundingClientRect().width / picture.viewBox.baseVal.width;
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
    if (size < leastPx) small.push(`${size} px: ${node.textContent ?? ''}`);
    const scrolls = element.closest('.room-text') !== null;
    const box = element.getBoundingClientRect();
    if (!scrolls && (box.bottom > innerHeight + 1 || box.right > innerWidth + 1)) cut.push(node.textContent ?? '');
  }
  return { small, cut };
}

async function judge(page: Page): Promise<readonly (readonly string[])[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
}

test('nothing is in the way of anybody in either window, projector', async ({ context }) => {
  test.setTimeout(300_000);
  await context.addInitScript(() => localStorage.setItem('pull-the-plug.theme', 'projector'));
  const pair = await PresentPair.open(context, 'wifi-blip');
  const last = (await pair.cues()) - 1;
  for (const name of [
    'Title',
    'Prediction 1',
    'Prediction 2',
    'Prediction 3',
    'Beat 5',
    'Answer 1',
    'Principle',
    'End',
  ]) {
    await test.step(name, async () => {
      await pair.goTo(name);
      if (name === 'Prediction 1') await pair.notes.getByLabel('Codes from phones').fill('A\nB\nB\nnobody');
      await expect(pair.notes.locator('[aria-current=step]')).toContainText(name);
      expect(await judge(pair.room), `the room at ${name}`).toEqual([]);
      expect(await judge(pair.notes), `the notes at ${name}`).toEqual([]);
    });
  }
  await pair.standAt(last);
  await pair.notes.keyboard.press('?');
  await expect(pair.notes.getByRole('dialog', { name: 'Keys of a talk' })).toBeVisible();
  expect(await judge(pair.notes), 'the keys').toEqual([]);
});

test('the demo deck steps the lesson by its keys first, and the slides then', async ({ page }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const { origin } = new URL(request.url());
    if (origin !== new URL(page.url()).origin && page.url() !== 'about:blank') foreign.push(request.url());
  });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('./#/present');
  await page.getByRole('link', { name: 'A slide deck with a lesson in it' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-deck', 'ready');
  const lesson = page.locator('section.deck-lesson');
  const room = page.frameLocator('iframe[data-lesson]').locator('.audience-window');
  await expect(lesson).toHaveAttribute('data-cue', '0', { timeout: RUNNING_MS });
  for (let slide = 0; slide < 2; slide += 1) await page.keyboard.press('PageDown');
  await expect(lesson).toHaveClass(/present/);
  const cues = Number(await room.getAttribute('data-cues'));
  for (let cue = 1; cue < cues; cue += 1) {
    await page.keyboard.press(cue % 2 === 0 ? 'PageDown' : 'Space');
    await expect(room).toHaveAttribute('data-position', String(cue));
    await expect(lesson).toHaveAttribute('data-cue', String(cue));
  }
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('heading', { name: 'How it got into this deck' })).toBeVisible();
  await test.step('back, into the lesson where it was left', async () => {
    await page.keyboard.press('PageUp');
    await expect(lesson).toHaveClass(/present/);
    await expect(room).toHaveAttribute('data-position', String(cues - 1));
    // A frame beside it is not the page around it: it is not listened to.
    await page.evaluate(speakFromAside);
    await page.keyboard.press('PageUp');
    await expect(room).toHaveAttribute('data-position', String(cues - 2));
  });
  await test.step('keys that the frame has got lead out of it as well', async () => {
    await room.click();
    await page.keyboard.press('End');
    await page.keyboard.press('PageDown');
    await expect(page.getByRole('heading', { name: 'How it got into this deck' })).toBeVisible();
  });
  expect(foreign).toEqual([]);
});

/** Runs in the page: a frame beside the lesson asks it to go to its third cue, and says when it has done so. */
function speakFromAside(): Promise<void> {
  const aside = document.createElement('iframe');
  const message = JSON.stringify({ ns: 'pull-the-plug', v: 1, type: 'seek', payload: { to: 2 } });
  aside.srcdoc = `<script>parent.frames[0].postMessage(${message}, '*'); parent.postMessage('said', '*')</script>`;
  const said = new Promise<void>((resolve) => {
    window.addEventListener('message', ({ data }) => {
      if (data === 'said') resolve();
    });
  });
  document.body.append(aside);
  return said;
}
