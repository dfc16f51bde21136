/** `simulate --export FORMAT [--out FILE]`: a run in any of the formats that the page offers. */

import { writeFileSync } from 'node:fs';
import { err, ok, type Result } from '../base/result.ts';
import type { ExportFormat } from '../projection/export/export-format.ts';
import { EXPORT_FORMATS } from '../projection/export/format-list.ts';
import type { Answers } from '../scenario/answers.ts';
import { printScenario } from '../scenario/print-scenario.ts';
import type { Run } from '../sim/run.ts';

export function formatNamed(id: string): Result<ExportFormat, string> {
  const format = EXPORT_FORMATS.find((known) => known.id === id);
  if (format !== undefined) return ok(format);
  const known = EXPORT_FORMATS.map((other) => other.id).join(', ');
  const remedy = id === 'png' ? 'A browser draws it: save it from the page, or use svg.' : `Formats: ${known}.`;
  return err(`unable to export; there is no format ${JSON.stringify(id)} here. ${remedy}`);
}

/** Writes to `file`, or to standard output without one; the reason when it cannot. */
export function exportRun(run: Run, format: ExportFormat, answers: Answers, file: string | null): string | null {
  const text = format.write({ run, playheadMs: null, scenarioText: printScenario(run.scenario, answers) });
  if (file === null) {
    process.stdout.write(text);
    return null;
  }
  try {
    writeFileSync(file, text);
    return null;
  } catch (error) {
    return `unable to write ${file}; ${error instanceof Error ? error.message : String(error)}`;
  }
}
