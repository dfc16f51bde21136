/** What things cost, for the bill: every price can be changed in a scenario. In US dollars. */

import { z } from 'zod';
import { PRICE_FACTS } from './price-facts.ts';
import type { PriceFact, PriceName } from './price-facts.ts';

const price = ({ byDefault, most, meaning, source, asOf }: PriceFact) =>
  z.number().min(0).max(most).default(byDefault).describe(`${meaning} Default: ${source}, ${asOf}.`);

export const pricesSchema = z.strictObject(
  Object.fromEntries(PRICE_FACTS.map((fact) => [fact.name, price(fact)])) as Record<
    PriceName,
    ReturnType<typeof price>
  >,
);

export type Prices = z.output<typeof pricesSchema>;
