/**
 * G5: a stop pressed on any open surface ends the run that it was meant for, in time, and no other
 * run. In time is {@link STOP_BOUND_MS} after the press, or after the healing of the path that the
 * person pressed it on, plus the agent's own lag.
 */

import type { VirtualMs } from '../../protocol/time.ts';
import type { TraceEvent } from '../../protocol/trace-event.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { GuaranteeVerdict } from '../../scenario/outcome-report.ts';
import { causeChain } from './cause-chain.ts';
import type { Evidence, StopEvidence } from './evidence.ts';
import { HELD, brokenBy } from './verdict.ts';

/** Longer than any round trip and reconnect of a healthy lane, shorter than a person’s patience. */
const STOP_BOUND_MS = 2_000;

export function judgeStops(scenario: CompiledScenario, evidence: Evidence): GuaranteeVerdict {
  for (const stop of evidence.stops) {
    const verdict = wrongRun(evidence, stop) ?? unstopped(scenario, evidence, stop);
    if (verdict !== null) return verdict;
  }
  return HELD;
}

/** The stop ended a run that it was not meant for. */
function wrongRun({ events, runs }: Evidence, { event }: StopEvidence): GuaranteeVerdict | null {
  for (const run of runs) {
    if (run.end !== 'cancelled' || run.endEvent === null || run.turn === event.turn) continue;
    const ended = events[run.endEvent];
    const isOfThisStop = causeChain(events, run.endEvent).some((cause) => cause.id === event.id);
    if (isOfThisStop && ended !== undefined) return brokenBy(ended, event.actor);
  }
  return null;
}

/** The run that it was meant for went on. */
function unstopped(
  scenario: CompiledScenario,
  { events, runs }: Evidence,
  { event }: StopEvidence,
): GuaranteeVerdict | null {
  if (event.turn === null) return null;
  const meant = runs.filter((run) => run.turn === event.turn);
  const deadlineMs = pathWorksAtMs(events, event) + STOP_BOUND_MS + scenario.agent.stopLagMs;
  for (const run of meant) {
    if (run.end === 'cancelled' && (run.endedAtMs ?? 0) <= deadlineMs) continue;
    const arrivedAtMs = arrivalAtMs(events, event);
    // It ended by itself before the stop could reach anyone: there was nothing left to stop.
    if (run.end === 'complete' && arrivedAtMs !== null && (run.endedAtMs ?? 0) <= arrivedAtMs) continue;
    const isUndecided = run.end === 'running' && scenario.horizonMs < deadlineMs;
    if (isUndecided) continue;
    const after = events.find(
      (other) => other.type === 'token.generated' && other.run === run.run && other.atMs > event.atMs,
    );
    return brokenBy(after ?? event, event.actor);
  }
  return null;
}

/** When the path that the stop was pressed on works: at once, or when its faults have ended. */
function pathWorksAtMs(events: readonly TraceEvent[], stop: TraceEvent): VirtualMs {
  let faults = 0;
  let worksAtMs = stop.atMs;
  for (const event of events) {
    if (event.actor !== stop.actor) continue;
    if (event.type === 'fault.began') {
      if (event.atMs > stop.atMs + STOP_BOUND_MS) break;
      faults += 1;
    } else if (event.type === 'fault.ended') {
      faults -= 1;
      if (faults === 0 && event.atMs > stop.atMs) worksAtMs = event.atMs;
    }
  }
  return faults > 0 ? Number.MAX_SAFE_INTEGER : worksAtMs;
}

/** When somebody who could act on it heard of the stop: the record or request arrived, or the hang-up was noticed. */
function arrivalAtMs(events: readonly TraceEvent[], stop: TraceEvent): VirtualMs | null {
  const arrived = events.find(
    (event) =>
      (event.type === 'stop.arrived' || event.type === 'connection.noticed') &&
      event.id > stop.id &&
      causeChain(events, event.id).some((cause) => cause.id === stop.id),
  );
  return arrived?.atMs ?? null;
}
