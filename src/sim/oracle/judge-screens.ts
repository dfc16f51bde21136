/** G1 to G4: what stands on the screens. */

import { assertPresent } from '../../base/assert.ts';
import type { TraceEvent } from '../../protocol/trace-event.ts';
import type { GuaranteeVerdict } from '../../scenario/outcome-report.ts';
import { hasEnded, newestRun } from './answer-evidence.ts';
import type { AnswerEvidence, RunEvidence } from './answer-evidence.ts';
import { deedOf } from './cause-chain.ts';
import { presentSurfaces } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import { emptyScreen, showsTheSame } from './screen.ts';
import type { SurfaceEvidence } from './surface-evidence.ts';
import { HELD, brokenByFirst, brokenByThese } from './verdict.ts';

/** G1: every present surface shows every word of every answer that ended. */
export function judgeComplete(evidence: Evidence): GuaranteeVerdict {
  const present = presentSurfaces(evidence);
  return brokenByThese(
    evidence.answers.filter(hasEnded).flatMap((answer) =>
      present.flatMap((surface) => {
        const token = missingToken(evidence, surface, answer);
        return token === null ? [] : [{ event: lossOf(surface, answer, token), surface: surface.name }];
      }),
    ),
  );
}

/** G2: no word twice. */
export function judgeOnce({ surfaces }: Evidence): GuaranteeVerdict {
  return judgeFirst(surfaces, (surface) => surface.firstDouble);
}

/** G3: no word before an earlier one. */
export function judgeOrder({ surfaces }: Evidence): GuaranteeVerdict {
  return judgeFirst(surfaces, (surface) => surface.firstDisorder);
}

/** G4: all present surfaces show the same of every answer that ended. */
export function judgeConverged(evidence: Evidence): GuaranteeVerdict {
  const [reference, ...others] = presentSurfaces(evidence);
  if (reference === undefined) return HELD;
  return brokenByThese(
    evidence.answers.filter(hasEnded).flatMap((answer) => {
      const screenOf = (surface: SurfaceEvidence) => surface.screen.get(answer) ?? emptyScreen();
      const differing = others.filter((surface) => !showsTheSame(screenOf(surface), screenOf(reference)));
      return differing.flatMap((surface) => {
        const event = evidence.events[Math.max(surface.lastEvent, reference.lastEvent)];
        return event === undefined ? [] : [{ event, surface: surface.name }];
      });
    }),
  );
}

/** Whether the run ended by a stop that a person pressed on that surface. */
export function isEndedByStopOn({ events }: Evidence, { end, ended }: RunEvidence, surface: string): boolean {
  if (end !== 'cancelled' || ended === null) return false;
  const deed = deedOf(events, ended.id);
  return deed.type === 'stop.pressed' && deed.actor === surface;
}

/** What a surface lacks of an answer. A person’s stop that ended it owes the surface that pressed it nothing more. */
function missingToken(evidence: Evidence, surface: SurfaceEvidence, answer: AnswerEvidence): number | null {
  const screen = surface.screen.get(answer) ?? emptyScreen();
  if (screen.words >= answer.words) return null;
  if (isEndedByStopOn(evidence, newestRun(answer), surface.name)) return null;
  const at = owedOf(answer).findIndex((isMade, index) => isMade && screen.copies[index] === undefined);
  return at < 0 ? null : at + 1;
}

/** The words that an answer owes: not those that only a withdrawn run made. */
function owedOf({ made, runs }: AnswerEvidence): readonly boolean[] {
  if (!runs.some(({ isWithdrawn }) => isWithdrawn)) return made;
  const owed: boolean[] = [];
  for (const { generated } of runs.filter(({ isWithdrawn }) => !isWithdrawn))
    for (const { token } of generated) owed[token - 1] = true;
  return owed;
}

/** The moment at which a surface lost a word: the loss on its way if there was one, else the word’s making. */
function lossOf(surface: SurfaceEvidence, { runs }: AnswerEvidence, token: number): TraceEvent {
  const lost = surface.lost.find(
    ({ run, from, to }) => from <= token && token <= to && runs.some((other) => other.run === run),
  );
  const made = runs.flatMap(({ generated }) => generated.find((event) => event.token === token) ?? []);
  return assertPresent(lost ?? made[0], `word ${token} was made`);
}

function judgeFirst(
  surfaces: ReadonlyMap<string, SurfaceEvidence>,
  pick: (surface: SurfaceEvidence) => TraceEvent | null,
): GuaranteeVerdict {
  return brokenByFirst(
    [...surfaces.values()].flatMap((surface) => {
      const event = pick(surface);
      return event === null ? [] : [{ event, surface: surface.name }];
    }),
  );
}
