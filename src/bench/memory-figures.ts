/**
 * Memory over 1,000 re-runs of the home scenario in the production build: the drop is moved by its
 * flag, each move is simulated and drawn, and garbage is collected before each look. One drag, so that
 * what is kept for undo stays the same. The heap of the page; the worker has its own.
 */

import type { CDPSession, Page } from 'playwright';
import { HOME_PAGE, onBenchPage } from './bench-site.ts';
import { rounded } from './figure.ts';
import type { Figure } from './figure.ts';

/** The first hundred fill caches and compile. */
const LOOKS = [100, 500, 1_000] as const;
const MOST_GROWTH = 1.05;
const STEP_PIXELS = 14;

export async function measureMemory(): Promise<readonly Figure[]> {
  const [first = Number.NaN, middle = Number.NaN, last = Number.NaN] = await onBenchPage(HOME_PAGE, heapsOf);
  return [
    {
      figure: 'heap of the page after 1,000 re-runs',
      value: rounded(last),
      unit: 'MB',
      against: `the same after ${LOOKS[0]} re-runs, ${rounded(first)} MB; after ${LOOKS[1]}, ${rounded(middle)} MB`,
      ratio: Number((last / first).toFixed(3)),
      bar: `ratio <= ${MOST_GROWTH}`,
      holds: last / first <= MOST_GROWTH,
    },
  ];
}

/** Megabytes in use at each look. */
async function heapsOf(page: Page): Promise<readonly number[]> {
  const root = page.locator('.playground');
  await page.locator('[data-run-state="settled"]').waitFor();
  const session = await page.context().newCDPSession(page);
  const box = await page.locator('.flag[data-verb="drop"] .flag-body').first().boundingBox();
  if (box === null) throw new Error('unable to measure; the home screen shows no drop');
  const [x, y] = [box.x + 8, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const heaps: number[] = [];
  let reruns = 0;
  for (const look of LOOKS) {
    for (; reruns < look; reruns += 1) {
      const before = await root.getAttribute('data-digest');
      // Never the place where it stands.
      await page.mouse.move(x + ((reruns % 20) + 1) * STEP_PIXELS, y);
      await page.waitForFunction(
        (digest) => document.querySelector<HTMLElement>('.playground')?.dataset['digest'] !== digest,
        before,
        { polling: 'raf' },
      );
    }
    heaps.push(await heapOf(session));
  }
  await page.mouse.up();
  return heaps;
}

async function heapOf(session: CDPSession): Promise<number> {
  // What is freed by one pass may free something else in the next.
  for (let pass = 0; pass < 3; pass += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1_000_000;
}
