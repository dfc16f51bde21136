/** The audit on the page as plain data: what was said, and the way back from what replaced it. */

import { assertNever } from '../../base/assert.ts';
import type { Fit, NumberName } from '../../scenario/audit/audit-data.ts';
import { NO_ANSWERS } from '../../scenario/audit/audit-state.ts';
import type { AuditState } from '../../scenario/audit/audit-state.ts';
import type { PriceName } from '../../scenario/price-facts.ts';

/** What replaced the answers of before, which one step brings back. */
export interface Replaced {
  readonly by: 'link' | 'file' | 'reset';
  readonly former: AuditState;
}

export interface AuditSession {
  readonly state: AuditState;
  readonly replaced: Replaced | null;
  /** Sentences about what could not be taken from a link or a file. */
  readonly problems: readonly string[];
  /** Whether this browser keeps the answers: those of somebody else's link are only looked at. */
  readonly isKept: boolean;
}

export type AuditAction =
  | { readonly type: 'fit.chosen'; readonly fit: Fit }
  | { readonly type: 'answer.chosen'; readonly question: string; readonly answer: string }
  | { readonly type: 'number.set'; readonly name: NumberName; readonly value: number | null }
  | { readonly type: 'price.set'; readonly name: PriceName; readonly value: number | null }
  | { readonly type: 'numbers.reset' }
  | {
      readonly type: 'opened';
      readonly by: 'link' | 'file';
      readonly state: AuditState;
      readonly problems: readonly string[];
    }
  | { readonly type: 'refused'; readonly problems: readonly string[] }
  | { readonly type: 'reset' }
  | { readonly type: 'undone' }
  | { readonly type: 'notice.dismissed' };

export function startSession(state: AuditState): AuditSession {
  return { state, replaced: null, problems: [], isKept: true };
}

export function auditReducer(session: AuditSession, action: AuditAction): AuditSession {
  const { state } = session;
  /** A change is kept; what it was made on, a link for instance, is one's own from then on. */
  const changed = (parts: Partial<AuditState>): AuditSession => ({
    ...session,
    isKept: true,
    state: { ...state, ...parts },
  });
  switch (action.type) {
    case 'fit.chosen':
      return changed({ fit: action.fit });
    case 'answer.chosen':
      return changed({ answers: { ...state.answers, [action.question]: action.answer } });
    case 'number.set':
      return changed({ numbers: withEntry(state.numbers, action.name, action.value) });
    case 'price.set':
      return changed({ prices: withEntry(state.prices, action.name, action.value) });
    case 'numbers.reset':
      return changed({ numbers: {}, prices: {} });
    case 'opened': {
      const { by, problems } = action;
      const hadSome = !isEqual(state, NO_ANSWERS) && !isEqual(state, action.state);
      return { state: action.state, replaced: hadSome ? { by, former: state } : null, problems, isKept: by !== 'link' };
    }
    case 'refused':
      return { ...session, problems: action.problems };
    case 'reset':
      return { state: NO_ANSWERS, replaced: { by: 'reset', former: state }, problems: [], isKept: true };
    case 'undone':
      return startSession(session.replaced?.former ?? state);
    case 'notice.dismissed':
      return { ...session, replaced: null, problems: [] };
    default:
      return assertNever(action);
  }
}

/** `null` takes the entry out. */
function withEntry<Name extends string>(
  record: Readonly<Partial<Record<Name, number>>>,
  name: Name,
  value: number | null,
): Readonly<Partial<Record<Name, number>>> {
  const others = Object.entries<number | undefined>(record).filter(([known]) => known !== name);
  return Object.fromEntries(value === null ? others : [...others, [name, value]]) as Partial<Record<Name, number>>;
}

function isEqual(a: AuditState, b: AuditState): boolean {
  const text = ({ fit, answers, numbers, prices }: AuditState) =>
    JSON.stringify([fit, ...[answers, numbers, prices].map((part) => Object.entries(part).toSorted(byName))]);
  return text(a) === text(b);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
