/**
 * Whether a run put a guarantee to the test at all. A promise that nothing tried is no merit: "held" is
 * for those that something could have broken.
 */

import { assertNever } from '../../base/assert.ts';
import type { GuaranteeId } from '../../protocol/guarantee.ts';
import type { LaneTrace, TraceEvent, TraceEventType } from '../../protocol/trace-event.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { LaneReport } from '../../scenario/outcome-report.ts';

/** What happened in a lane, of what guarantees are tried by. */
interface Trial {
  readonly types: ReadonlySet<TraceEventType>;
  readonly openSurfaces: number;
  readonly isStopMeant: boolean;
  readonly isBarredStop: boolean;
  readonly isLinkTried: boolean;
  readonly isStillRunning: boolean;
}

export function trialOf(scenario: CompiledScenario, { events }: LaneTrace, report: LaneReport): Trial {
  const barred = new Set(scenario.surfaces.filter(({ mayStop }) => !mayStop).map(({ name }) => name));
  return {
    types: new Set(events.map(({ type }) => type)),
    openSurfaces: Object.values(report.surfaces).filter(({ status }) => status !== 'closed').length,
    isStopMeant: events.some((event) => event.type === 'stop.pressed' && event.turn !== null),
    isBarredStop: events.some((event) => event.type === 'stop.pressed' && barred.has(event.actor)),
    isLinkTried: isLinkTried(events),
    isStillRunning: report.agent.end === 'running',
  };
}

/** Why a guarantee was not put to the test, `null` when it was. */
export function untestedReason(id: GuaranteeId, trial: Trial): string | null {
  const { types, openSurfaces } = trial;
  switch (id) {
    case 'G1':
      if (!types.has('run.ended')) return 'no answer ended';
      return openSurfaces === 0 ? 'nobody was there at the end' : null;
    case 'G2':
    case 'G3':
      return types.has('tokens.shown') ? null : 'no word was shown';
    case 'G4':
      if (!types.has('run.ended')) return 'no answer ended';
      return openSurfaces < 2 ? 'fewer than two surfaces were open at the end' : null;
    case 'G5':
      return trial.isStopMeant ? null : 'nobody pressed stop while an answer was due';
    case 'G6':
      return trial.isLinkTried ? null : 'no link broke while an answer was written';
    case 'G7':
      if (!types.has('run.started')) return 'nothing was asked';
      return openSurfaces === 0 ? 'nobody was there at the end' : null;
    case 'G8':
      if (!types.has('run.started')) return 'nothing was asked';
      return trial.isStillRunning ? 'the run still goes on at the end' : null;
    case 'G9':
      return types.has('run.started') ? null : 'nothing was asked';
    case 'G10':
      return types.has('effect.applied') ? null : 'no tool changed anything';
    case 'G11':
      return types.has('catch-up.received') ? null : 'nobody had to catch up';
    case 'G12':
      if (types.has('write.refused') || types.has('write.usurped')) return null;
      return trial.isBarredStop ? null : 'nobody wrote or stopped who may not';
    default:
      return assertNever(id);
  }
}

/** Something happened to a link, or a page went away, between the beginning and the end of a run. */
function isLinkTried(events: readonly TraceEvent[]): boolean {
  let running = 0;
  for (const { type } of events) {
    if (type === 'run.started') running += 1;
    else if (type === 'run.ended') running -= 1;
    else if (running > 0 && LINK_TRIALS.has(type)) return true;
  }
  return false;
}

const LINK_TRIALS: ReadonlySet<TraceEventType> = new Set<TraceEventType>([
  'fault.began',
  'outage.began',
  'proxy.cut',
  'connection.noticed',
  'surface.refreshed',
  'surface.closed',
]);
