/** Whatever a team may have said in an audit. */

import fc from 'fast-check';
import { FITS, UNKNOWN } from '../scenario/audit/audit-data.ts';
import type { Audit } from '../scenario/audit/audit-data.ts';
import type { AuditState } from '../scenario/audit/audit-state.ts';
import { PRICE_FACTS } from '../scenario/price-facts.ts';

export function arbitraryAuditState({ questions, numbers }: Audit): fc.Arbitrary<AuditState> {
  const answers = questions.map(
    ({ id, answers: known }) => [id, fc.constantFrom(...known.map((answer) => answer.id), UNKNOWN)] as const,
  );
  const own = numbers.map(({ name, least, most, isWhole }) => {
    const hundredths = fc.integer({ min: least * 100, max: most * 100 }).map((count) => count / 100);
    return [name, isWhole ? fc.integer({ min: least, max: most }) : hundredths] as const;
  });
  const prices = PRICE_FACTS.map(({ name, most }) => [name, fc.integer({ min: 0, max: most })] as const);
  return fc.record({
    fit: fc.constantFrom(null, ...FITS),
    answers: someOf(answers),
    numbers: someOf(own),
    prices: someOf(prices),
  });
}

/** Any of the fields, with any of their values. */
function someOf<Value>(
  fields: readonly (readonly [string, fc.Arbitrary<Value>])[],
): fc.Arbitrary<Record<string, Value>> {
  const given = fields.map(([name, values]) => fc.option(values.map((value) => [name, value] as const)));
  return fc.tuple(...given).map((all) => Object.fromEntries(all.filter((entry) => entry !== null)));
}
