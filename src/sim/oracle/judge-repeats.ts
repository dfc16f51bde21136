/** G9 to G11: what may not happen again, and what may not grow with the answer. */

import type { GuaranteeVerdict } from '../../scenario/outcome-report.ts';
import type { Evidence } from './evidence.ts';
import { HELD, brokenByFirst, brokenByThese } from './verdict.ts';

/**
 * The pieces that one catch-up may take: a state is one piece a run, and an absence of some seconds
 * leaves a few dozen records of 40 ms each. A replay of every word passes it with any answer of
 * ordinary length.
 */
const MOST_PARTS = 100;

/** G9: one prompt makes one run of each agent. Adoption goes on with the same run. */
export function judgeRepeats({ answers }: Evidence): GuaranteeVerdict {
  return brokenByFirst(
    answers.flatMap(({ runs }) => {
      const again = runs[1];
      return again === undefined ? [] : [{ event: again.started, surface: null }];
    }),
  );
}

/** G10: each effect of a step happens once within its answer. */
export function judgeEffects({ effects }: Evidence): GuaranteeVerdict {
  const done = new Set<string>();
  for (const effect of effects) {
    const key = `${effect.turn}/${effect.actor}/${effect.step}`;
    if (done.has(key)) return brokenByThese([{ event: effect, surface: null }]);
    done.add(key);
  }
  return HELD;
}

/** G11: a catch-up takes a bounded number of pieces, however long the answer is. */
export function judgeCatchUps({ catchUps }: Evidence): GuaranteeVerdict {
  const long = catchUps.filter(({ parts }) => parts > MOST_PARTS);
  return brokenByThese(long.map((event) => ({ event, surface: event.actor })));
}
