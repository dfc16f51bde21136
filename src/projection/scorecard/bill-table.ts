/**
 * The bill of each lane side by side: words, traffic, time and money. Every number is the oracle's or
 * reckoned from it at the scenario's prices; a line of money is what the oracle adds up.
 */

import type { LaneReport } from '../../scenario/outcome-report.ts';
import type { Run } from '../../sim/run.ts';
import { amountText } from '../money-text.ts';

export interface BillCell {
  readonly lane: string;
  /** `null` when there is nothing to count, such as a first word that never came. */
  readonly value: number | null;
  readonly text: string;
}

export interface BillRow {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  /** A sum of the lines over it. */
  readonly isSum: boolean;
  readonly cells: readonly BillCell[];
}

export interface BillGroup {
  readonly title: string;
  readonly rows: readonly BillRow[];
}

export interface Rate {
  readonly chatsADay: number;
}

/** Chats of a month, at the same number every day. */
const DAYS_A_MONTH = 30;
const MICRO = 1_000_000;
const MINUTE_MS = 60_000;
const NOTHING = '–';

type Count = (report: LaneReport) => number | null;

export function billTable({ lanes, report, scenario }: Run, { chatsADay }: Rate): readonly BillGroup[] {
  const row = (key: string, label: string, unit: string, count: Count, write = grouped, isSum = false): BillRow => ({
    key,
    label,
    unit,
    isSum,
    cells: lanes.flatMap(({ name }) => {
      const lane = report.lanes[name];
      if (lane === undefined) return [];
      const value = count(lane);
      return [{ lane: name, value, text: value === null ? NOTHING : write(value) }];
    }),
  });
  const money = (key: string, label: string, count: Count, isSum = false) =>
    row(key, label, '', count, amountText, isSum);
  const lines = (report: LaneReport) => moneyLines(report, scenario.prices);
  return [
    {
      title: 'Words',
      rows: [
        row('made', 'made', '', ({ agent }) => agent.generated),
        row('useful', 'useful, seen', '', ({ bill }) => bill.useful),
        row('unseen', 'seen by nobody', '', ({ bill }) => bill.unseen),
        row('after-stop', 'made after stop', '', ({ bill }) => bill.afterStop),
        row('duplicated', 'doubled on screens', '', ({ bill }) => bill.duplicated),
      ],
    },
    {
      title: 'Traffic',
      rows: [
        row('messages', 'messages delivered', '', ({ bill }) => bill.messages),
        row('published', 'messages published', '', ({ bill }) => bill.published),
        row('bytes', 'bytes to surfaces', '', ({ bill }) => bill.bytes),
        row('log-bytes', 'bytes in a log', '', ({ bill }) => bill.logBytes),
        row('connection', 'connections to a session', 's', ({ bill }) => bill.connectionMs, seconds),
        row('channel', 'session in use', 's', ({ bill }) => bill.channelMs, seconds),
      ],
    },
    {
      title: 'Time',
      rows: [
        row('first-word', 'first word after', 'ms', ({ bill }) => bill.firstTokenMs),
        row('added-first-word', 'against the plain pipe', 'ms', ({ bill }) => bill.addedFirstTokenMs, signed),
        row('lag', 'lag of a word, median', 'ms', ({ bill }) => bill.lagMs),
        row('added-lag', 'against the plain pipe', 'ms', ({ bill }) => bill.addedLagMs, signed),
      ],
    },
    {
      title: '1,000 chats like this, US$',
      rows: [
        money('useful-money', 'words that somebody saw', (lane) => lines(lane).useful),
        money('unseen-money', 'words that nobody saw', (lane) => lines(lane).unseen),
        money('messages-money', 'messages', (lane) => lines(lane).messages),
        money('minutes-money', 'connections and sessions', (lane) => lines(lane).minutes),
        money('traffic-money', 'traffic', (lane) => lines(lane).traffic),
        money('money', 'all of it', ({ bill }) => bill.moneyMicroUsd / 1_000, true),
        money(
          'month',
          `a month, ${grouped(chatsADay)} chats a day`,
          ({ bill }) => (bill.moneyMicroUsd / MICRO) * chatsADay * DAYS_A_MONTH,
          true,
        ),
      ],
    },
  ];
}

interface MoneyLines {
  readonly useful: number;
  readonly unseen: number;
  readonly messages: number;
  readonly minutes: number;
  readonly traffic: number;
}

/** Of a thousand chats, in dollars: thousandths of a micro-dollar each. */
function moneyLines({ bill }: LaneReport, prices: Run['scenario']['prices']): MoneyLines {
  // Only a session service is paid for its messages, and only its time is counted.
  const isService = bill.channelMs > 0;
  const minutes =
    bill.connectionMs * prices.perMillionConnectionMinutes + bill.channelMs * prices.perMillionChannelMinutes;
  return {
    useful: (bill.useful * prices.perMillionTokens) / 1_000,
    unseen: (bill.unseen * prices.perMillionTokens) / 1_000,
    messages: isService ? ((bill.published + bill.messages) * prices.perMillionMessages) / 1_000 : 0,
    minutes: minutes / MINUTE_MS / 1_000,
    traffic: (bill.bytes * prices.perGigabyte) / MICRO,
  };
}

/** `12345` as `12,345`. */
function grouped(amount: number): string {
  return amount.toLocaleString('en-GB');
}

function seconds(ms: number): string {
  return (ms / 1_000).toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

function signed(amount: number): string {
  return amount > 0 ? `+${grouped(amount)}` : amount < 0 ? `−${grouped(-amount)}` : '0';
}
