/**
 * Whatever people hand to the page as text, told apart by what it says and not by the name of its file: a
 * scenario in YAML or JSON, a run file, a figure that carries its scenario, or a link.
 */

import { err, ok, type Result } from '../base/result.ts';
import type { Answers } from './answers.ts';
import { readFigure } from './figure-file.ts';
import { openLink, type LinkingApp } from './link-codec.ts';
import { LIMITS } from './limits.ts';
import { loadScenario } from './load.ts';
import { isRunFile, readRunFile, type KeptRun } from './read-run-file.ts';
import { describeProblem, type ScenarioProblem } from './scenario-problem.ts';
import type { CompiledScenario } from './compiled-scenario.ts';

export interface OpenedText {
  readonly scenario: CompiledScenario;
  readonly playheadMs: number | null;
  /** What its run came to when it was kept, `null` for a scenario that was not run. */
  readonly kept: Pick<KeptRun, 'model' | 'digest'> | null;
}

interface OpeningApp extends LinkingApp {
  readonly answers: Answers;
}

/** A file as a browser hands it over, or a text that was pasted. */
export interface OpenableFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  text(): Promise<string>;
}

/** The same for a file, which is not read when it is too large. */
export async function openFile(file: OpenableFile, app: OpeningApp): Promise<Result<OpenedText, readonly string[]>> {
  if (file.size > LIMITS.openedBytes) {
    const reason = `it has ${file.size} bytes, more than the limit of ${LIMITS.openedBytes} (openedBytes)`;
    return err([`Unable to open ${file.name}; ${reason}. Open its scenario instead.`]);
  }
  return openText(await file.text(), file.name, app);
}

/** `name` is what the text is called in messages. Each problem is a sentence with field, place and remedy. */
export async function openText(
  text: string,
  name: string,
  app: OpeningApp,
): Promise<Result<OpenedText, readonly string[]>> {
  const link = /^\s*\S*?(#\/play\/\S*)\s*$/.exec(text)?.[1];
  if (link !== undefined) return openLinkText(link, app);
  const foreign = foreignFormat(text);
  const described = (problems: readonly ScenarioProblem[]) =>
    err(problems.map((problem) => describeProblem(problem, name)));
  if (foreign !== null) return described([foreign]);
  if (isRunFile(text)) {
    const kept = readRunFile(text);
    return kept.ok ? ok({ ...kept.value, kept: kept.value }) : described(kept.error);
  }
  if (/^\uFEFF?\s*</.test(text)) {
    const opened = openFigure(text);
    return opened.ok ? opened : described(opened.error);
  }
  const scenario = loadScenario(text, { answers: app.answers });
  return scenario.ok ? ok({ scenario: scenario.value, playheadMs: null, kept: null }) : described(scenario.error);
}

async function openLinkText(hash: string, app: OpeningApp): Promise<Result<OpenedText, readonly string[]>> {
  const opened = await openLink(hash, app);
  if (!opened.ok) return opened;
  return opened.value === null
    ? err(['Unable to open the link; it names nothing.'])
    : ok({ ...opened.value, kept: null });
}

function openFigure(text: string): Result<OpenedText, readonly ScenarioProblem[]> {
  const figure = readFigure(text);
  if (!figure.ok) return err([figure.error]);
  const { source, playheadMs, model, digest, line, column } = figure.value;
  const scenario = loadScenario(source, { answers: new Map() });
  // A place in the scenario is none in the figure, where it is escaped: what is told is where it stands.
  if (!scenario.ok) return err(scenario.error.map((problem) => ({ ...problem, line, column })));
  return ok({
    scenario: scenario.value,
    playheadMs: playheadMs === null ? null : Math.min(playheadMs, scenario.value.horizonMs),
    kept: { model, digest },
  });
}

/** What is written here for other readers and does not say enough to be opened. */
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/^\s*\{\s*"(displayTimeUnit|otherData|traceEvents)"/, 'a trace for Perfetto'],
  [/^\(\?<ms>/, 'a log for ShiViz'],
  [/^\s*sequenceDiagram\b/, 'a diagram for Mermaid'],
  [/^\uFEFF?atMs,lane,event,/, 'a table of a trace'],
  [/^.PNG/s, 'a picture of points'],
];

function foreignFormat(text: string): ScenarioProblem | null {
  const found = FOREIGN.find(([sign]) => sign.test(text));
  if (found === undefined) return null;
  const reason = `it is ${found[1]}, which does not hold its scenario`;
  return { path: '', line: 1, column: 1, reason, remedy: 'Open the scenario, the run, or the figure as SVG instead.' };
}
