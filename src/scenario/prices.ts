/** What things cost, for the bill: every price can be changed in a scenario. In US dollars. */

import { z } from 'zod';

const price = (byDefault: number, meaning: string) =>
  z.number().min(0).max(1_000_000).default(byDefault).describe(meaning);

export const pricesSchema = z.strictObject({
  perMillionTokens: price(10, 'Model output. An assumption: look your own model up.'),
  perMillionMessages: price(
    2.5,
    'Messages of a session service, as published and as delivered. A vendor’s list price, 2026. [F1.6]',
  ),
  perMillionConnectionMinutes: price(1, 'Connections of a session service. A vendor’s list price, 2026. [F1.6]'),
  perMillionChannelMinutes: price(1, 'Sessions that are in use. A vendor’s list price, 2026. [F1.6]'),
  perGigabyte: price(0, 'Bytes sent to surfaces. Nothing by default: traffic prices differ too much to guess.'),
});

export type Prices = z.output<typeof pricesSchema>;
