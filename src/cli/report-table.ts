/** The outcome report as a table for people: one block a lane, within the width of a terminal. */

import { GUARANTEE_IDS, GUARANTEE_NAMES } from '../protocol/guarantee.ts';
import type { LaneReport } from '../scenario/outcome-report.ts';
import type { Run } from '../sim/run.ts';

const WIDTH = 100;

export function reportTable({ scenario, report }: Run): string {
  const heading = `${scenario.title}  (${report.scenario}, seed ${report.seed}, digest ${report.digest}, ${report.events} events)`;
  const blocks = Object.entries(report.lanes).map(([name, lane]) => laneBlock(name, lane));
  return [heading, ...blocks].join('\n\n');
}

function laneBlock(name: string, lane: LaneReport): string {
  return [
    name,
    ...indented([agentLine(lane.agent)]),
    ...indented(surfaceRows(lane)),
    '',
    ...indented(guaranteeRows(name, lane)),
    '',
    ...indented(beliefRows(lane)),
    '',
    ...indented(billRows(lane)),
  ].join('\n');
}

function agentLine({
  runs,
  generated,
  unseen,
  generatedAfterStop,
  crashed,
  adopted,
  effects,
  end,
}: LaneReport['agent']) {
  const happened = [
    `${runs} ${runs === 1 ? 'run' : 'runs'}`,
    `${generated} generated`,
    `${unseen} unseen`,
    `${generatedAfterStop} after stop`,
    ...(crashed > 0 ? [`${crashed} crashed`] : []),
    ...(adopted > 0 ? [`${adopted} adopted`] : []),
    ...(effects > 0 ? [`${effects} effects`] : []),
  ];
  return `agent: ${happened.join(', ')}, ended ${end ?? 'never'}`;
}

function surfaceRows({ surfaces }: LaneReport): readonly string[] {
  const header = ['surface', 'status', 'shown', 'missing', 'doubled', 'misplaced', 'recovered'];
  const rows = Object.entries(surfaces).map(([surface, report]) => [
    surface,
    report.status,
    String(report.shown),
    String(report.missing),
    String(report.duplicated),
    String(report.outOfOrder),
    report.recoveredAfterMs === null ? '-' : `${report.recoveredAfterMs} ms`,
  ]);
  return alignColumns([header, ...rows]);
}

/** The broken ones each with what to ask for the reason, then the others in a few lines. */
function guaranteeRows(lane: string, { guarantees }: LaneReport): readonly string[] {
  const broken = GUARANTEE_IDS.flatMap((id) => {
    const verdict = guarantees[id];
    if (verdict.held) return [];
    const where = verdict.surface === null ? '' : `on ${verdict.surface}`;
    return [['broken', `${id} ${GUARANTEE_NAMES[id]}`, `${verdict.atMs} ms`, where, `--why ${lane}:${verdict.event}`]];
  });
  const held = GUARANTEE_IDS.filter((id) => guarantees[id].held).map((id) => `${id} ${GUARANTEE_NAMES[id]}`);
  return [...alignColumns(broken), ...wrap('held    ', held)];
}

function beliefRows({ beliefs }: LaneReport): readonly string[] {
  const rows = Object.entries(beliefs).map(([actor, { belief, truth, isTrue, wrongForMs }]) => [
    actor,
    `believes ${belief}`,
    `in truth ${truth}`,
    isTrue ? 'true' : `wrong for ${wrongForMs} ms`,
  ]);
  return alignColumns(rows);
}

function billRows({ bill }: LaneReport): readonly string[] {
  const added = (ms: number | null) => (ms === null ? '' : ` (${ms < 0 ? '' : '+'}${ms})`);
  const time = (ms: number | null) => (ms === null ? 'never' : `${ms} ms`);
  return alignColumns([
    ['words', `${bill.useful} useful, ${bill.duplicated} doubled, ${bill.afterStop} after stop, ${bill.unseen} unseen`],
    [
      'traffic',
      `${bill.messages} messages delivered, ${bill.published} published, ${bill.bytes} bytes to surfaces, ${bill.logBytes} in the log`,
    ],
    [
      'pace',
      `first word ${time(bill.firstTokenMs)}${added(bill.addedFirstTokenMs)}, lag ${time(bill.lagMs)}${added(bill.addedLagMs)}`,
    ],
    ['money', `$${(bill.moneyMicroUsd / 1_000_000).toFixed(6)}`],
  ]);
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

/** `items` after a first word, with commas, broken before the width is passed. */
function wrap(first: string, items: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const [at, item] of items.entries()) {
    const text = at < items.length - 1 ? `${item},` : item;
    const line = lines.at(-1);
    if (line !== undefined && line.length + text.length < WIDTH) lines[lines.length - 1] = `${line} ${text}`;
    else lines.push(`${line === undefined ? first : ' '.repeat(first.length)}${text}`);
  }
  return lines;
}

function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
