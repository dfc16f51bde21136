/**
 * `npm run --silent simulate -- FILE [--seed N] [--set path=value]… [--json | --trace] [--why LANE:eN]`
 * `npm run --silent simulate -- FILE --export FORMAT [--out FILE]`
 *
 * Runs one scenario file in Node, without a build. Exit 0 when every claim holds, 1 when one fails,
 * 2 when the file is not a scenario or the command line is not understood. With `--why` it tells what
 * led to one event, with `--export` it writes the run down for other programs, claims or not.
 */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { ExportFormat } from '../projection/export/export-format.ts';
import type { CompiledScenario } from '../scenario/compiled-scenario.ts';
import { describeClaim, evaluateClaims } from '../scenario/claims.ts';
import type { Answers } from '../scenario/answers.ts';
import { loadScenario } from '../scenario/load.ts';
import { describeProblem } from '../scenario/scenario-problem.ts';
import type { Run } from '../sim/run.ts';
import { simulate } from '../sim/simulate.ts';
import { LimitError } from '../sim/kernel/kernel.ts';
import { traceText } from '../sim/trace-text.ts';
import { exportRun, formatNamed } from './export-run.ts';
import { reportTable } from './report-table.ts';
import { readAnswers } from './scenario-files.ts';
import type { FileProblems } from './scenario-files.ts';
import { causeData, causeText, explainEvent } from './why.ts';

const USAGE =
  'Usage: npm run --silent simulate -- FILE [--seed N] [--set path=value]... [--json | --trace] [--why LANE:eN] [--export FORMAT [--out FILE]]';

const EXIT = { claimsHold: 0, claimFails: 1, notAScenario: 2 } as const;

interface Command {
  readonly file: string;
  readonly overrides: readonly string[];
  readonly form: 'table' | 'json' | 'trace';
  /** The event to explain, `null` for the whole run. */
  readonly why: string | null;
  /** The format to write the run in instead of a report, and the file to write to. */
  readonly format: ExportFormat | null;
  readonly out: string | null;
}

function readCommand(args: readonly string[]): Result<Command, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        seed: { type: 'string' },
        set: { type: 'string', multiple: true },
        json: { type: 'boolean' },
        trace: { type: 'boolean' },
        why: { type: 'string' },
        export: { type: 'string' },
        out: { type: 'string', short: 'o' },
      },
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return err(`unable to run; name exactly one scenario file. ${USAGE}`);
    const seed = values.seed === undefined ? [] : [`seed=${values.seed}`];
    const form = values.json === true ? 'json' : values.trace === true ? 'trace' : 'table';
    const { why = null, out = null } = values;
    const format = values.export === undefined ? ok(null) : formatNamed(values.export);
    if (!format.ok) return format;
    if (out !== null && format.value === null) return err(`unable to run; --out needs --export. ${USAGE}`);
    return ok({ file, overrides: [...(values.set ?? []), ...seed], form, why, out, format: format.value });
  } catch (error) {
    return err(`unable to read the command line; ${error instanceof Error ? error.message : String(error)}. ${USAGE}`);
  }
}

interface Loaded {
  readonly scenario: CompiledScenario;
  readonly answers: Answers;
}

function loadFile({ file, overrides }: Command): Result<Loaded, string> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return err(`unable to read ${file}; ${error instanceof Error ? error.message : String(error)}`);
  }
  // The named answers are the project's own, wherever the scenario file lies.
  const folder = fileURLToPath(new URL('../../scenarios', import.meta.url));
  const answers = readAnswers(folder);
  if (!answers.ok) return err(describeAll(answers.error));
  const loaded = loadScenario(text, { answers: answers.value, overrides });
  if (!loaded.ok) return err(describeAll({ file, problems: loaded.error }));
  return ok({ scenario: loaded.value, answers: answers.value });
}

function describeAll({ file, problems }: FileProblems): string {
  return problems.map((problem) => describeProblem(problem, file)).join('\n');
}

function explain(run: Run, asked: string, isData: boolean): number {
  const steps = explainEvent(run, asked);
  if (!steps.ok) {
    process.stderr.write(`${steps.error}\n`);
    return EXIT.notAScenario;
  }
  process.stdout.write(`${isData ? causeData(steps.value) : causeText(steps.value)}\n`);
  return EXIT.claimsHold;
}

function main(): number {
  const command = readCommand(process.argv.slice(2));
  const loaded = command.ok ? loadFile(command.value) : command;
  if (!command.ok || !loaded.ok) {
    process.stderr.write(`${loaded.ok ? '' : loaded.error}\n`);
    return EXIT.notAScenario;
  }
  const run = simulate(loaded.value.scenario);
  const { form, why, format, out } = command.value;
  if (format !== null) {
    const failure = exportRun(run, format, loaded.value.answers, out);
    if (failure !== null) process.stderr.write(`${failure}\n`);
    return failure === null ? EXIT.claimsHold : EXIT.notAScenario;
  }
  const failed = evaluateClaims(run.scenario.expect, run.report).filter((claim) => !claim.holds);
  if (why !== null) return explain(run, why, form === 'json');
  if (form === 'json') process.stdout.write(`${JSON.stringify(run.report)}\n`);
  else if (form === 'trace') process.stdout.write(`${traceText(run.lanes)}\n`);
  else process.stdout.write(`${reportTable(run)}\n`);
  for (const claim of failed) process.stderr.write(`claim fails: ${describeClaim(claim)}\n`);
  return failed.length === 0 ? EXIT.claimsHold : EXIT.claimFails;
}

try {
  process.exitCode = main();
} catch (error) {
  if (!(error instanceof LimitError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = EXIT.notAScenario;
}
