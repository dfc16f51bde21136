/** Both windows of a talk as a journey sees them: the room's and the speaker's. */

import { expect } from '@playwright/test';
import type { BrowserContext, Locator, Page } from '@playwright/test';

export class PresentPair {
  readonly room: Page;
  readonly notes: Page;

  private constructor(room: Page, notes: Page) {
    this.room = room;
    this.notes = notes;
  }

  /** Opens the room's view of `lesson` by its link and the notes from there. */
  static async open(context: BrowserContext, lesson: string): Promise<PresentPair> {
    const room = await context.newPage();
    await room.setViewportSize({ width: 1280, height: 720 });
    await room.emulateMedia({ reducedMotion: 'reduce' });
    await room.goto(`./#/present/${lesson}`);
    await expect(roomView(room)).toBeVisible({ timeout: RUNNING_MS });
    await room.locator('.audience-window').hover();
    const opened = room.waitForEvent('popup');
    await room.getByRole('button', { name: 'Open the notes' }).click();
    const notes = await opened;
    await notes.setViewportSize({ width: 1440, height: 900 });
    await expect(notes.locator('.notes')).toBeVisible({ timeout: RUNNING_MS });
    return new PresentPair(room, notes);
  }

  view(): Locator {
    return roomView(this.room);
  }

  /** Both windows stand at `cue`. */
  async standAt(cue: number): Promise<void> {
    await expect(this.notes.locator('.notes')).toHaveAttribute('data-position', String(cue));
    await expect(this.room.locator('.audience-window')).toHaveAttribute('data-position', String(cue));
  }

  async cues(): Promise<number> {
    return Number(await this.notes.locator('.notes').getAttribute('data-cues'));
  }

  async goTo(name: string): Promise<void> {
    await this.notes
      .getByRole('navigation', { name: 'Cues' })
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .first()
      .click();
  }
}

/** All runs of the lesson are simulated first, which takes its time on a busy machine. */
export const RUNNING_MS = 20_000;

export function roomView(page: Page): Locator {
  return page.locator('.audience-window > .audience');
}
