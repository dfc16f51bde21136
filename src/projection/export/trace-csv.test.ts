import { expect, test } from 'vitest';
import { TRACE_FIELDS, traceField } from '../../protocol/trace-fields.ts';
import type { TraceEvent } from '../../protocol/trace-event.ts';
import { hostileRun } from '../../testing/hostile-texts.ts';
import { scenarioRuns } from '../../testing/scenario-runs.ts';
import { traceCsv } from './trace-csv.ts';

const runs = [...scenarioRuns(), { id: 'hostile texts', run: hostileRun() }];

/** A reader by the letter of RFC 4180; throws on anything that the letter does not allow. */
function readCsv(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  let record: string[] = [];
  while (field.lastIndex < text.length) {
    const [, quoted, plain = '', end] = field.exec(text) ?? expect.fail('this is not CSV');
    record.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  expect(record, 'the last record is ended').toEqual([]);
  return records;
}

function wantedCell(event: TraceEvent, field: string): string {
  const hasField = (TRACE_FIELDS[event.type] as readonly string[]).includes(field);
  const value = hasField ? traceField(event, field) : null;
  return value === null ? '' : String(value);
}

test.each(runs)('the table of $id, read again, has every event with every field', ({ run }) => {
  const [head = [], ...rows] = readCsv(traceCsv(run));
  const events = run.lanes.flatMap((lane) => lane.events);
  expect(head.slice(0, 6)).toEqual(['atMs', 'lane', 'event', 'cause', 'actor', 'type']);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head.length]));
  const fields = head.slice(6);
  const wanted = events.map((event) => [
    String(event.atMs),
    event.lane,
    `e${event.id}`,
    event.causedBy === null ? '' : `e${event.causedBy}`,
    event.actor,
    event.type,
    ...fields.map((field) => wantedCell(event, field)),
  ]);
  const withoutGuard = rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')));
  expect(withoutGuard).toEqual(wanted);
});

test('no cell is a formula for a spreadsheet', () => {
  const cells = readCsv(traceCsv(hostileRun())).flat();
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  expect(cells).toContain(`'=HYPERLINK("https://example.org","x")`);
});
