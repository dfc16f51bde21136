/** The script time of a frame of the timeline, against uPlot with the same curves in the same page. */

import { DRAW_PAGE, onBenchPage } from './bench-site.ts';
import { median, rounded } from './figure.ts';
import type { Figure } from './figure.ts';

const FRAMES = 120;
/** Level with uPlot, within what two runs of the same thing differ. */
const MOST_OF_THEIRS = 1.1;
const SIZES = [
  { events: 100_000, mostMs: 2 },
  { events: 1_000_000, mostMs: 8 },
] as const;

export async function measureDrawing(): Promise<readonly Figure[]> {
  return onBenchPage(DRAW_PAGE, async (page) => {
    const figures: Figure[] = [];
    for (const { events, mostMs } of SIZES) {
      const times = await page.evaluate(([count, frames]) => window.measureDrawing?.(count, frames), [
        events,
        FRAMES,
      ] as const);
      if (times === undefined) throw new Error('unable to measure; the page has no drawing');
      const name = `timeline of ${events.toLocaleString('en')} events`;
      const [ours, theirs] = [median(times.framesMs.ours), median(times.framesMs.theirs)];
      figures.push({
        figure: `${name}, script of a frame while zooming and panning`,
        value: rounded(ours),
        unit: 'ms',
        against: `uPlot in the same page, ${rounded(theirs)} ms`,
        ratio: rounded(ours / theirs),
        bar: `value <= ${mostMs} and ratio <= ${MOST_OF_THEIRS}`,
        holds: ours <= mostMs && ours / theirs <= MOST_OF_THEIRS,
      });
      const { firstMs } = times;
      figures.push({
        figure: `${name}, script of the first picture`,
        value: rounded(firstMs.ours),
        unit: 'ms',
        against: `uPlot in the same page, ${rounded(firstMs.theirs)} ms`,
        ratio: rounded(firstMs.ours / firstMs.theirs),
        bar: null,
        holds: true,
      });
    }
    return figures;
  });
}
