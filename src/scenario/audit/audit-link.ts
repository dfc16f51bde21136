/**
 * Links to an audit (contract):
 *
 *     #/audit                                            an audit with no answer yet, or what this browser kept
 *     #/audit?a=fit.product,on-close.drained             answers, each by the ids of its question and itself
 *     #/audit?a=…&n=chats-a-day.5000&p=perGigabyte.0.09  numbers and prices that are not their defaults
 *
 * Decoding never throws: what this version does not have is left out, and named.
 */

import type { PriceFact } from '../price-facts.ts';
import { FIT, FITS, UNKNOWN } from './audit-data.ts';
import type { Audit } from './audit-data.ts';
import { NO_ANSWERS } from './audit-state.ts';
import type { AuditState } from './audit-state.ts';

/** What can be said in an audit, by which links and files are read. */
export interface AuditTerms {
  readonly questions: Audit['questions'];
  readonly numbers: Audit['numbers'];
  readonly prices: readonly PriceFact[];
}

export interface ReadAudit {
  readonly state: AuditState;
  /** A sentence for each thing that could not be taken. */
  readonly problems: readonly string[];
}

/** The hash part; the same state gives the same text, in the order of the questions. */
export function encodeAuditLink(state: AuditState, { questions, numbers, prices }: AuditTerms): string {
  const pairs = (
    names: readonly string[],
    values: Readonly<Partial<Record<string, string | number>>>,
  ): readonly string[] =>
    names.flatMap((name) => (values[name] === undefined ? [] : [`${name}.${String(values[name])}`]));
  const parts = [
    [
      'a',
      [
        ...(state.fit === null ? [] : [`${FIT}.${state.fit}`]),
        ...pairs(
          questions.map(({ id }) => id),
          state.answers,
        ),
      ],
    ],
    [
      'n',
      pairs(
        numbers.map(({ name }) => name),
        state.numbers,
      ),
    ],
    [
      'p',
      pairs(
        prices.map(({ name }) => name),
        state.prices,
      ),
    ],
  ] as const;
  const query = parts.flatMap(([key, list]) => (list.length === 0 ? [] : [`${key}=${list.join(',')}`]));
  return query.length === 0 ? '#/audit' : `#/audit?${query.join('&')}`;
}

/** `null` when the address is no link to an audit, or carries no answer. */
export function decodeAuditLink(hash: string, terms: AuditTerms): ReadAudit | null {
  const query = /^#\/audit\/?\?(.*)$/s.exec(hash)?.[1];
  if (query === undefined || query === '') return null;
  const fields = fieldsOf(query);
  const state: Record<'answers' | 'numbers' | 'prices', Record<string, string>> = {
    answers: {},
    numbers: {},
    prices: {},
  };
  const parts = { a: state.answers, n: state.numbers, p: state.prices } as const;
  for (const [key, into] of Object.entries(parts))
    for (const pair of (fields.get(key) ?? '').split(',')) {
      const dot = pair.indexOf('.');
      if (dot > 0) Object.defineProperty(into, pair.slice(0, dot), { value: pair.slice(dot + 1), enumerable: true });
    }
  return readAnswers(state, terms);
}

/** Takes what this version knows of what somebody else wrote. Values may be numbers or their texts. */
export function readAnswers(
  written: Readonly<Record<'answers' | 'numbers' | 'prices', Readonly<Record<string, string | number>>>>,
  { questions, numbers, prices }: AuditTerms,
): ReadAudit {
  const problems: string[] = [];
  const fit = FITS.find((known) => known === written.answers[FIT]) ?? null;
  const answers = Object.entries(written.answers).flatMap(([id, answer]) => {
    if (id === FIT && fit !== null) return [];
    const question = questions.find((known) => known.id === id);
    if (question !== undefined && (answer === UNKNOWN || question.answers.some((known) => known.id === answer)))
      return [[id, String(answer)] as const];
    const what = question === undefined ? `question “${id}”` : `answer “${String(answer)}” to “${id}”`;
    problems.push(`Unable to take the ${what}; this version of the audit has none such.`);
    return [];
  });
  const amounts = (
    given: Readonly<Record<string, string | number>>,
    known: readonly {
      readonly name: string;
      readonly least: number;
      readonly most: number;
      readonly isWhole: boolean;
    }[],
  ) =>
    Object.entries(given).flatMap(([name, text]) => {
      const rule = known.find((fact) => fact.name === name);
      const value = typeof text === 'string' && text.trim() === '' ? Number.NaN : Number(text);
      const fits = rule !== undefined && value >= rule.least && value <= rule.most;
      if (fits && (!rule.isWhole || Number.isInteger(value))) return [[name, value] as const];
      const reason = rule === undefined ? 'there is no such number' : `it must be from ${rule.least} to ${rule.most}`;
      problems.push(`Unable to take ${name} ${String(text)}; ${reason}.`);
      return [];
    });
  const state: AuditState = {
    ...NO_ANSWERS,
    fit,
    answers: Object.fromEntries(answers),
    numbers: Object.fromEntries(amounts(written.numbers, numbers)),
    prices: Object.fromEntries(
      amounts(
        written.prices,
        prices.map(({ name, most }) => ({ name, least: 0, most, isWhole: false })),
      ),
    ),
  };
  return { state, problems };
}

/** Some programs that pass links on escape their commas. */
function fieldsOf(query: string): ReadonlyMap<string, string> {
  return new Map(
    query.split('&').map((part) => {
      const [key = '', value = ''] = part.split('=', 2);
      return [key, unescaped(value)] as const;
    }),
  );
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
