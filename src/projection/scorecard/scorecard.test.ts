import { describe, expect, test } from 'vitest';
import { GUARANTEE_IDS } from '../../protocol/guarantee.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { Run } from '../../sim/run.ts';
import { simulate } from '../../sim/simulate.ts';
import { runNamed, scenarioNamed } from '../../testing/home-run.ts';
import { hostileRun } from '../../testing/hostile-texts.ts';
import { scenarioRuns } from '../../testing/scenario-runs.ts';
import { billTable } from './bill-table.ts';
import { guaranteeTable } from './guarantee-table.ts';
import { scorecardOf } from './scorecard.ts';
import { sayCell, scorecardCsv, scorecardMarkdown } from './scorecard-text.ts';
import { trialOf, untestedReason } from './untested.ts';

const RATE = { chatsADay: 1_000 };
const home = scenarioNamed('wifi-blip');
const run = runNamed('wifi-blip');
const runs = scenarioRuns();

function cellOf(of: Run, id: string, lane: string) {
  const cell = guaranteeTable(of)
    .find((row) => row.id === id)
    ?.cells.find((each) => each.lane === lane);
  return cell ?? expect.fail(`${id} has no cell of ${lane}`);
}

function amountOf(of: Run, key: string, lane: string, rate = RATE): number | null {
  const row = billTable(of, rate)
    .flatMap(({ rows }) => rows)
    .find((each) => each.key === key);
  const cell = row?.cells.find((each) => each.lane === lane);
  return cell === undefined ? expect.fail(`${key} has no cell of ${lane}`) : cell.value;
}

describe('the guarantees', () => {
  test.each(runs)('of $id that are broken were put to the test', ({ run: each }) => {
    for (const trace of each.lanes) {
      const report = each.report.lanes[trace.name] ?? expect.fail('the lane has a report');
      const trial = trialOf(each.scenario, trace, report);
      const broken = GUARANTEE_IDS.filter((id) => !report.guarantees[id].held);
      expect(broken.filter((id) => untestedReason(id, trial) !== null)).toEqual([]);
    }
  });

  test('name the first break on each surface, the first of all first, with an event that is there', () => {
    const cell = cellOf(run, 'G1', 'naive-sse');
    if (cell.state !== 'broken') return expect.fail('one pipe loses words');
    expect(cell.breaks.map(({ surface, atMs }) => [surface, atMs])).toEqual([
      ['laptop', 1600],
      ['phone', 1640],
    ]);
    const events = run.lanes.find(({ name }) => name === 'naive-sse')?.events ?? [];
    for (const { event, atMs, what } of cell.breaks) {
      expect(events[event]?.atMs).toBe(atMs);
      expect(what).not.toBe('');
    }
  });

  test('that nothing tried are not counted as held, and say why', () => {
    expect(cellOf(run, 'G5', 'durable-session')).toEqual({
      lane: 'durable-session',
      state: 'untested',
      reason: 'nobody pressed stop while an answer was due',
    });
    const stopped = simulate({ ...home, script: [...home.script, { atMs: 1_200, on: 'laptop', do: 'stop' }] });
    expect(cellOf(stopped, 'G5', 'durable-session').state).toBe('held');
    const calm: CompiledScenario = { ...home, script: home.script.filter((entry) => entry.do !== 'drop') };
    expect(cellOf(simulate(calm), 'G6', 'naive-sse').state).toBe('untested');
    expect(cellOf(run, 'G6', 'naive-sse').state).toBe('held');
  });

  test('of a run in which nothing was asked are all untested', () => {
    const idle = simulate({ ...home, script: home.script.filter((entry) => entry.do !== 'send') });
    const states = guaranteeTable(idle).flatMap(({ cells }) => cells.map(({ state }) => state));
    expect(new Set(states)).toEqual(new Set(['untested']));
  });
});

describe('the bill', () => {
  test.each(runs)('of $id: the lines of money add up to what the oracle says', ({ run: each }) => {
    const prices = { ...each.scenario.prices, perGigabyte: 90, perMillionConnectionMinutes: 5_000 };
    const priced = simulate({ ...each.scenario, prices });
    for (const { name } of priced.lanes) {
      const sum = ['useful-money', 'unseen-money', 'messages-money', 'minutes-money', 'traffic-money'].reduce(
        (total, key) => total + (amountOf(priced, key, name) ?? 0),
        0,
      );
      // The oracle rounds to a micro-dollar a chat, a thousandth of a dollar for a thousand.
      expect(Math.abs(sum - (amountOf(priced, 'money', name) ?? 0))).toBeLessThanOrEqual(0.000_501);
      expect(amountOf(priced, 'money', name)).toBe((priced.report.lanes[name]?.bill.moneyMicroUsd ?? 0) / 1_000);
    }
  });

  test('of a month is that of a chat times thirty days of them', () => {
    const micro = run.report.lanes['durable-session']?.bill.moneyMicroUsd ?? 0;
    expect(micro).toBeGreaterThan(0);
    expect(amountOf(run, 'month', 'durable-session', { chatsADay: 2_000 })).toBeCloseTo((micro / 1e6) * 60_000, 6);
  });

  test('shows where a session is dearer and later', () => {
    for (const key of ['messages-money', 'money', 'added-first-word', 'added-lag', 'messages']) {
      const [session, pipe] = [amountOf(run, key, 'durable-session'), amountOf(run, key, 'naive-sse')];
      expect([key, (session ?? 0) > (pipe ?? 0)]).toEqual([key, true]);
    }
  });

  test('leaves out what never came', () => {
    const cut: CompiledScenario = {
      ...home,
      script: [...home.script.slice(0, 2), { atMs: 210, on: 'laptop', do: 'drop', how: 'reset' }],
    };
    expect(amountOf(simulate(cut), 'first-word', 'naive-sse')).toBeNull();
  });
});

describe('the result', () => {
  const { lanes } = scorecardOf(run, RATE);

  test('says in a sentence a lane who kept what, and which promises broke', () => {
    expect(lanes.map(({ title, kept, promises }) => [title, kept, promises])).toEqual([
      [
        'One pipe',
        'The laptop has 19 of 41 words, the phone 20 of 41 words.',
        'Broke 3 of 8 promises that were put to the test: complete, converge, everyone knows.',
      ],
      [
        'Pipe with a buffer',
        'The laptop has 19 of 41 words, the phone all 41 words.',
        'Broke 3 of 9 promises that were put to the test: complete, converge, everyone knows.',
      ],
      ['Session', 'Both surfaces have all 41 words.', 'Kept all 9 promises that were put to the test.'],
    ]);
  });

  test('says what each lane asks in return, against the plain pipe', () => {
    expect(lanes.map(({ price }) => price.replaceAll(/[\d.]*\d/g, 'n'))).toEqual([
      '$n for n,n chats like this, first word after n ms.',
      'Costs as much as One pipe.',
      '$n more for n,n chats like this than One pipe (+n %), first word n ms later, words n ms later.',
    ]);
  });

  test('without a plain pipe compares with nothing', () => {
    const alone = simulate({ ...home, lanes: home.lanes.slice(2) });
    const prices = scorecardOf(alone, RATE).lanes.map(({ price }) => price.replaceAll(/[\d.]*\d/g, 'n'));
    expect(prices).toEqual(['$n for n,n chats like this, first word after n ms.']);
  });
});

describe('as text', () => {
  const card = scorecardOf(run, RATE);

  test('Markdown has a table of as many columns in every row', () => {
    const tables = scorecardMarkdown(card)
      .split('\n\n')
      .filter((part) => part.startsWith('|'));
    expect(tables).toHaveLength(5);
    for (const table of tables) {
      const columns = table
        .trimEnd()
        .split('\n')
        .map((line) => line.match(/(?<!\\)\|/g)?.length);
      expect(new Set(columns)).toEqual(new Set([card.lanes.length + 2]));
    }
  });

  test('Markdown takes no mark-up from a name', () => {
    const hostile = scorecardMarkdown(scorecardOf(hostileRun(), RATE));
    expect(hostile.split('\n').filter((line) => /(?<!\\)[<[`]/.test(line))).toEqual([]);
  });

  test('CSV has every number in full, and no formula', () => {
    const lines = scorecardCsv(card).trimEnd().split('\r\n');
    expect(lines[0]).toBe('part,what,unit,One pipe,Pipe with a buffer,Session');
    const bytes = Object.values(run.report.lanes).map(({ bill }) => bill.bytes);
    expect(lines).toContain(`Traffic,bytes to surfaces,,${bytes.join(',')}`);
    expect(scorecardCsv(scorecardOf(hostileRun(), RATE))).not.toMatch(/(^|,|\n)"?[=+@]/);
  });

  test('a cell says in words what a mark says', () => {
    expect(sayCell({ lane: 'x', state: 'untested', reason: 'nobody pressed stop' })).toBe(
      'not tested: nobody pressed stop',
    );
    expect(sayCell(cellOf(run, 'G1', 'naive-sse'))).toBe('broken on the laptop at 1.600 s, on the phone at 1.640 s');
  });
});
