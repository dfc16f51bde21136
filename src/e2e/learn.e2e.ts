/** The rail of the course and its glossary: by keys, by a thumb, with a progress that is carried in a file. */

import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { LESSONS, LessonPage } from './lesson-page.ts';

const THEMES = ['light', 'dark', 'projector'] as const;

class CoursePage {
  readonly page: Page;
  readonly go: Locator;
  readonly said: Locator;
  readonly lessons: Locator;

  constructor(page: Page) {
    this.page = page;
    this.go = page.locator('.rail-go');
    this.said = page.locator('.progress-said');
    this.lessons = page.locator('.rail-lesson');
  }

  async open(): Promise<void> {
    await this.page.goto('#/learn');
    await expect(this.lessons).toHaveCount(LESSONS.length);
  }

  /** From wherever one is, in the same page. */
  async show(hash = '#/learn'): Promise<void> {
    await this.page.evaluate((to) => (location.hash = to), hash);
  }

  /** A lesson that was left at its explanation, and the rail again. */
  async begin(lesson: string): Promise<void> {
    await new LessonPage(this.page).goTo(lesson, '/explain');
    await expect(this.page.locator('.lesson')).toHaveAttribute('data-step', 'explain');
    await this.show();
    await expect(this.lesson(lesson)).toHaveAttribute('data-standing', 'begun');
  }

  lesson(id: string): Locator {
    return this.lessons.filter({ has: this.page.locator(`a[href="#/learn/${id}"]`) });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async take(name: string, text: string): Promise<void> {
    const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) };
    await this.page.locator('.progress-tools input[type=file]').setInputFiles(file);
  }

  /** Goes on by Tab until it has the focus. */
  async tabTo(target: Locator): Promise<void> {
    for (let stop = 0; stop < 20; stop += 1) {
      await this.page.keyboard.press('Tab');
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error('twenty stops did not lead there');
  }
}

test('the course is begun, gone on with and chosen from by keys alone, in any order', async ({ page }) => {
  const course = new CoursePage(page);
  await course.open();
  await test.step('the first thing is the way into the first lesson', async () => {
    await expect(course.go).toHaveText('Begin with lesson 1');
    await expect(course.go).toBeInViewport();
    await expect(page.locator('.rail-part h2')).toHaveCount(7);
    await course.tabTo(course.go);
  });
  await test.step('each lesson says how it comes out, and may keep that for later', async () => {
    const pictures = course.lessons.getByRole('img', { name: /^.+: .+\. .+: .+\.$/ });
    await expect(pictures).toHaveCount(LESSONS.length);
    await expect(course.lesson('nothing-goes-wrong')).toContainText('Lost by Session in every run');
    await course.tabTo(page.getByRole('checkbox'));
    await page.keyboard.press('Space');
    await expect(pictures).toHaveCount(0);
    await expect(course.lessons.first()).toContainText('kept for later');
  });
  await test.step('any lesson can be gone into first, and it is the one to go on with', async () => {
    await course.tabTo(course.lesson('refresh').getByRole('link'));
    await page.keyboard.press('Enter');
    await expect(page.locator('.lesson')).toHaveAttribute('data-lesson', 'refresh');
    await course.begin('refresh');
    await expect(course.go).toHaveText('Go on with lesson 3');
    await expect(course.lesson('refresh')).toContainText('at step 4 of 5, explain');
    await expect(page.locator('.rail-so-far')).toHaveText(`0 of ${LESSONS.length} done, 1 begun`);
    await expect(page.getByRole('checkbox')).not.toBeChecked();
  });
  await test.step('on paper it is a table of contents', async () => {
    await page.emulateMedia({ media: 'print' });
    await expect(course.go).toBeHidden();
    await expect(page.locator('.progress-tools')).toBeHidden();
    await expect(course.lessons.last()).toContainText('Chaos seed');
  });
});

test('what somebody has done is carried in a file, merged, undone, and never lost', async ({ page }) => {
  const course = new CoursePage(page);
  await course.open();
  await expect(course.button('Save progress')).toBeDisabled();
  await course.begin('wifi-blip');
  let saved = '';
  await test.step('saved', async () => {
    const download = page.waitForEvent('download');
    await course.button('Save progress').click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('pull-the-plug-progress.json');
    saved = await readFile(await file.path(), 'utf8');
  });
  await test.step('begun afresh, and that undone', async () => {
    await course.button('Begin afresh').click();
    await expect(course.lesson('wifi-blip')).toHaveAttribute('data-standing', 'new');
    await course.button('Undo').click();
    await expect(course.lesson('wifi-blip')).toHaveAttribute('data-standing', 'begun');
    await course.button('Begin afresh').click();
  });
  await test.step('merged into what was done elsewhere, which stays', async () => {
    await course.begin('the-seam');
    await course.take('mine.json', saved);
    await expect(course.said).toContainText('Lesson 2 is at explain; it was not begun.');
    for (const id of ['wifi-blip', 'the-seam'])
      await expect(course.lesson(id)).toHaveAttribute('data-standing', 'begun');
    await course.take('mine.json', saved);
    await expect(course.said).toContainText('Nothing in the file is further');
  });
  await test.step('what cannot be read is named with its line, and changes nothing', async () => {
    await course.take('broken.json', saved.replace('"explain"', '"explian"'));
    await expect(course.said).toHaveRole('alert');
    await expect(course.said).toContainText(/progress:\d+:\d+: unable to read lessons\.wifi-blip\.step; .+explain/);
    await course.take('cut.json', saved.slice(0, saved.length / 2));
    await expect(course.said).toContainText('it stops being JSON here');
    await expect(course.said).toContainText('Your progress is as it was.');
  });
  await test.step('kept in this browser', async () => {
    await page.reload();
    for (const id of ['wifi-blip', 'the-seam'])
      await expect(course.lesson(id)).toHaveAttribute('data-standing', 'begun');
  });
});

test('a word of a lesson says what it means and leads to the glossary, where every word is found', async ({ page }) => {
  const course = new CoursePage(page);
  await course.open();
  await test.step('from a lesson', async () => {
    await new LessonPage(page).goTo('wifi-blip', '/explain');
    const term = page.locator('.lesson .term').first();
    await term.focus();
    await page.keyboard.press('Enter');
    const meaning = page.getByRole('dialog');
    await expect(meaning.getByRole('heading')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(meaning).toHaveCount(0);
    await expect(term).toBeFocused();
    await page.keyboard.press('Enter');
    await meaning.getByRole('link', { name: 'In the glossary' }).press('Enter');
    await expect(page.locator('.glossary-entry[aria-current]')).toBeFocused();
    await expect(page.locator('.glossary-entry[aria-current]')).toBeInViewport();
  });
  await test.step('by its neighbours, and back to the lesson where it first stands', async () => {
    await course.show('#/glossary/fencing');
    const named = page.locator('.glossary-entry[aria-current]');
    await expect(named).toContainText('Refusing what a writer of an earlier epoch writes.');
    await named.getByRole('link', { name: 'epoch' }).click();
    await expect(named.getByRole('heading')).toHaveText('epoch');
    await named.getByRole('link', { name: /^lesson 17, / }).click();
    await expect(page.locator('.lesson')).toHaveAttribute('data-lesson', 'who-ends-a-dead-run');
  });
  await test.step('by looking for it', async () => {
    await course.show('#/glossary/nothing-such');
    await expect(page.getByRole('alert')).toContainText('no such word');
    const entries = page.locator('.glossary-entry');
    await page.getByRole('searchbox').fill('time to live');
    await expect(entries).toHaveCount(1);
    await expect(entries).toContainText('TTL');
    await page.getByRole('searchbox').fill('xyzzy');
    await expect(page.getByRole('status')).toHaveText('No word has “xyzzy” in it.');
  });
});

test('nothing is in the way of anybody on the rail and in the glossary, in every theme', async ({ page }) => {
  test.setTimeout(300_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const course = new CoursePage(page);
  await course.open();
  await course.begin('refresh');
  for (const [hash, part] of [
    ['#/learn', '.rail'],
    ['#/glossary/log', '.glossary'],
  ] as const) {
    await course.show(hash);
    await expect(page.locator(part)).toBeVisible();
    for (const theme of THEMES) {
      await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme);
      const { violations } = await new AxeBuilder({ page }).include('.screen').analyze();
      expect(
        violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]),
        `${hash}, ${theme}`,
      ).toEqual([]);
    }
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('a thumb finds its way through the rail and the glossary, and nothing is wider than the glass', async ({
    page,
  }) => {
    const course = new CoursePage(page);
    const isInWidth = async () => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await course.open();
    await isInWidth();
    await expect(course.go).toBeInViewport();
    const small = await page
      .locator('.rail button, .rail-go, .rail-switch')
      .evaluateAll((targets) =>
        targets.map((target) => target.getBoundingClientRect().height).filter((height) => height < 44),
      );
    expect(small).toEqual([]);
    await course.lesson('the-seam').tap();
    await expect(page.locator('.lesson')).toHaveAttribute('data-lesson', 'the-seam');
    await course.begin('the-seam');
    await expect(course.go).toHaveText('Go on with lesson 10');
    await page.getByRole('link', { name: 'Glossary' }).tap();
    await page.locator('.glossary-entry').first().waitFor();
    await isInWidth();
    await page.getByRole('link', { name: 'Lessons' }).tap();
    await expect(course.lessons).toHaveCount(LESSONS.length);
  });
});
