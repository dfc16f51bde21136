/** What can be priced, as plain data: for the format, for controls, and for who asks where a default comes from. */

export type PriceName =
  | 'perMillionTokens'
  | 'perMillionMessages'
  | 'perMillionConnectionMinutes'
  | 'perMillionChannelMinutes'
  | 'perGigabyte';

export interface PriceFact {
  readonly name: PriceName;
  /** What is paid for, as a line of a bill names it. */
  readonly label: string;
  /** `a million words`: what the price is for. */
  readonly per: string;
  /** In US dollars. */
  readonly byDefault: number;
  readonly most: number;
  readonly meaning: string;
  /** Where the default was read, or that nobody says so. */
  readonly source: string;
  /** The day on which it was read or assumed, `2026-08-03`. */
  readonly asOf: string;
}

/** The greatest price that can be set. */
const most = 1_000_000;

const VENDOR = { source: 'a list price, ably.com/docs/platform/pricing [F1.6]', asOf: '2026-08-03' };

export const PRICE_FACTS: readonly PriceFact[] = [
  {
    name: 'perMillionTokens',
    label: 'model output',
    per: 'a million words',
    byDefault: 10,
    most,
    meaning: 'Model output. An assumption: look your own model up.',
    source: 'an assumption: prices of models differ a hundredfold',
    asOf: '2026-08-03',
  },
  {
    name: 'perMillionMessages',
    label: 'messages',
    per: 'a million messages',
    byDefault: 2.5,
    most,
    meaning: 'Messages of a session service, as published and as delivered.',
    ...VENDOR,
  },
  {
    name: 'perMillionConnectionMinutes',
    label: 'connections',
    per: 'a million connection minutes',
    byDefault: 1,
    most,
    meaning: 'Connections to a session service, for as long as they are open.',
    ...VENDOR,
  },
  {
    name: 'perMillionChannelMinutes',
    label: 'sessions',
    per: 'a million session minutes',
    byDefault: 1,
    most,
    meaning: 'Sessions that are in use: somebody is connected, or a run goes on.',
    ...VENDOR,
  },
  {
    name: 'perGigabyte',
    label: 'traffic',
    per: 'a gigabyte',
    byDefault: 0,
    most,
    meaning: 'Bytes sent to surfaces. Nothing by default: traffic prices differ too much to guess.',
    source: 'an assumption: often part of what a host costs anyway',
    asOf: '2026-08-03',
  },
];
