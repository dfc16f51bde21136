/** Scenarios as text, all that a page does with them in one place, so that it is loaded when first needed. */

import type { Result } from '../base/result.ts';
import type { Answers } from './answers.ts';
import { evaluateClaims, type ClaimResult } from './claims.ts';
import type { CompiledScenario } from './compiled-scenario.ts';
import { loadScenario } from './load.ts';
import type { OutcomeReport } from './outcome-report.ts';
import { printScenario } from './print-scenario.ts';
import { expectOf, proposeClaims, type Claim, type ProposedClaim } from './propose-claims.ts';
import { rewriteText } from './rewrite-text.ts';
import { claimPlaces, type PlacedClaim } from './editing/claim-places.ts';
import { explainField, type FieldNote } from './editing/explain-field.ts';
import { inlineRefs } from './editing/inline-refs.ts';
import { placeRange, type TextRange } from './editing/place-range.ts';
import { suggest, type Suggestions } from './editing/suggest.ts';
import { scenarioJsonSchema } from './json-schema.ts';
import { LANES } from '../sim/lanes/lane-list.ts';
import type { ScenarioProblem, TextPlace } from './scenario-problem.ts';
import { scenarioSchema } from './schema.ts';

export interface ScenarioFormat {
  /** Never throws; every problem has its line and column. */
  read(text: string): Result<CompiledScenario, readonly ScenarioProblem[]>;
  /** The file that a person would write for it. */
  write(scenario: CompiledScenario): string;
  /** `text` with no more changed than it takes for it to say `scenario`. */
  rewrite(text: string, scenario: CompiledScenario): string;
  /** The file of a scenario of the app, comments and all; `null` for any other. */
  textOf(id: string): string | null;
  propose(scenario: CompiledScenario, report: OutcomeReport): readonly ProposedClaim[];
  check(scenario: CompiledScenario, report: OutcomeReport): readonly ClaimResult[];
  /** A scenario that claims these instead of its own. */
  claiming(scenario: CompiledScenario, claims: readonly Claim[]): CompiledScenario;
  /** What may be written at `offset` of a text, however much of it is written; of claims what `report` says first. */
  suggest(text: string, offset: number, report: OutcomeReport | null): Suggestions | null;
  /** What the field at `offset` means, `null` where there is none. */
  explain(text: string, offset: number): FieldNote | null;
  /** What is underlined for a problem at `place`. */
  rangeOf(text: string, place: TextPlace): TextRange;
  /** Where claims stand in the text, in its order. */
  placeClaims(text: string, claims: readonly ClaimResult[]): readonly PlacedClaim[];
}

interface FormatSources {
  readonly answers: Answers;
  /** The files of the app's scenarios by id. */
  readonly texts: ReadonlyMap<string, string>;
}

export function createScenarioFormat({ answers, texts }: FormatSources): ScenarioFormat {
  const schema = inlineRefs(scenarioJsonSchema());
  const help = {
    schema,
    answers: [...answers.keys()],
    defaultLanes: LANES.filter(({ isDefault }) => isDefault).map(({ name }) => name),
  };
  return {
    read: (text) => loadScenario(text, { answers }),
    write: (scenario) => printScenario(scenario, answers),
    rewrite: (text, scenario) => rewriteText(text, scenario, answers),
    textOf: (id) => texts.get(id) ?? null,
    propose: proposeClaims,
    check: ({ expect }, report) => evaluateClaims(expect, report),
    // The schema puts fields in the order of the format, whatever order they were ticked in.
    claiming: (scenario, claims) => ({
      ...scenario,
      expect: scenarioSchema.shape.expect.parse(expectOf(claims)) ?? {},
    }),
    suggest: (text, offset, report) => suggest(text, offset, { ...help, report }),
    explain: (text, offset) => explainField(text, offset, schema),
    rangeOf: placeRange,
    placeClaims: claimPlaces,
  };
}
