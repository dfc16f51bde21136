/**
 * G5: a stop pressed on any open surface ends the runs that it was meant for, in time, and no other
 * run. In time is {@link STOP_BOUND_MS} after the press, or after the healing of what the person
 * pressed it through, plus the agent's own lag.
 */

import type { VirtualMs } from '../../protocol/time.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { GuaranteeVerdict } from '../../scenario/outcome-report.ts';
import type { RunEvidence } from './answer-evidence.ts';
import { deedOf } from './cause-chain.ts';
import type { EventOf } from './event-of.ts';
import type { Evidence } from './evidence.ts';
import { HELD, brokenByThese } from './verdict.ts';
import type { Breach } from './verdict.ts';

/** Longer than any round trip and reconnect of a healthy lane, shorter than a person’s patience. */
const STOP_BOUND_MS = 2_000;

type Stop = EventOf<'stop.pressed'>;
type Deeds = ReadonlyMap<number, number>;

export function judgeStops(scenario: CompiledScenario, evidence: Evidence): GuaranteeVerdict {
  const { stops, arrivals, events } = evidence;
  if (stops.length === 0) return HELD;
  // Which deed made each arrival, looked up once for all stops.
  const deeds = new Map(arrivals.map(({ id }) => [id, deedOf(events, id).id]));
  return brokenByThese(
    stops.flatMap((stop) => wrongRun(evidence, stop) ?? unstopped(scenario, evidence, deeds, stop) ?? []),
  );
}

/** The stop ended a run that it was not meant for. */
function wrongRun({ events, runs }: Evidence, stop: Stop): Breach | null {
  for (const { end, ended, answer } of runs) {
    if (end !== 'cancelled' || ended === null || answer.turn === stop.turn) continue;
    if (deedOf(events, ended.id) === stop) return { event: ended, surface: stop.actor };
  }
  return null;
}

/** A run that it was meant for went on. */
function unstopped(scenario: CompiledScenario, evidence: Evidence, deeds: Deeds, stop: Stop): Breach | null {
  if (stop.turn === null || !isAllowed(scenario, stop)) return null;
  const worksAtMs = pathWorksAtMs(evidence, stop);
  const arrivedAtMs = arrivalAtMs(evidence, deeds, stop);
  for (const run of meantRuns(evidence, stop)) {
    const deadlineMs = worksAtMs + STOP_BOUND_MS + stopLagMs(scenario, run);
    if (isExcused(scenario, run, deadlineMs, Math.max(stop.atMs, arrivedAtMs ?? worksAtMs))) continue;
    const after = run.generated.find((made) => made.atMs > stop.atMs);
    return { event: after ?? stop, surface: stop.actor };
  }
  return null;
}

/** In time, or over by itself before the stop could reach anyone, or not yet due. */
function isExcused(
  { horizonMs }: CompiledScenario,
  { end, endedAtMs }: RunEvidence,
  deadlineMs: VirtualMs,
  reachedAtMs: VirtualMs,
): boolean {
  if (end === 'running' || endedAtMs === null) return horizonMs < deadlineMs;
  return end === 'complete' ? endedAtMs <= reachedAtMs : endedAtMs <= deadlineMs;
}

/** A press where it is not allowed is owed nothing: it is G12’s. */
function isAllowed({ surfaces }: CompiledScenario, stop: Stop): boolean {
  return surfaces.find(({ name }) => name === stop.actor)?.mayStop ?? true;
}

/** The runs of every agent for the prompt that was meant; one that somebody asked for again later is not meant. */
function meantRuns({ runs, retries }: Evidence, stop: Stop): readonly RunEvidence[] {
  const again = retries.find((retry) => retry.turn === stop.turn && retry.id > stop.id);
  return runs.filter(({ answer, started }) => answer.turn === stop.turn && started.id < (again?.id ?? Infinity));
}

function stopLagMs({ agent, agents }: CompiledScenario, { answer }: RunEvidence): VirtualMs {
  return [agent, ...agents].find(({ name }) => name === answer.agent)?.stopLagMs ?? 0;
}

/** When what the stop was pressed through works: at once, or when its faults and an outage of the session layer have ended. */
function pathWorksAtMs({ surfaces, outages }: Evidence, stop: Stop): VirtualMs {
  const faults = surfaces.get(stop.actor)?.faultMoments ?? [];
  return Math.max(worksAgainAtMs(faults, stop), worksAgainAtMs(outages, stop));
}

function worksAgainAtMs(
  moments: readonly EventOf<'fault.began' | 'fault.ended' | 'outage.began' | 'outage.ended'>[],
  stop: Stop,
): VirtualMs {
  let faults = 0;
  let worksAtMs = stop.atMs;
  for (const { type, atMs } of moments) {
    if (type === 'fault.began' || type === 'outage.began') {
      if (atMs > stop.atMs + STOP_BOUND_MS) break;
      faults += 1;
    } else {
      // The end of an outage ends all that were under way.
      faults = type === 'outage.ended' ? 0 : faults - 1;
      if (faults === 0 && atMs > stop.atMs) worksAtMs = atMs;
    }
  }
  return faults > 0 ? Number.MAX_SAFE_INTEGER : worksAtMs;
}

/** When somebody who could act on it heard of the stop: the record or request arrived, or the hang-up was noticed. */
function arrivalAtMs({ arrivals }: Evidence, deeds: Deeds, stop: Stop): VirtualMs | null {
  return arrivals.find(({ id }) => deeds.get(id) === stop.id)?.atMs ?? null;
}
