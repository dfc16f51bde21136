import { describe, expect, test } from 'vitest';
import type { BillRun } from '../../scenario/audit/audit-data.ts';
import { NO_ANSWERS } from '../../scenario/audit/audit-state.ts';
import type { AuditState } from '../../scenario/audit/audit-state.ts';
import { simulate } from '../../sim/simulate.ts';
import { theAudit } from '../../testing/read-audit.ts';
import { auditBill } from './audit-bill.ts';
import type { BillRuns } from './audit-bill.ts';
import { billScenarios, numbersOf } from './bill-scenarios.ts';

const audit = theAudit();

function runsOf(state: AuditState): BillRuns {
  const scenarios = billScenarios(audit, state);
  return Object.fromEntries(Object.entries(scenarios).map(([name, scenario]) => [name, simulate(scenario)])) as Record<
    BillRun,
    ReturnType<typeof simulate>
  >;
}

function billOf(parts: Partial<AuditState>) {
  const state = { ...NO_ANSWERS, ...parts };
  const bill = auditBill(runsOf(state), numbersOf(audit, state));
  const rows = new Map(bill.groups.flatMap(({ rows: all }) => all).map(({ key, cells }) => [key, cells]));
  return { bill, row: (key: string) => rows.get(key) ?? expect.fail(`there is no row ${key}`) };
}
const amount = (text = '') => Number(text.replaceAll(',', ''));

describe('the bill of a team', () => {
  const calmDays: AuditState['numbers'] = { 'breaks-percent': 0, 'stops-percent': 0 };

  test('on calm days alone it is what the runs cost, times the answers of a month', () => {
    const runs = runsOf({ ...NO_ANSWERS, numbers: calmDays });
    const { bill, row } = billOf({ numbers: calmDays });
    expect(bill.answersAMonth).toBe(120_000);
    const paid = Object.values(runs.calm.report.lanes).map((lane) => lane.bill.moneyMicroUsd * 0.12);
    row('money').forEach((text, lane) => expect(amount(text)).toBeCloseTo(paid[lane] ?? 0, 1));
  });

  test('its lines add up to its sum', () => {
    const { row } = billOf({});
    const lines = ['useful-money', 'unseen-money', 'messages-money', 'minutes-money', 'traffic-money'].map(row);
    row('money').forEach((sum, lane) => {
      const added = lines.reduce((total, cells) => total + amount(cells[lane]), 0);
      expect(added).toBeCloseTo(amount(sum), 1);
    });
  });

  test('twice the chats cost twice as much, and a price of nothing takes its line away', () => {
    const once = billOf({ numbers: calmDays });
    const twice = billOf({ numbers: { ...calmDays, 'chats-a-day': 2_000 } });
    twice
      .row('money')
      .forEach((text, lane) => expect(amount(text)).toBeCloseTo(2 * amount(once.row('money')[lane]), 1));
    const free = billOf({ numbers: calmDays, prices: { perMillionTokens: 0 } });
    expect(free.row('useful-money').map(amount)).toEqual([0, 0, 0]);
  });

  test('a break makes the plain pipe ask twice, and nobody else', () => {
    expect(billOf({}).row('break-runs')).toEqual(['2', '1', '1']);
  });

  test('what a stop saves depends on the switches that the answers tell of', () => {
    const [unheard] = billOf({}).row('stop-after');
    const [heard] = billOf({ answers: { 'on-close': 'short' } }).row('stop-after');
    expect(amount(unheard)).toBeGreaterThan(100);
    expect(amount(heard)).toBeLessThan(10);
  });

  test.each([
    { 'words-an-answer': 10, 'words-a-second': 500, 'open-seconds': 0 },
    { 'words-an-answer': 2_000, 'words-a-second': 1, 'open-seconds': 1_800 },
    { 'words-an-answer': 11, 'words-a-second': 1, 'open-seconds': 5 },
  ])('every answer is whole at the end of its run with %o', (numbers) => {
    const runs = runsOf({ ...NO_ANSWERS, numbers });
    for (const name of ['calm', 'break'] as const)
      for (const { surfaces } of Object.values(runs[name].report.lanes))
        for (const { missing, status } of Object.values(surfaces))
          expect({ missing, status }).toEqual({ missing: 0, status: 'complete' });
  });
});
