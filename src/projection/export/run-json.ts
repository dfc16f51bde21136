/** The run as a file, format in `src/scenario/run-file.ts`: one line an event, so that two runs can be compared line by line. */

import { scenarioInput } from '../../scenario/scenario-source.ts';
import type { RunFile } from '../../scenario/run-file.ts';
import type { ExportSubject } from './export-format.ts';

export function runJson({ run, playheadMs }: ExportSubject): string {
  const head: Omit<RunFile, 'lanes'> = {
    format: 'pull-the-plug/run',
    version: 1,
    model: run.model,
    playheadMs: playheadMs === null ? null : Math.round(playheadMs),
    scenario: scenarioInput(run.scenario),
    report: run.report,
  };
  const fields = Object.entries(head).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const lanes = run.lanes.map(({ events, ...lane }) => {
    const own = Object.entries(lane).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
    return `{${own.join(', ')}, "events": [\n${events.map((event) => JSON.stringify(event)).join(',\n')}\n]}`;
  });
  return `{\n${fields.join(',\n')},\n"lanes": [\n${lanes.join(',\n')}\n]\n}\n`;
}
