/** `--why LANE:e87`: the chain of causes of one event, newest first, as sentences or as data. */

import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { causeChain } from '../projection/cause-chain.ts';
import type { CauseStep } from '../projection/cause-chain.ts';
import type { Run } from '../sim/run.ts';

/** Longer than any chain is told: all of it. */
const ALL_STEPS = 1_000;

/** What led to an event, by `LANE:eN` as the report names it; an error names what there is instead. */
export function explainEvent(run: Run, asked: string): Result<readonly CauseStep[], string> {
  const match = /^(?<lane>.+):e(?<event>\d+)$/.exec(asked);
  if (match?.groups === undefined)
    return err(`unable to explain "${asked}"; write LANE:e87, as the report names events`);
  const { lane = '', event = '' } = match.groups;
  const trace = run.lanes.find(({ name }) => name === lane);
  if (trace === undefined) {
    const names = run.lanes.map(({ name }) => name).join(', ');
    return err(`unable to explain ${asked}; there is no lane "${lane}", only ${names}`);
  }
  if (trace.events[Number(event)] === undefined)
    return err(`unable to explain ${asked}; the last event of ${lane} is e${trace.events.length - 1}`);
  return ok(causeChain(trace, Number(event), ALL_STEPS));
}

/** One line a step: its time, its event, what happened. The last one is where it began. */
export function causeText(steps: readonly CauseStep[]): string {
  const wide = Math.max(...steps.map(({ event }) => `e${event}`.length));
  return steps
    .map(({ atMs, event, sentence }, at) => {
      const word = at === 0 ? '' : 'because ';
      return `${String(atMs).padStart(7)} ms  ${`e${event}`.padEnd(wide)}  ${word}${sentence}`;
    })
    .join('\n');
}

/** The same steps as data. */
export function causeData(steps: readonly CauseStep[]): string {
  return JSON.stringify(steps.map(({ event, ...step }) => ({ event: `e${event}`, ...step })));
}
