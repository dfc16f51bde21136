/** The claims under `expect`, held against what a run reports. */

import { assertNever } from '../base/assert.ts';
import type { CompiledScenario } from './compiled-scenario.ts';
import type { LaneReport, OutcomeReport } from './outcome-report.ts';
import type { LaneClaims } from './schema.ts';

export type Claimed = string | number | boolean | null;

export interface ClaimResult {
  /** The lane's name in the report. */
  readonly lane: string;
  /** Within the lane: `laptop.missing`, `guarantees.G1`. */
  readonly path: string;
  readonly expected: Claimed;
  /** `undefined` when the report has nothing there. */
  readonly actual: Claimed | undefined;
  readonly holds: boolean;
}

/** One result for each claim. No claims give no results. */
export function evaluateClaims(expect: CompiledScenario['expect'], report: OutcomeReport): readonly ClaimResult[] {
  return Object.entries(expect).flatMap(([lane, claims]) => evaluateLane(lane, claims, report.lanes[lane]));
}

/** `naive-sse laptop.missing: expected >0, got 0` */
export function describeClaim({ lane, path, expected, actual }: ClaimResult): string {
  return `${lane} ${path}: expected ${String(expected)}, got ${actual === undefined ? 'nothing' : String(actual)}`;
}

function evaluateLane(lane: string, claims: LaneClaims, report: LaneReport | undefined): readonly ClaimResult[] {
  return Object.entries(claims).flatMap(([part, fields]) =>
    Object.entries(fields ?? {}).flatMap(([field, expected]) => {
      if (expected === undefined) return [];
      const actual = report === undefined ? undefined : reportedValue(report, part, field);
      return [{ lane, path: `${part}.${field}`, expected, actual, holds: isAsClaimed(expected, actual) }];
    }),
  );
}

/** What a lane came to where a claim is about it, `undefined` when the report has nothing there. */
export function reportedValue(report: LaneReport, part: string, field: string): Claimed | undefined {
  if (part === 'guarantees') return fieldOf<{ held: boolean }>(report.guarantees, field)?.held;
  if (part === 'agent') return fieldOf<Claimed>(report.agent, field);
  if (part === 'bill') return fieldOf<Claimed>(report.bill, field);
  return fieldOf<Claimed>(report.surfaces[part] ?? {}, field);
}

function fieldOf<T>(fields: Readonly<Record<string, T>>, field: string): T | undefined {
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

/** A text that compares (`>0`) needs a number to compare with; only `!=` holds of nothing. */
export function isAsClaimed(expected: Claimed, actual: Claimed | undefined): boolean {
  const comparison = typeof expected === 'string' ? parseComparison(expected) : null;
  if (comparison === null) return expected === actual;
  if (actual === undefined) return false;
  if (typeof actual !== 'number') return comparison.operator === '!=';
  return compare(actual, comparison.operator, comparison.bound);
}

type Operator = '>' | '>=' | '<' | '<=' | '=' | '!=';

function parseComparison(text: string): { readonly operator: Operator; readonly bound: number } | null {
  const match = /^(?<operator>>=|<=|>|<|=|!=)\s*(?<bound>-?\d+)$/.exec(text);
  if (match?.groups === undefined) return null;
  return { operator: match.groups['operator'] as Operator, bound: Number(match.groups['bound']) }; // one of the six by the pattern
}

function compare(actual: number, operator: Operator, bound: number): boolean {
  switch (operator) {
    case '>':
      return actual > bound;
    case '>=':
      return actual >= bound;
    case '<':
      return actual < bound;
    case '<=':
      return actual <= bound;
    case '=':
      return actual === bound;
    case '!=':
      return actual !== bound;
    default:
      return assertNever(operator);
  }
}
