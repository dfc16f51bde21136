/** Fingers on the glass, as the browser gets them from a touch screen: one to drag, two to pinch. */

import type { CDPSession, Page } from '@playwright/test';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export class Fingers {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async on(page: Page): Promise<Fingers> {
    return new Fingers(await page.context().newCDPSession(page));
  }

  async down(...points: readonly Point[]): Promise<void> {
    await this.#send('touchStart', points);
  }

  async move(...points: readonly Point[]): Promise<void> {
    await this.#send('touchMove', points);
  }

  async up(): Promise<void> {
    await this.#send('touchEnd', []);
  }

  /** One finger from `from` to `to`, in `steps` moves; it stays down. */
  async drag(from: Point, to: Point, steps = 6): Promise<void> {
    await this.down(from);
    for (let step = 1; step <= steps; step += 1) {
      const share = step / steps;
      await this.move({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
    }
  }

  async #send(type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]): Promise<void> {
    const touchPoints = points.map(({ x, y }, id) => ({ x: Math.round(x), y: Math.round(y), id }));
    await this.#session.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}
