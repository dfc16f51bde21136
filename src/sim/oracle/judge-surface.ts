/** The report of one surface: what stands on its screen at the horizon, against what was made. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { SurfaceReport } from '../../scenario/outcome-report.ts';
import type { AnswerEvidence } from './answer-evidence.ts';
import { outOfOrder } from './screen.ts';
import type { SurfaceEvidence } from './surface-evidence.ts';

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

/** From the last healing of the path until all that was made by then is shown; `null` when that never was, or when nothing was asked. */
function recoveredAfterMs(surface: SurfaceEvidence, answers: readonly AnswerEvidence[]): VirtualMs | null {
  const healed = surface.faultMoments.at(-1);
  if (healed === undefined || surface.faults > 0) return null;
  const debts = answers.map((answer) => new Debt(answer, lastMadeBy(answer, healed.atMs)));
  if (debts.every(({ owed }) => owed === 0)) return null;
  const debtOf = new Map(debts.flatMap((debt) => debt.answer.runs.map(({ run }) => [run, debt] as const)));
  const isPaid = (): boolean => debts.every(({ left }) => left === 0);
  for (const moment of surface.screenMoments) {
    if (moment.id > healed.id && isPaid()) return 0;
    if (moment.type === 'screen.cleared') for (const debt of debts) debt.renew();
    else if (moment.type === 'answer.discarded') debtOf.get(moment.run)?.renew();
    else debtOf.get(moment.run)?.pay(moment.from, moment.to);
    if (moment.id > healed.id && isPaid()) return moment.atMs - healed.atMs;
  }
  return isPaid() ? 0 : null;
}

/** The words that a screen owes of an answer, up to one of them: a hole is owed until it is filled. */
class Debt {
  readonly answer: AnswerEvidence;
  readonly owed: number;
  left: number;
  readonly #isShown: Uint8Array;

  constructor(answer: AnswerEvidence, owed: number) {
    this.answer = answer;
    this.owed = owed;
    this.left = owed;
    this.#isShown = new Uint8Array(owed + 1);
  }

  pay(from: number, to: number): void {
    for (let token = from; token <= Math.min(to, this.owed); token += 1) {
      if (this.#isShown[token] === 1) continue;
      this.#isShown[token] = 1;
      this.left -= 1;
    }
  }

  /** The screen is empty again. */
  renew(): void {
    this.#isShown.fill(0);
    this.left = this.owed;
  }
}

/** The highest word of an answer that was made up to a moment, 0 for none. */
function lastMadeBy({ runs }: AnswerEvidence, atMs: VirtualMs): number {
  return Math.max(0, ...runs.map(({ generated }) => generated.findLast((made) => made.atMs <= atMs)?.token ?? 0));
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
