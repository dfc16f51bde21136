/** The playground as a journey sees it: what is on the page, and when it has come to rest. */

import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export class PlaygroundPage {
  readonly page: Page;
  readonly root: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.locator('.playground');
  }

  /** Opens the page at `hash` and waits for its run. */
  async open(hash = ''): Promise<void> {
    await this.page.goto(`./${hash}`);
    await this.settled();
  }

  /** The run on the page is the run of the scenario on the page. */
  async settled(): Promise<void> {
    await expect(this.root).toHaveAttribute('data-run-state', 'settled');
  }

  async digest(): Promise<string> {
    await this.settled();
    return (await this.root.getAttribute('data-digest')) ?? '';
  }

  /** Waits until the run on the page is another one than `digest`. */
  async digestChangesFrom(digest: string): Promise<void> {
    await expect(this.root).not.toHaveAttribute('data-digest', digest);
    await this.settled();
  }

  lane(title: string): Locator {
    return this.page.getByRole('article', { name: title, exact: true });
  }

  surface(lane: string, name: string): Locator {
    return this.lane(lane).locator(`[data-surface="${name}"]`);
  }

  verdict(lane: string): Locator {
    return this.lane(lane).locator('.lane-head .verdict');
  }

  flag(name: string | RegExp): Locator {
    return this.page.getByRole('slider', { name });
  }

  playhead(): Locator {
    return this.page.getByTestId('playhead');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** The middle of an element, in pixels of the page. */
  async middleOf(locator: Locator): Promise<{ readonly x: number; readonly y: number }> {
    const box = await locator.boundingBox();
    expect(box, 'the element is on the page').not.toBeNull();
    return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  }
}
