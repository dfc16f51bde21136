/** A run on one page: the result first, then the guarantees and the bill, lane by lane. */

import type { Run } from '../../sim/run.ts';
import { billTable } from './bill-table.ts';
import type { BillGroup, Rate } from './bill-table.ts';
import { guaranteeTable } from './guarantee-table.ts';
import type { GuaranteeRow } from './guarantee-table.ts';
import { laneCards } from './lane-cards.ts';
import type { LaneCard } from './lane-cards.ts';

export interface Scorecard {
  readonly title: string;
  readonly seed: number;
  readonly digest: string;
  readonly lanes: readonly LaneCard[];
  readonly guarantees: readonly GuaranteeRow[];
  readonly bill: readonly BillGroup[];
}

export function scorecardOf(run: Run, rate: Rate): Scorecard {
  const guarantees = guaranteeTable(run);
  const { title } = run.scenario;
  const { seed, digest } = run.report;
  return { title, seed, digest, lanes: laneCards(run, guarantees), guarantees, bill: billTable(run, rate) };
}
