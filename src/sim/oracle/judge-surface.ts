/** The report of one surface: what stands on its screen at the horizon, against what was made. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { SurfaceReport } from '../../scenario/outcome-report.ts';
import type { AnswerEvidence } from './answer-evidence.ts';
import { outOfOrder } from './screen.ts';
import type { ScreenMoment, SurfaceEvidence } from './surface-evidence.ts';

/** `answers` are those to the newest prompt, one for each agent; counts are summed over them. */
export function judgeSurface(surface: SurfaceEvidence, answers: readonly AnswerEvidence[]): SurfaceReport {
  const screens = surface.isOpen ? answers.flatMap((answer) => surface.screen.get(answer) ?? []) : [];
  const shown = sum(screens, (screen) => screen.words);
  const visible = sum(screens, (screen) => screen.tokens.length);
  const disorder = sum(screens, outOfOrder);
  const made = sum(answers, (answer) => answer.words);
  const last = surface.screenMoments.findLast((moment) => moment.type === 'tokens.shown');
  return {
    status: surface.status,
    shown,
    missing: made - shown,
    duplicated: visible - shown,
    outOfOrder: disorder,
    textMatches: made > 0 && shown === made && visible === made && disorder === 0,
    connections: surface.connections,
    recoveredAfterMs: recoveredAfterMs(surface, answers),
    lastShownAtMs: last?.atMs ?? null,
  };
}

/** From the last healing of the path until everything that was made by then is shown; `null` when that never was, or when nothing was asked. */
function recoveredAfterMs(surface: SurfaceEvidence, answers: readonly AnswerEvidence[]): VirtualMs | null {
  const healed = surface.faultMoments.at(-1);
  if (healed === undefined || surface.faults > 0) return null;
  const owed = new Map(answers.map((answer) => [answer, lastMadeBy(answer, healed.atMs)]));
  if ([...owed.values()].every((token) => token === 0)) return null;
  const answerOf = new Map(answers.flatMap((answer) => answer.runs.map(({ run }) => [run, answer] as const)));
  const shown = new Map<AnswerEvidence, number>();
  const isCaughtUp = (): boolean => [...owed].every(([answer, token]) => (shown.get(answer) ?? 0) >= token);
  let wasBefore = false;
  for (const moment of surface.screenMoments) {
    if (moment.id > healed.id && wasBefore) return 0;
    note(shown, moment, answerOf);
    wasBefore = isCaughtUp();
    if (wasBefore && moment.id > healed.id) return moment.atMs - healed.atMs;
  }
  return wasBefore ? 0 : null;
}

/** How far each answer is on the screen, after one more moment. */
function note(
  shown: Map<AnswerEvidence, number>,
  moment: ScreenMoment,
  answerOf: ReadonlyMap<number, AnswerEvidence>,
): void {
  if (moment.type === 'screen.cleared') return shown.clear();
  const answer = answerOf.get(moment.run);
  if (answer === undefined) return;
  if (moment.type === 'answer.discarded') shown.delete(answer);
  else shown.set(answer, Math.max(moment.to, shown.get(answer) ?? 0));
}

/** The highest word of an answer that was made up to a moment, 0 for none. */
function lastMadeBy({ runs }: AnswerEvidence, atMs: VirtualMs): number {
  return Math.max(0, ...runs.map(({ generated }) => generated.findLast((made) => made.atMs <= atMs)?.token ?? 0));
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
