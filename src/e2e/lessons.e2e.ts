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
  for (let presses = 0; presses < 150 && !(await isThere()); presses += 1) await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
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
    test.setTimeout(180_000);
    const lesson = new LessonPage(page);
    await page.goto('./#/learn');
    for (const id of half) await test.step(id, () => walk(page, lesson, id, withKeys(page)));
  });

  test.describe('on a phone', () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

    test(`every lesson can be finished with a thumb, half ${at + 1}`, async ({ page }) => {
      test.setTimeout(180_000);
      const lesson = new LessonPage(page);
      await page.goto('./#/learn');
      for (const id of half) await test.step(id, () => walk(page, lesson, id, withThumb(page)));
    });
  });

  test(`every lesson can be finished without motion, half ${at + 1}`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const lesson = new LessonPage(page);
    await page.goto('./#/learn');
    for (const id of half) await test.step(id, () => walk(page, lesson, id, withMouse(page)));
  });
});
