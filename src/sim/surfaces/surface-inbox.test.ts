/** Timers of a page in the background, and what waits for a frozen one. */

import { setup } from 'xstate';
import { describe, expect, test } from 'vitest';
import { WorldStage } from '../../testing/world-stage.ts';
import { SurfaceInbox } from './surface-inbox.ts';
import type { PageTimer } from './surface-inbox.ts';
import { createSurfaceState } from './surfaces.ts';
import type { SurfaceState } from './surfaces.ts';

const base = setup({ types: { events: {} as { type: 'go' } | { type: 'leave' } }, delays: { LATER: 300 } });
const machine = base.createMachine({
  id: 'page',
  initial: 'idle',
  states: { idle: { on: { go: 'waiting' } }, waiting: { after: { LATER: 'idle' }, on: { leave: 'idle' } } },
});

/** A page with a machine of one timer; timers of its own are named by their type. */
class Page {
  readonly surface: SurfaceState = createSurfaceState('laptop', true);
  readonly fired: string[] = [];
  readonly #kernel = new WorldStage().kernel;
  readonly #inbox: SurfaceInbox;

  constructor() {
    const { network } = new WorldStage();
    this.#inbox = new SurfaceInbox(this.#kernel, network, (_surface, work) => {
      if (work.kind !== 'event') return;
      this.fired.push(`${this.#kernel.nowMs} ${nameOf(work.event)}`);
      if (work.event.kind === 'timer') this.#kernel.send(work.event.key, work.event.event);
    });
    this.#kernel.startMachine('page', machine, 'laptop', null);
  }

  timer(delayMs: number, type: string): void {
    this.#kernel.schedule(delayMs, 'timer', { kind: 'lane', event: { type } });
  }

  send(type: string): void {
    this.#kernel.send('page', { type });
  }

  at(atMs: number, action: () => void = () => undefined): void {
    this.#kernel.runTo(atMs, (event) => {
      if (event.kind === 'page.tick') this.#inbox.tick(this.surface);
      else if (event.kind === 'lane' || event.kind === 'timer') this.#inbox.put(this.surface, { kind: 'event', event });
    });
    action();
  }

  hide(): void {
    this.surface.hiddenSinceMs = this.#kernel.nowMs;
  }

  /** As the script does. */
  show(): void {
    this.surface.hiddenSinceMs = null;
    this.#kernel.schedule(0, 'timer', { kind: 'page.tick', surface: 'laptop' });
  }

  wake(): void {
    this.surface.sleeps = 0;
    this.#inbox.wake(this.surface);
  }
}

const nameOf = (event: PageTimer): string =>
  event.kind === 'lane' ? event.event.type : (event.timerId.split('.')[2] ?? '');

describe('a tab in the background', () => {
  test('[L11] its timers fire on whole seconds', () => {
    const page = new Page();
    page.at(100, () => [
      page.hide(),
      page.timer(50, 'a'),
      page.timer(850, 'b'),
      page.timer(900, 'c'),
      page.timer(950, 'd'),
    ]);
    page.at(5_000);
    expect(page.fired).toEqual(['1000 a', '1000 b', '1000 c', '2000 d']);
  });

  test('[L11] after five minutes they fire on whole minutes', () => {
    const page = new Page();
    page.at(100, () => [page.hide(), page.timer(299_500, 'a'), page.timer(301_000, 'b'), page.timer(361_000, 'c')]);
    page.at(900_000);
    expect(page.fired).toEqual(['300000 a', '360000 b', '420000 c']);
  });

  test('[L11] when it is in front again, what was put off fires at once, and only once', () => {
    const page = new Page();
    page.at(100, () => [page.hide(), page.timer(500_000, 'a'), page.timer(500_100, 'b')]);
    page.at(510_000, () => page.show());
    page.at(515_000, () => [page.hide(), page.timer(200, 'c')]);
    page.at(900_000);
    expect(page.fired).toEqual(['510000 a', '510000 b', '516000 c']);
  });

  test('[L11] a timer that was put off can still be cancelled, and armed anew', () => {
    const page = new Page();
    page.at(100, () => [page.hide(), page.send('go')]);
    page.at(500, () => page.send('leave'));
    page.at(2_000);
    expect(page.fired).toEqual([]);
    page.at(2_100, () => page.send('go'));
    page.at(2_500, () => [page.send('leave'), page.send('go')]);
    page.at(9_000);
    expect(page.fired).toEqual(['3000 LATER']);
  });

  test('[L5] of a frozen tab they wait until it wakes, however hidden it is', () => {
    const page = new Page();
    page.at(100, () => [page.hide(), page.send('go'), page.timer(500, 'a')]);
    page.at(700, () => (page.surface.sleeps = 1));
    page.at(5_500, () => page.wake());
    page.at(9_000);
    expect(page.fired).toEqual(['6000 LATER', '6000 a']);
  });
});
