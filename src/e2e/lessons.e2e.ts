/** Every lesson from its first question to its end: by keys alone, by a thumb on a phone, and without motion. */

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { LESSONS, LessonPage } from './lesson-page.ts';
import type { Hands, Question } from './lesson-page.ts';

const HALVES = [LESSONS.filter((_, at) => at % 2 === 0), LESSONS.filter((_, at) => at % 2 === 1)];

async function walk(page: Page, lesson: LessonPage, id: string, hands: Hands): Promise<void> {
  await lesson.goTo(id);
  await lesson.predict(hands);
  const said = await lesson.seeBeats(hands);
  expect(new Set(said).size, 'every beat says something of its own').toBe(said.length);
  await lesson.observe(hands);
  await lesson.explain(hands);
  await lesson.solve(hands);
  await lesson.isDone();
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  let presses = 0;
  for (; presses < 150 && !(await isThere()); presses += 1) await page.keyboard.press('Tab');
  expect(presses, 'the Tab key leads there').toBeLessThan(150);
}

const withKeys = (page: Page): Hands => ({
  press: async (target) => {
    await tabTo(page, target);
    await page.keyboard.press('Enter');
  },
  answer: async (question) => {
    const fields: Readonly<Record<Question, string>> = {
      choice: '.choice-field input >> nth=0',
      number: '.number-slider input',
      point: '.point-track',
      curve: '.curve-board',
    };
    const keys: Readonly<Record<Question, readonly string[]>> = {
      choice: ['Space'],
      number: ['ArrowRight', 'ArrowRight'],
      point: ['ArrowRight'],
      curve: ['ArrowRight', 'ArrowUp', 'ArrowUp', 'ArrowRight', 'End'],
    };
    await tabTo(page, page.locator(fields[question]));
    for (const key of keys[question]) await page.keyboard.press(key);
  },
});

const withThumb = (page: Page): Hands => ({
  press: async (target) => {
    await target.tap();
    // Nothing is wider than the phone, and what leads on stays under the thumb.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  },
  answer: async (question) => {
    const fields: Readonly<Record<Question, string>> = {
      choice: '.choice >> nth=0',
      number: '.number-slider input',
      point: '.point-track',
      curve: '.curve-board',
    };
    await page.locator(fields[question]).tap();
  },
});

const withMouse = (page: Page): Hands => ({
  press: (target) => target.click(),
  answer: async (question) => {
    if (question === 'choice') await page.locator('.choice').last().click();
    else if (question === 'number') await page.locator('.number-exact input').fill('3');
    else await page.locator(question === 'point' ? '.point-track' : '.curve-board').click();
  },
});

// A trace of some thousand acts takes longer than the acts.
test.use({ trace: 'off' });

test('there are 25 lessons to walk', () => {
  expect(LESSONS).toHaveLength(25);
});

HALVES.forEach((half, at) => {
  test(`every lesson can be finished by keys alone, half ${at + 1}`, async ({ page }) => {
    test.setTimeout(300_000);
    const lesson = new LessonPage(page);
    // What is played on the way is for the thumb to wait for.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await lesson.open({ isStill: false });
    for (const id of half) await test.step(id, () => walk(page, lesson, id, withKeys(page)));
  });

  test.describe('on a phone', () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

    test(`every lesson can be finished with a thumb, half ${at + 1}`, async ({ page }) => {
      test.setTimeout(300_000);
      const lesson = new LessonPage(page);
      await lesson.open({ isStill: true });
      for (const id of half) await test.step(id, () => walk(page, lesson, id, withThumb(page)));
    });
  });

  test(`every lesson can be finished without motion, half ${at + 1}`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const lesson = new LessonPage(page);
    await lesson.open({ isStill: false });
    for (const id of half) await test.step(id, () => walk(page, lesson, id, withMouse(page)));
  });
});

for (const theme of ['light', 'dark', 'projector'] as const) {
  test(`nothing in a lesson is in the way of anybody, ${theme}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.addInitScript((kept) => localStorage.setItem('pull-the-plug.theme', kept), theme);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const lesson = new LessonPage(page);
    await lesson.open({ isStill: false });
    const judge = async (place: string) => {
      const { violations } = await new AxeBuilder({ page }).include('.lesson').analyze();
      expect(
        violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]),
        place,
      ).toEqual([]);
    };
    const hands = withMouse(page);
    const judging: Hands = {
      press: hands.press,
      answer: async (question) => {
        await hands.answer(question);
        await judge(`a ${question}`);
      },
    };
    await lesson.goTo('wifi-blip');
    await lesson.predict(judging);
    await lesson.goTo('wifi-blip', '/beat/8');
    await judge('a beat');
    await lesson.goTo('silence', '/predict');
    await judge('a point');
    await lesson.goTo('wifi-blip', '/observe');
    await lesson.isAt('observe');
    await hands.answer('choice');
    await hands.press(lesson.next);
    await judge('the answer');
    await lesson.goTo('wifi-blip', '/explain');
    await judge('the explanation');
    await lesson.goTo('wifi-blip', '/try');
    await page.getByRole('button', { name: 'Hint' }).click();
    await page.getByRole('button', { name: 'Show a solution' }).click();
    await judge('the challenge');
    await lesson.goTo('wifi-blip', '/done');
    await judge('the end');
  });
}

test('a beat comes by itself, and a press that is a moment late passes by no sentence', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.open({ isStill: true });
  await lesson.goTo('wifi-blip', '/beat/2');
  const beat = page.locator('.run-step');
  await expect(beat).toHaveAttribute('data-arrived', 'true');
  await lesson.next.click();
  await expect(beat).toHaveAttribute('data-arrived', 'false');
  await page.clock.runFor(6000);
  await expect(beat).toHaveAttribute('data-beat', '3');
  await expect(beat).toHaveAttribute('data-arrived', 'true');
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
  await lesson.next.click();
  await expect(beat).toHaveAttribute('data-beat', '4');
});

test('a challenge is solved by hand, earns its stars, and its link shows the solution to others', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const lesson = new LessonPage(page);
  await lesson.open({ isStill: false });
  await lesson.goTo('refresh', '/try');
  const board = page.locator('.try-step');
  await expect(board).toHaveAttribute('data-solved', 'false');
  // What the challenge does not allow is named, and undone.
  await page.getByRole('button', { name: 'Add to Network at the playhead' }).click();
  await page
    .getByRole('menuitem', { name: /^drop reset/ })
    .first()
    .click();
  await expect(page.getByText('drop on the laptop was added')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('.challenge-help').getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByText('drop on the laptop was added')).toHaveCount(0);
  await page.getByLabel('What to add').selectOption('refresh');
  await page.getByLabel('When, in seconds').fill('1.5');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(board).toHaveAttribute('data-solved', 'true');
  await expect(page.getByRole('img', { name: '3 of 3 stars' })).toBeVisible();
  await page.getByRole('button', { name: 'Share my solution' }).click();
  const link = page.getByLabel('The link to your solution');
  await expect(link).toHaveValue(/#\/learn\/refresh\/try\?c=/);
  const shared = await link.inputValue();
  await lesson.next.click();
  await lesson.isAt('done');
  await expect(page.getByRole('img', { name: '3 of 3 stars' })).toBeVisible();
  await page.evaluate((hash) => (location.hash = hash), shared.slice(shared.indexOf('#')));
  await expect(page.getByText('A solution that somebody shared.')).toBeVisible();
  await expect(board).toHaveAttribute('data-solved', 'true');
  await expect(page.getByText('Stars are for a solution of your own.')).toBeVisible();
});

test('a lesson goes on where it was left, back leads to the rail, and what does not exist is said', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const lesson = new LessonPage(page);
  await lesson.open({ isStill: false });
  await lesson.goTo('wifi-blip', '/beat/4');
  await lesson.next.click();
  await expect(page).toHaveURL(/#\/learn\/wifi-blip\/beat\/5$/);
  await expect(page).toHaveTitle(/^A blip of three seconds/);
  await page.goBack();
  await expect(page).toHaveURL(/#\/learn$/);
  await lesson.goTo('wifi-blip');
  await expect(page.locator('.run-step')).toHaveAttribute('data-beat', '5');
  await page.evaluate(() => (location.hash = '#/learn/no-such-lesson'));
  await expect(page.getByRole('heading', { name: 'There is no such lesson' })).toBeVisible();
  await page.evaluate(() => (location.hash = '#/learn/wifi-blip/explian'));
  await expect(page.getByText('a lesson has no such place')).toBeVisible();
  await page.getByRole('link', { name: 'All lessons' }).click();
  await expect(page).toHaveURL(/#\/learn$/);
});
