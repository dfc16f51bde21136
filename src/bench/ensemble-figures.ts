/** A thousand runs in a worker of a browser, against the same runs in this process. */

import { ENSEMBLE_PAGE, onBenchPage } from './bench-site.ts';
import { runEnsemble } from './ensemble.ts';
import { rounded } from './figure.ts';
import type { Figure } from './figure.ts';

const RUNS = 1_000;
const WARM_UPS = 50;
const MOST_MS = 10_000;

export async function measureEnsemble(): Promise<readonly Figure[]> {
  const there = await onBenchPage(ENSEMBLE_PAGE, (page) =>
    page.evaluate((runs) => window.measureEnsemble?.(runs), RUNS),
  );
  if (there === undefined) throw new Error('unable to measure; the page runs no ensemble');
  runEnsemble(WARM_UPS);
  const here = runEnsemble(RUNS);
  if (there.missing !== here.missing)
    throw new Error(`unable to measure; ${there.missing} words are missing there, and ${here.missing} here`);
  return [
    {
      figure: `${RUNS.toLocaleString('en')} runs of a 60-second two-lane world in a worker of the browser`,
      value: rounded(there.tookMs),
      unit: 'ms',
      against: `the same runs in Node, ${rounded(here.tookMs)} ms`,
      ratio: rounded(there.tookMs / here.tookMs),
      bar: `value <= ${MOST_MS}`,
      holds: there.tookMs <= MOST_MS,
    },
  ];
}
