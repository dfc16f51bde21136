/** A scorecard as text to paste elsewhere: Markdown for a document, CSV for a spreadsheet. */

import { csvCell } from '../csv-cell.ts';
import { exactSeconds } from '../seconds.ts';
import type { BillRow } from './bill-table.ts';
import type { GuaranteeCell } from './guarantee-table.ts';
import type { Scorecard } from './scorecard.ts';

export function scorecardMarkdown({ title, seed, digest, lanes, guarantees, bill }: Scorecard): string {
  const titles = lanes.map((lane) => lane.title);
  const sentences = lanes.map(
    (lane) =>
      `- **${plain(lane.title)}**: ${plain([`${lane.verdict.text}.`, lane.kept, lane.promises, lane.price].join(' '))}`,
  );
  return [
    `## ${plain(title)}`,
    '',
    `Seed ${seed}, digest ${digest}.`,
    '',
    ...sentences,
    '',
    ...markdownTable(
      'Guarantee',
      titles,
      guarantees.map(({ id, name, cells }) => [`${id} ${name}`, ...cells.map(sayCell)]),
    ),
    ...bill.flatMap((group) => [
      '',
      ...markdownTable(
        group.title,
        titles,
        group.rows.map((row) => [labelOf(row), ...row.cells.map(({ text }) => text)]),
      ),
    ]),
    '',
  ].join('\n');
}

/** One row a number, one column a lane; numbers in full, an empty field where there is none. */
export function scorecardCsv({ lanes, guarantees, bill }: Scorecard): string {
  const rows = [
    ['part', 'what', 'unit', ...lanes.map(({ title }) => title)],
    ['Result', 'verdict', '', ...lanes.map(({ verdict }) => verdict.text)],
    ...guarantees.map(({ id, name, cells }) => ['Guarantees', `${id} ${name}`, '', ...cells.map(sayCell)]),
    ...bill.flatMap((group) =>
      group.rows.map((row) => [group.title, row.label, unitOf(row), ...row.cells.map(({ value }) => value)]),
    ),
  ];
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** What a cell says in words. */
export function sayCell(cell: GuaranteeCell): string {
  switch (cell.state) {
    case 'held':
      return 'held';
    case 'untested':
      return `not tested: ${cell.reason}`;
    case 'broken':
      return `broken ${cell.breaks.map(({ where, atMs }) => `${where} at ${exactSeconds(atMs)} s`).join(', ')}`;
  }
}

function labelOf(row: BillRow): string {
  return row.unit === '' ? row.label : `${row.label}, ${row.unit}`;
}

/** Times of a session are shown in seconds and kept in milliseconds. */
function unitOf({ unit }: BillRow): string {
  return unit === 's' ? 'ms' : unit;
}

function markdownTable(
  corner: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(plain).join(' | ')} |`;
  return [line([corner, ...columns]), line(['---', ...columns.map(() => '---:')]), ...rows.map(line)];
}

/** Nothing in a name may become a mark-up of its own. */
function plain(text: string): string {
  return text.replaceAll(/[\\|*_`<>[\]#]/g, (mark) => `\\${mark}`).replaceAll(/\s+/g, ' ');
}
