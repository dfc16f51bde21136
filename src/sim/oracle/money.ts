/** What a run costs at the scenario’s prices. A dollar a million is a micro-dollar each. */

import type { Prices } from '../../scenario/prices.ts';
import type { Usage } from './usage.ts';

const MINUTE_MS = 60_000;
/** A gigabyte at a dollar is a thousandth of a micro-dollar a byte. */
const BYTES_PER_PRICE = 1_000;

/** In whole micro-dollars. A pipe pays for words and traffic, a session service also for messages and connections. */
export function moneyOf(prices: Prices, generated: number, usage: Usage, isService: boolean): number {
  const words = generated * prices.perMillionTokens;
  const traffic = (usage.bytes * prices.perGigabyte) / BYTES_PER_PRICE;
  const messages = (usage.published + usage.messages) * prices.perMillionMessages;
  const connections = (usage.connectionMs * prices.perMillionConnectionMinutes) / MINUTE_MS;
  const channels = (usage.channelMs * prices.perMillionChannelMinutes) / MINUTE_MS;
  return Math.round(words + traffic + (isService ? messages + connections + channels : 0));
}
