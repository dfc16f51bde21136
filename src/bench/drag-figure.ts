/**
 * From a move of the finger to the picture of its consequences: the drop of the home scenario is
 * dragged over the production build, one move at a time, and each move's re-run is awaited on screen.
 */

import type { Page } from 'playwright';
import { HOME_PAGE, onBenchPage } from './bench-site.ts';
import { median, quantile, rounded } from './figure.ts';
import type { Figure } from './figure.ts';

const MOVES = 120;
const SHARE = 0.95;
const MOST_FRAMES = 2;
/** Wide enough to be another moment at each move. */
const STEP_PIXELS = 14;

export async function measureDrag(): Promise<readonly Figure[]> {
  const times = await onBenchPage(HOME_PAGE, dragTheDrop);
  const frameMs = median(times.framesMs);
  const slowest = quantile(times.paintsMs, SHARE) / frameMs;
  return [
    {
      figure: `drag to paint at the home scenario, ${SHARE * 100}% of ${times.paintsMs.length} moves`,
      value: rounded(slowest),
      unit: 'frames',
      against: `an animation frame of the same page, ${rounded(frameMs)} ms; median ${rounded(median(times.paintsMs))} ms; processor time of the page's thread for each move ${rounded(times.threadMs)} ms, of it script ${rounded(times.scriptMs)} ms`,
      ratio: rounded(slowest),
      bar: `value <= ${MOST_FRAMES}`,
      holds: slowest <= MOST_FRAMES,
    },
  ];
}

interface DragTimes {
  /** From the page's receipt of a move to the end of the frame that shows its outcome. */
  readonly paintsMs: readonly number[];
  readonly framesMs: readonly number[];
  /** Of the page's main thread for each move, all told and of it in script: what else the machine does hardly counts. */
  readonly threadMs: number;
  readonly scriptMs: number;
}

async function dragTheDrop(page: Page): Promise<DragTimes> {
  await page.locator('[data-run-state="settled"]').waitFor();
  const flag = page.locator('.flag[data-verb="drop"] .flag-body').first();
  const box = await flag.boundingBox();
  if (box === null) throw new Error('unable to drag; the home screen shows no drop');
  const [x, y] = [box.x + 8, box.y + box.height / 2];
  const framesMs = await page.evaluate(watchFrames, 60);
  const spent = await watchThread(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const paintsMs: number[] = [];
  for (let move = 1; move <= MOVES; move += 1) {
    // Each step is wider than what a flag snaps to, and the flag stays within the answer.
    const steps = move % 20;
    const painted = page.evaluate(watchOneMove);
    await page.mouse.move(x + steps * STEP_PIXELS, y);
    paintsMs.push(await painted);
  }
  const { threadMs, scriptMs } = await spent();
  await page.mouse.up();
  return { paintsMs: paintsMs.slice(MOVES / 10), framesMs, threadMs: threadMs / MOVES, scriptMs: scriptMs / MOVES };
}

/** Returns what tells how much processor time the page's main thread has taken since. */
async function watchThread(
  page: Page,
): Promise<() => Promise<{ readonly threadMs: number; readonly scriptMs: number }>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async (): Promise<ReadonlyMap<string, number>> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return new Map(metrics.map(({ name, value }) => [name, value * 1000]));
  };
  const before = await read();
  return async () => {
    const after = await read();
    const since = (name: string): number => (after.get(name) ?? 0) - (before.get(name) ?? 0);
    return { threadMs: since('ThreadTime'), scriptMs: since('ScriptDuration') };
  };
}

/** Runs in the page: the milliseconds of `count` animation frames. */
function watchFrames(count: number): Promise<number[]> {
  return new Promise((resolve) => {
    const frames: number[] = [];
    let before = 0;
    const onFrame = (nowMs: number) => {
      if (before > 0) frames.push(nowMs - before);
      before = nowMs;
      if (frames.length < count) requestAnimationFrame(onFrame);
      else resolve(frames);
    };
    requestAnimationFrame(onFrame);
  });
}

/** Runs in the page: the milliseconds from the next pointer move to the paint that shows another digest. */
function watchOneMove(): Promise<number> {
  return new Promise((resolve, reject) => {
    // A move that changes nothing would be awaited for ever.
    const limit = setTimeout(
      () => reject(new Error('unable to measure; a move of the drop changed no picture')),
      5_000,
    );
    let movedMs = 0;
    addEventListener('pointermove', () => (movedMs = performance.now()), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      observer.disconnect();
      requestAnimationFrame(() => {
        // A message posted in a frame is taken after its paint.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => {
          port1.close();
          clearTimeout(limit);
          resolve(performance.now() - movedMs);
        });
        port1.start();
        port2.postMessage(null);
      });
    });
    observer.observe(document.body, { subtree: true, attributeFilter: ['data-digest'] });
  });
}
