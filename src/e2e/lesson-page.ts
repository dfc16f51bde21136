/** A lesson as a journey sees it: its place, its heading, and what leads on. */

import { readdirSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export const LESSONS = readdirSync('scenarios/lessons').flatMap((file) => /^\d\d-(.+)\.yaml$/.exec(file)?.[1] ?? []);

export type Step = 'predict' | 'run' | 'observe' | 'explain' | 'try' | 'done';

/** How people reach what they press: the journeys differ by this alone. */
export interface Hands {
  readonly press: (target: Locator) => Promise<void>;
  /** Gives some answer to the question on the page. */
  readonly answer: (question: Question) => Promise<void>;
}

export type Question = 'choice' | 'number' | 'point' | 'curve';

const NOON = Date.UTC(2026, 0, 1, 12);

const FIELDS: Readonly<Record<Question, string>> = {
  choice: '.choice-field',
  number: '.number-field',
  point: '.point-track',
  curve: '.curve-board',
};

export class LessonPage {
  readonly page: Page;
  readonly root: Locator;
  readonly heading: Locator;
  readonly next: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.locator('.lesson');
    this.heading = this.root.locator('h1:not(.stage h1)').first();
    this.next = this.root.locator('.step-next');
  }

  /** Opens the course. With a clock that stands still, a run is played on when somebody says so and never by itself. */
  async open({ isStill }: { readonly isStill: boolean }): Promise<void> {
    if (isStill) await this.page.clock.install({ time: NOON });
    await this.page.goto('./#/learn');
    if (isStill) await this.page.clock.pauseAt(NOON + 60_000);
  }

  /** Goes to a place of a lesson in the same page, as a link does. */
  async goTo(lesson: string, place = ''): Promise<void> {
    await this.page.evaluate((hash) => (location.hash = hash), `#/learn/${lesson}${place}`);
    // Its runs may have to wait for those of the rail.
    await expect(this.page.locator(`.lesson[data-lesson="${lesson}"]`)).toBeVisible({ timeout: 20_000 });
  }

  async isAt(step: Step): Promise<void> {
    await expect(this.root).toHaveAttribute('data-step', step);
    await expect(this.heading).toBeFocused();
  }

  async kindOfQuestion(): Promise<Question> {
    const kinds = Object.entries(FIELDS) as [Question, string][];
    const all = kinds.map(([, field]) => field).join();
    await expect(this.root.locator(all)).toHaveCount(1);
    for (const [kind, field] of kinds) if ((await this.root.locator(field).count()) === 1) return kind;
    throw new Error('the question has no field');
  }

  /** Answers every question before the run. */
  async predict(hands: Hands): Promise<void> {
    for (;;) {
      await this.isAt('predict');
      await hands.answer(await this.kindOfQuestion());
      await expect(this.next).toHaveText(/^(Next question|Run it)$/);
      const isLast = (await this.next.textContent()) === 'Run it';
      const asked = await this.heading.textContent();
      await hands.press(this.next);
      if (isLast) return;
      await expect(this.heading).not.toHaveText(asked ?? '');
    }
  }

  /** Sees every beat, and hears each sentence. Returns them. */
  async seeBeats(hands: Hands): Promise<readonly string[]> {
    await this.isAt('run');
    const spoken = this.root.locator('.beat [role=status]');
    const [, count] = ((await this.root.locator('.beat-number').textContent()) ?? '').split(' of ').map(Number);
    const said: string[] = [];
    for (let beat = 1; beat <= (count ?? 0); beat += 1) {
      const step = this.page.locator(`.run-step[data-beat="${beat}"]`);
      // What is played on the way is cut short by the same button.
      if ((await step.getAttribute('data-arrived')) === 'false') await hands.press(this.next);
      await expect(step).toHaveAttribute('data-arrived', 'true');
      await expect(spoken).toHaveText(new RegExp(`^${beat} of ${count}\\. .`));
      said.push((await spoken.textContent()) ?? '');
      await hands.press(this.next);
    }
    return said;
  }

  async observe(hands: Hands): Promise<void> {
    await this.isAt('observe');
    await hands.answer(await this.kindOfQuestion());
    await hands.press(this.next);
    await expect(this.root.locator('.answer-reveal')).toBeVisible();
    await hands.press(this.next);
  }

  async explain(hands: Hands): Promise<void> {
    await this.isAt('explain');
    await expect(this.root.locator('.source').first()).toBeAttached();
    await expect(this.root.locator('.review-ask').first()).toBeAttached();
    await hands.press(this.next);
  }

  /** Has the recorded solution shown, which is judged like any other. */
  async solve(hands: Hands): Promise<void> {
    await this.isAt('try');
    const board = this.page.locator('.try-step');
    await expect(board).toHaveAttribute('data-run-state', 'settled');
    await expect(board).toHaveAttribute('data-solved', 'false');
    await hands.press(this.root.getByRole('button', { name: 'Show a solution' }));
    await hands.press(this.root.getByRole('button', { name: 'Show it' }));
    await expect(board).toHaveAttribute('data-solved', 'true');
    await hands.press(this.next);
  }

  async isDone(): Promise<void> {
    await this.isAt('done');
    await expect(this.root.locator('.done-score')).toBeVisible();
  }
}
