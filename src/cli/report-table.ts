/** The outcome report as a table for people: one block a lane, one row a surface. */

import { GUARANTEE_IDS, GUARANTEE_NAMES } from '../protocol/guarantee.ts';
import type { LaneReport } from '../scenario/outcome-report.ts';
import type { Run } from '../sim/run.ts';

export function reportTable({ scenario, report }: Run): string {
  const heading = `${scenario.title}  (${report.scenario}, seed ${report.seed}, digest ${report.digest}, ${report.events} events)`;
  const blocks = Object.entries(report.lanes).map(([name, lane]) => laneBlock(name, lane));
  return [heading, ...blocks].join('\n\n');
}

function laneBlock(name: string, { agent, surfaces, guarantees, bill }: LaneReport): string {
  const ran = `agent: ${agent.runs} runs, ${agent.generated} generated, ${agent.unseen} unseen, ${agent.generatedAfterStop} after stop, ended ${agent.end ?? 'never'}`;
  const header = ['surface', 'status', 'shown', 'missing', 'doubled', 'recovered'];
  const rows = Object.entries(surfaces).map(([surface, { status, shown, missing, duplicated, recoveredAfterMs }]) => [
    surface,
    status,
    String(shown),
    String(missing),
    String(duplicated),
    recoveredAfterMs === null ? '-' : `${recoveredAfterMs} ms`,
  ]);
  const verdicts = GUARANTEE_IDS.map((id) => {
    const verdict = guarantees[id];
    return `${id} ${GUARANTEE_NAMES[id]}: ${verdict.held ? 'held' : `broken at ${verdict.atMs} ms by ${verdict.event}`}`;
  });
  const cost = `bill: ${bill.useful} useful, ${bill.duplicated} doubled, ${bill.afterStop} after stop, ${bill.unseen} unseen, ${bill.messages} messages`;
  return [
    name,
    `  ${ran}`,
    ...alignColumns([header, ...rows]),
    ...verdicts.map((line) => `  ${line}`),
    `  ${cost}`,
  ].join('\n');
}

function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}
