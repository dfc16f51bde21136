/**
 * The guarantees G1 to G6, each held or broken with the first event that broke it. The rules, and
 * why each reads as it does, are in `SPEC.md`.
 */

import type { GuaranteeId } from '../../protocol/guarantee.ts';
import type { TraceEvent } from '../../protocol/trace-event.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { GuaranteeVerdict } from '../../scenario/outcome-report.ts';
import { causeChain } from './cause-chain.ts';
import type { Evidence, RunEvidence, SurfaceEvidence } from './evidence.ts';
import { HELD, brokenBy } from './verdict.ts';
import { judgeStops } from './judge-stops.ts';

export function judgeGuarantees(
  scenario: CompiledScenario,
  evidence: Evidence,
): Readonly<Record<GuaranteeId, GuaranteeVerdict>> {
  return {
    G1: judgeComplete(evidence),
    G2: judgeFirst(evidence, (surface) => surface.firstDouble),
    G3: judgeFirst(evidence, (surface) => surface.firstDisorder),
    G4: judgeConverged(evidence),
    G5: judgeStops(scenario, evidence),
    G6: judgeDisconnects(evidence),
  };
}

/** Surfaces that are open at the horizon over a path that works. */
function present(evidence: Evidence): readonly SurfaceEvidence[] {
  return [...evidence.surfaces.values()].filter((surface) => surface.isOpen && surface.faults === 0);
}

/** What a surface lacks of a run that ended. A person’s stop that ended the run owes the surface that pressed it nothing more. */
function missingToken(evidence: Evidence, surface: SurfaceEvidence, run: RunEvidence): number | null {
  if (run.end === 'cancelled' && isEndedByStopOf(evidence, run, surface.name)) return null;
  const shown = new Set(surface.screen.get(run.run) ?? []);
  const at = run.generatedAtMs.findIndex((_, index) => !shown.has(index + 1));
  return at < 0 ? null : at + 1;
}

function isEndedByStopOf({ events }: Evidence, run: RunEvidence, surface: string): boolean {
  if (run.endEvent === null) return false;
  return causeChain(events, run.endEvent).some((event) => event.type === 'stop.pressed' && event.actor === surface);
}

function judgeComplete(evidence: Evidence): GuaranteeVerdict {
  for (const run of evidence.runs) {
    if (run.end === 'running' || run.endEvent === null) continue;
    for (const surface of present(evidence)) {
      const token = missingToken(evidence, surface, run);
      if (token !== null) return brokenBy(lossOf(evidence, surface, run, token), surface.name);
    }
  }
  return HELD;
}

/** The moment at which a surface lost a token: the loss on its way if there was one, else the token’s making. */
function lossOf({ events }: Evidence, surface: SurfaceEvidence, run: RunEvidence, token: number): TraceEvent {
  const isOfRun = (event: TraceEvent, from: number, to: number): boolean =>
    'run' in event && event.run === run.run && from <= token && token <= to;
  const lost = events.find(
    (event) => event.type === 'tokens.lost' && event.actor === surface.name && isOfRun(event, event.from, event.to),
  );
  const made = events.find((event) => event.type === 'token.generated' && isOfRun(event, event.token, event.token));
  const event = lost ?? made ?? events[run.endEvent ?? 0];
  if (event === undefined) throw new Error('unable to judge G1; a run without events');
  return event;
}

function judgeFirst(evidence: Evidence, pick: (surface: SurfaceEvidence) => TraceEvent | null): GuaranteeVerdict {
  const found = [...evidence.surfaces.values()].flatMap((surface) => {
    const event = pick(surface);
    return event === null ? [] : [{ event, surface: surface.name }];
  });
  const first = found.toSorted((a, b) => a.event.id - b.event.id)[0];
  return first === undefined ? HELD : brokenBy(first.event, first.surface);
}

/** All present surfaces show the same of every answer that ended. */
function judgeConverged(evidence: Evidence): GuaranteeVerdict {
  const surfaces = present(evidence);
  const [reference] = surfaces;
  if (reference === undefined) return HELD;
  for (const run of evidence.runs) {
    if (run.end === 'running') continue;
    const text = (surface: SurfaceEvidence): string => (surface.screen.get(run.run) ?? []).join(' ');
    const other = surfaces.find((surface) => text(surface) !== text(reference));
    const event = other === undefined ? undefined : evidence.events[Math.max(other.lastEvent, reference.lastEvent)];
    if (other !== undefined && event !== undefined) return brokenBy(event, other.name);
  }
  return HELD;
}

/** A run that ended or stands still, and whose cause goes back to a link, a reload or a closed tab rather than to a stop. */
function judgeDisconnects({ events, runs }: Evidence): GuaranteeVerdict {
  for (const run of runs) {
    if (run.endEvent === null || (run.end === 'complete' && !run.isStalled)) continue;
    const chain = causeChain(events, run.endEvent);
    const isAsked = chain.some((event) => event.type === 'stop.pressed');
    const isByLink = chain.some((event) => event.type === 'connection.noticed');
    const ended = events[run.endEvent];
    if (!isAsked && isByLink && ended !== undefined) return brokenBy(ended, null);
  }
  return HELD;
}
