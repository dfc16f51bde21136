/**
 * The bill of a team: a month of its answers, a few of them cut or stopped, in each lane. Money, words and messages are
 * those of three runs, at the product's own bill; nothing here is a price or a count of its own.
 */

import { BILL_RUNS } from '../../scenario/audit/audit-data.ts';
import type { BillRun } from '../../scenario/audit/audit-data.ts';
import type { Run } from '../../sim/run.ts';
import { amountText } from '../money-text.ts';
import { billTable } from '../scorecard/bill-table.ts';
import { durationText } from '../seconds.ts';
import type { AuditNumbers } from './bill-scenarios.ts';

export type BillRuns = Readonly<Record<BillRun, Run>>;

export interface AuditBillRow {
  readonly key: string;
  readonly label: string;
  readonly isSum: boolean;
  /** In the order of the lanes. */
  readonly cells: readonly string[];
}

export interface AuditBillGroup {
  readonly title: string;
  readonly rows: readonly AuditBillRow[];
}

export interface AuditBill {
  readonly lanes: readonly { readonly name: string; readonly lane: string; readonly title: string }[];
  readonly answersAMonth: number;
  readonly groups: readonly AuditBillGroup[];
}

const DAYS_A_MONTH = 30;
/** The rows of the product's own bill that are summed here; each is for a thousand chats like the run. */
const MONEY_ROWS = [
  'useful-money',
  'unseen-money',
  'messages-money',
  'minutes-money',
  'traffic-money',
  'money',
] as const;
const RATE = { chatsADay: 1 };

/** How much of a thing one answer has, in a run and a lane. */
type Count = (run: BillRun, lane: string) => number;

export function auditBill(runs: BillRuns, numbers: AuditNumbers): AuditBill {
  const lanes = runs.calm.lanes.map(({ name, lane }) => ({
    name,
    lane,
    title: runs.calm.scenario.lanes.find((known) => known.name === name)?.title ?? name,
  }));
  const answersAMonth = numbers['chats-a-day'] * numbers['answers-a-chat'] * DAYS_A_MONTH;
  const shares = sharesOf(numbers);
  const row = (key: string, label: string, write: (lane: string) => string, isSum = false): AuditBillRow => ({
    key,
    label,
    isSum,
    cells: lanes.map(({ name }) => write(name)),
  });
  const month = (key: string, label: string, count: Count, write: (value: number) => string, isSum = false) =>
    row(
      key,
      label,
      (lane) => write(answersAMonth * BILL_RUNS.reduce((sum, run) => sum + shares[run] * count(run, lane), 0)),
      isSum,
    );
  const money = moneyCounts(runs);
  const reportOf = (run: BillRun, lane: string) => runs[run].report.lanes[lane];
  const each: Count = (run, lane) => money(run, lane, 'money');
  const dearer = (run: BillRun) => (lane: string) => signedMoney(1_000 * (each(run, lane) - each('calm', lane)));
  const screen = (run: BillRun, lane: string) => Object.values(reportOf(run, lane)?.surfaces ?? {})[0];
  return {
    lanes,
    answersAMonth,
    groups: [
      {
        title: `A month of ${grouped(answersAMonth)} answers, US$`,
        rows: MONEY_ROWS.map((key) =>
          month(key, money.labels.get(key) ?? key, (run, lane) => money(run, lane, key), amountText, key === 'money'),
        ),
      },
      {
        title: 'A month, counted',
        rows: [
          month('unseen', 'words that nobody saw', (run, lane) => reportOf(run, lane)?.bill.unseen ?? 0, rounded),
          month('runs', 'runs of the model', (run, lane) => reportOf(run, lane)?.agent.runs ?? 0, rounded),
          month('messages', 'messages delivered', (run, lane) => reportOf(run, lane)?.bill.messages ?? 0, rounded),
        ],
      },
      {
        title: 'One answer that is cut in its middle',
        rows: [
          row('break-missing', 'words missing in the end', (lane) => grouped(screen('break', lane)?.missing ?? 0)),
          row('break-runs', 'runs of the model', (lane) => grouped(reportOf('break', lane)?.agent.runs ?? 0)),
          row('break-back', 'whole again, after the network', (lane) => {
            const backMs = screen('break', lane)?.recoveredAfterMs ?? null;
            return backMs === null ? 'never' : durationText(backMs);
          }),
          row('break-money', 'dearer, a thousand of them, US$', dearer('break')),
        ],
      },
      {
        title: 'One answer that is stopped in its middle',
        rows: [
          row('stop-after', 'words made after the stop', (lane) =>
            grouped(reportOf('stop', lane)?.bill.afterStop ?? 0),
          ),
          row('stop-money', 'against a whole one, a thousand, US$', dearer('stop')),
        ],
      },
    ],
  };
}

/** How many of all answers go as each run does; what is neither cut nor stopped is calm. */
function sharesOf(numbers: AuditNumbers): Readonly<Record<BillRun, number>> {
  const cut = numbers['breaks-percent'] / 100;
  const stopped = Math.min(1 - cut, numbers['stops-percent'] / 100);
  return { calm: 1 - cut - stopped, break: cut, stop: stopped };
}

/** Dollars of one answer, by row of the product's bill, with the names that these rows have there. */
function moneyCounts(runs: BillRuns) {
  const labels = new Map<string, string>();
  const found = new Map<string, number>();
  for (const run of BILL_RUNS)
    for (const { key, label, cells } of billTable(runs[run], RATE).flatMap(({ rows }) => rows)) {
      labels.set(key, label);
      for (const { lane, value } of cells) found.set(`${run} ${lane} ${key}`, (value ?? 0) / 1_000);
    }
  const count = (run: BillRun, lane: string, key: string) => found.get(`${run} ${lane} ${key}`) ?? 0;
  return Object.assign(count, { labels });
}

function grouped(amount: number): string {
  return amount.toLocaleString('en-GB');
}

function rounded(amount: number): string {
  return grouped(Math.round(amount));
}

function signedMoney(dollars: number): string {
  if (Math.abs(dollars) < 0.00005) return '0';
  return `${dollars > 0 ? '+' : '−'}${amountText(dollars)}`;
}
