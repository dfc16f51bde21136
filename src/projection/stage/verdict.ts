/** One line that says how a lane came out of a run, computed from its report. */

import type { LaneTrace } from '../../protocol/trace-event.ts';
import type { LaneReport, SurfaceReport } from '../../scenario/outcome-report.ts';
import { keptPlace } from '../kept-words.ts';
import { actorInSentence, actorLabel } from '../actor-label.ts';

export interface Verdict {
  readonly tone: 'good' | 'harm' | 'quiet';
  readonly text: string;
}

type Named = readonly [name: string, report: SurfaceReport];

/** The gravest thing first: a stop or a link that did what it must not, a death, lost words, doubled words, order, the rest. */
export function laneVerdict(trace: LaneTrace, report: LaneReport): Verdict {
  const { agent, guarantees } = report;
  const open: readonly Named[] = Object.entries(report.surfaces).filter(([, surface]) => surface.status !== 'closed');
  if (agent.runs === 0) return { tone: 'quiet', text: 'nothing asked' };
  if (!guarantees.G5.held) return stopFailed(report);
  if (!guarantees.G6.held) return { tone: 'harm', text: `ended by a link at word ${brokenRunWords(trace, report)}` };
  if (agent.end === 'crashed') return died(trace, report);
  // What a stop cut off is what people wanted to be without.
  const isCutOnPurpose = agent.end === 'cancelled' && guarantees.G1.held;
  return (
    (isCutOnPurpose ? null : missing(open, trace, report)) ??
    disturbed(open) ??
    breach(report) ??
    whole(open, trace, report)
  );
}

function stopFailed({ agent }: LaneReport): Verdict {
  if (agent.generatedAfterStop > 0) return { tone: 'harm', text: `${agent.generatedAfterStop} words after stop` };
  return { tone: 'harm', text: 'stop did not do its work' };
}

function died(trace: LaneTrace, { guarantees }: LaneReport): Verdict {
  const isTold = guarantees.G7.held && guarantees.G8.held;
  return { tone: 'harm', text: `died at word ${lastRunWords(trace)}, ${isTold ? 'all are told' : 'nobody is told'}` };
}

/** Every screen is whole, and something else is not as it should be. */
function breach({ agent, guarantees }: LaneReport): Verdict | null {
  const harm = (text: string): Verdict => ({ tone: 'harm', text });
  if (!guarantees.G10.held) return harm('something happened twice');
  if (!guarantees.G9.held) return harm(`asked once, run ${agent.runs} times`);
  if (!guarantees.G12.held) return harm('a stale writer got in');
  if (!guarantees.G8.held) return harm('no end that anybody can find');
  if (!guarantees.G7.held) return harm('not everyone is told');
  return guarantees.G11.held ? null : harm('catch-up grows with the answer');
}

/** Surfaces that show a part of the answer first: a wound is graver than an empty page. */
function missing(open: readonly Named[], trace: LaneTrace, { agent }: LaneReport): Verdict | null {
  const wounded = open.filter(([, surface]) => surface.missing > 0).toSorted(([, a], [, b]) => b.missing - a.missing);
  const [name, surface] = wounded.find(([, { shown }]) => shown > 0) ?? wounded[0] ?? [];
  if (name === undefined || surface === undefined) return null;
  const label = actorLabel(name).toLowerCase();
  const count = surface.missing;
  const kept = keptPlace(trace);
  if (surface.status === 'error' && kept !== null) return { tone: 'harm', text: 'stuck until someone reloads' };
  if (surface.status === 'streaming' || surface.status === 'waiting') {
    return { tone: 'harm', text: `${label} waits for ${count} words` };
  }
  if (surface.shown === 0)
    return { tone: 'harm', text: `${label} ${surface.status === 'idle' ? 'shows nothing' : 'left behind'}` };
  if (agent.unseen > 0 && kept === null)
    return { tone: 'harm', text: `${count} of ${count + surface.shown} words lost` };
  return { tone: 'harm', text: `${label} misses ${count} words` };
}

function disturbed(open: readonly Named[]): Verdict | null {
  const doubled = open.reduce((sum, [, { duplicated }]) => sum + duplicated, 0);
  if (doubled > 0) return { tone: 'harm', text: `${doubled} words stand there twice` };
  const [name] = open.find(([, { outOfOrder }]) => outOfOrder > 0) ?? [];
  return name === undefined ? null : { tone: 'harm', text: `out of order on ${actorInSentence(name)}` };
}

function whole(open: readonly Named[], trace: LaneTrace, { agent }: LaneReport): Verdict {
  const [first] = open;
  if (agent.end === 'cancelled') {
    const isAsked = trace.events.some(({ type }) => type === 'stop.pressed');
    return { tone: isAsked ? 'good' : 'quiet', text: `stopped at word ${lastRunWords(trace)}` };
  }
  if (agent.end === 'running') return { tone: 'quiet', text: 'still writing at the end' };
  if (first === undefined) return { tone: 'quiet', text: 'nobody is looking' };
  if (open.length === 1) return { tone: 'good', text: `whole on ${actorInSentence(first[0])}` };
  return { tone: 'good', text: open.length === 2 ? 'whole on both surfaces' : `whole on all ${open.length} surfaces` };
}

/** How far the run got that a link ended. */
function brokenRunWords(trace: LaneTrace, { guarantees }: LaneReport): number {
  const { G6 } = guarantees;
  const event = G6.held ? undefined : trace.events[Number(G6.event.slice(1))];
  return event?.type === 'run.ended' ? event.tokens : lastRunWords(trace);
}

function lastRunWords(trace: LaneTrace): number {
  const last = trace.events.findLast((event) => event.type === 'run.ended');
  return last?.type === 'run.ended' ? last.tokens : 0;
}
