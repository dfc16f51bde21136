/** What a team has said so far. Plain data: a link, a file and the browser keep it. */

import type { PriceName } from '../price-facts.ts';
import type { Fit, NumberName } from './audit-data.ts';

export interface AuditState {
  /** What is stuck, `null` before the first question is answered. */
  readonly fit: Fit | null;
  /** The id of an answer, or `unknown`, by the id of its question. */
  readonly answers: Readonly<Record<string, string>>;
  /** Numbers that are not their defaults. */
  readonly numbers: Readonly<Partial<Record<NumberName, number>>>;
  /** Prices that are not their defaults, in US dollars. */
  readonly prices: Readonly<Partial<Record<PriceName, number>>>;
}

export const NO_ANSWERS: AuditState = { fit: null, answers: {}, numbers: {}, prices: {} };
