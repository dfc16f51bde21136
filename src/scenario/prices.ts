/** What things cost, for the bill: every price can be changed in a scenario. In US dollars. */

import { z } from 'zod';
import { GREATEST_PRICE, PRICE_FACTS } from './price-facts.ts';
import type { PriceName } from './price-facts.ts';

const price = ({ byDefault, meaning, source, asOf }: (typeof PRICE_FACTS)[number]) =>
  z.number().min(0).max(GREATEST_PRICE).default(byDefault).describe(`${meaning} Default: ${source}, ${asOf}.`);

export const pricesSchema = z.strictObject(
  Object.fromEntries(PRICE_FACTS.map((fact) => [fact.name, price(fact)])) as Record<
    PriceName,
    ReturnType<typeof price>
  >,
);

export type Prices = z.output<typeof pricesSchema>;
