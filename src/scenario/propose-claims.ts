/**
 * Claims that a run would prove, for a file made of what people did: what broke and what held where
 * it broke elsewhere comes first. Bounds are rounded outward, so that a claim says what the run
 * shows and not the digits that it happened to have.
 */

import { assert } from '../base/assert.ts';
import { GUARANTEE_IDS } from '../protocol/guarantee.ts';
import { evaluateClaims } from './claims.ts';
import type { CompiledScenario } from './compiled-scenario.ts';
import type { LaneReport, OutcomeReport, SurfaceReport } from './outcome-report.ts';

export type ClaimValue = string | number | boolean | null;

export interface Claim {
  readonly lane: string;
  /** A surface, `agent`, `bill` or `guarantees`. */
  readonly part: string;
  readonly field: string;
  readonly expected: ClaimValue;
}

export interface ProposedClaim extends Claim {
  /** It tells one lane from another, or something went wrong: worth keeping. */
  readonly isTelling: boolean;
  /** The scenario claims it already. */
  readonly isClaimed: boolean;
}

type Candidate = Claim & { readonly weight: number };

/** From this weight on a claim is worth keeping. */
const TELLING = 60;

/**
 * Every claim holds of `report`, the most telling of each lane first. What the scenario claims
 * already stands as it is there; of that, what fails is left out.
 */
export function proposeClaims(
  { expect, script }: Pick<CompiledScenario, 'expect' | 'script'>,
  report: OutcomeReport,
): readonly ProposedClaim[] {
  const hasStop = script.some((entry) => entry.do === 'stop');
  const claimed = keptClaims(expect, report);
  return Object.entries(report.lanes).flatMap(([lane, found]) => {
    const own = claimed.filter((claim) => claim.lane === lane);
    const others = Object.entries(report.lanes).flatMap(([name, other]) => (name === lane ? [] : [other]));
    const candidates = [
      ...guaranteeCandidates(lane, found, others),
      ...Object.entries(found.surfaces).flatMap(([name, surface]) =>
        surfaceCandidates(
          lane,
          name,
          surface,
          others.flatMap((other) => other.surfaces[name] ?? []),
        ),
      ),
      ...agentCandidates(lane, found, others, hasStop),
    ];
    for (const { weight: _, ...claim } of candidates)
      assert(holds(claim, report), `${lane} ${claim.part}.${claim.field} does not hold`);
    const kept = own.map((claim) => ({
      ...claim,
      isClaimed: true,
      weight: candidates.find((candidate) => isOfSameField(claim, candidate))?.weight ?? TELLING,
    }));
    const fresh = candidates
      .filter((candidate) => !own.some((claim) => isOfSameField(claim, candidate)))
      .map((candidate) => ({ ...candidate, isClaimed: false }));
    return [...kept, ...fresh]
      .toSorted((a, b) => b.weight - a.weight)
      .map(({ weight, ...claim }) => ({ ...claim, isTelling: claim.isClaimed || weight >= TELLING }));
  });
}

/** Claims as they stand under `expect`. */
export function expectOf(claims: readonly Claim[]): CompiledScenario['expect'] {
  const lanes: Record<string, Record<string, Record<string, ClaimValue>>> = {};
  for (const { lane, part, field, expected } of claims) ((lanes[lane] ??= {})[part] ??= {})[field] = expected;
  return lanes;
}

function holds(claim: Claim, report: OutcomeReport): boolean {
  return evaluateClaims(expectOf([claim]), report).every((result) => result.holds);
}

function keptClaims(expect: CompiledScenario['expect'], report: OutcomeReport): readonly Claim[] {
  return evaluateClaims(expect, report).flatMap(({ lane, path, expected, holds: isKept }) => {
    const dot = path.lastIndexOf('.');
    return isKept ? [{ lane, part: path.slice(0, dot), field: path.slice(dot + 1), expected }] : [];
  });
}

function isOfSameField(a: Claim, b: Claim): boolean {
  return a.part === b.part && a.field === b.field;
}

function guaranteeCandidates(lane: string, { guarantees }: LaneReport, others: readonly LaneReport[]): Candidate[] {
  return GUARANTEE_IDS.map((field) => {
    const { held } = guarantees[field];
    const isBrokenElsewhere = others.some((other) => !other.guarantees[field].held);
    const weight = held ? (isBrokenElsewhere ? 75 : 10) : 100;
    return { lane, part: 'guarantees', field, expected: held, weight };
  });
}

function surfaceCandidates(
  lane: string,
  part: string,
  surface: SurfaceReport,
  others: readonly SurfaceReport[],
): Candidate[] {
  const claim = (field: keyof SurfaceReport, expected: ClaimValue, weight: number) => ({
    lane,
    part,
    field,
    expected,
    weight,
  });
  const harm = (field: 'missing' | 'duplicated' | 'outOfOrder') => {
    const isElsewhere = others.some((other) => other[field] > 0);
    return surface[field] > 0 ? claim(field, '>0', 95) : claim(field, 0, isElsewhere ? 70 : 15);
  };
  const { status, textMatches, recoveredAfterMs, connections } = surface;
  const isApart = others.some((other) => other.status !== status);
  const hasRecovery = [surface, ...others].some((one) => one.recoveredAfterMs !== null);
  return [
    claim('status', status, status === 'complete' ? (isApart ? 72 : 20) : isApart || status === 'error' ? 85 : 30),
    harm('missing'),
    harm('duplicated'),
    harm('outOfOrder'),
    ...(hasRecovery
      ? [claim('recoveredAfterMs', boundAbove(recoveredAfterMs), recoveredAfterMs === null ? 64 : 68)]
      : []),
    claim('textMatches', textMatches, textMatches && others.some((other) => !other.textMatches) ? 40 : 12),
    claim('connections', connections, 5),
  ];
}

function agentCandidates(
  lane: string,
  { agent }: LaneReport,
  others: readonly LaneReport[],
  hasStop: boolean,
): Candidate[] {
  const part = 'agent';
  const claim = (field: keyof LaneReport['agent'], expected: ClaimValue, weight: number) => ({
    lane,
    part,
    field,
    expected,
    weight,
  });
  const differs = (field: keyof LaneReport['agent']) => others.some((other) => other.agent[field] !== agent[field]);
  return [
    // That no run ended is said by the number of runs.
    ...(agent.end === null ? [] : [claim('end', agent.end, differs('end') ? 66 : agent.end === 'complete' ? 22 : 45)]),
    claim('runs', agent.runs, differs('runs') ? 67 : 14),
    ...(hasStop ? [claim('generatedAfterStop', boundOfOvershoot(agent.generatedAfterStop), 69)] : []),
    claim('unseen', agent.unseen > 0 ? '>0' : 0, agent.unseen > 0 ? 65 : differs('unseen') ? 61 : 11),
    claim('effects', agent.effects, differs('effects') ? 66 : agent.effects > 0 ? 24 : 4),
    claim('crashed', agent.crashed, agent.crashed > 0 ? 44 : 3),
    claim('adopted', agent.adopted, agent.adopted > 0 ? 63 : 2),
  ];
}

/** `1224` becomes `<=1300`: two digits are told, and the bound is never tighter than what was seen. */
function boundAbove(ms: number | null): ClaimValue {
  if (ms === null || ms === 0) return ms;
  const step = 10 ** Math.max(0, String(ms).length - 2);
  return `<=${Math.ceil(ms / step) * step}`;
}

/** What is made after a stop is on its way (`<=1`), or the stop did not do its work (`>10`). */
function boundOfOvershoot(tokens: number): ClaimValue {
  return tokens <= 1 ? '<=1' : `>${Math.floor((tokens - 1) / 5) * 5}`;
}
