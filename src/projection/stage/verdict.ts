/** One line that says how a lane came out of a run, computed from its report. */

import type { LaneTrace } from '../../protocol/trace-event.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { LaneReport, SurfaceReport } from '../../scenario/outcome-report.ts';
import { actorInSentence } from '../actor-label.ts';

export interface Verdict {
  readonly tone: 'good' | 'harm' | 'quiet';
  readonly text: string;
}

type Named = readonly [name: string, report: SurfaceReport];

/** The gravest thing first: a stop or a link that did what it must not, then lost words, doubled words, order. */
export function laneVerdict(scenario: CompiledScenario, trace: LaneTrace, report: LaneReport): Verdict {
  const { agent, guarantees } = report;
  const open: readonly Named[] = Object.entries(report.surfaces).filter(([, surface]) => surface.status !== 'closed');
  if (agent.runs === 0) return { tone: 'quiet', text: 'nothing asked' };
  if (guarantees.G5?.held === false) return stopFailed(report);
  if (guarantees.G6?.held === false) {
    return {
      tone: 'harm',
      text: `ended by a broken link at word ${agent.generated} of ${scenario.agent.words.length}`,
    };
  }
  return wounded(open, trace, report) ?? whole(open, trace, report);
}

function stopFailed({ agent }: LaneReport): Verdict {
  if (agent.generatedAfterStop > 0) return { tone: 'harm', text: `${agent.generatedAfterStop} words after stop` };
  return { tone: 'harm', text: 'stop did not do its work' };
}

function wounded(open: readonly Named[], trace: LaneTrace, report: LaneReport): Verdict | null {
  const worst = open.toSorted(([, a], [, b]) => b.missing - a.missing)[0];
  const doubled = open.reduce((sum, [, { duplicated }]) => sum + duplicated, 0);
  const disordered = open.find(([, { outOfOrder }]) => outOfOrder > 0);
  const started = open.filter(([, { shown, status }]) => shown > 0 || status !== 'idle');
  const mostMissing = started.toSorted(([, a], [, b]) => b.missing - a.missing)[0] ?? worst;
  if (mostMissing !== undefined && mostMissing[1].missing > 0) {
    const [name, { missing, shown, status }] = mostMissing;
    if (status === 'error' && isWithinReach(trace)) return { tone: 'harm', text: 'stuck until someone reloads' };
    if (status === 'streaming' || status === 'waiting') {
      return { tone: 'harm', text: `${actorInSentence(name)} waits for ${missing} words` };
    }
    const isLost = report.agent.unseen > 0;
    return {
      tone: 'harm',
      text: `${missing} of ${missing + shown} words ${isLost ? 'lost' : `missing on ${actorInSentence(name)}`}`,
    };
  }
  if (doubled > 0) return { tone: 'harm', text: `${doubled} words stand there twice` };
  if (disordered !== undefined) return { tone: 'harm', text: `out of order on ${actorInSentence(disordered[0])}` };
  return null;
}

function whole(open: readonly Named[], trace: LaneTrace, { agent }: LaneReport): Verdict {
  const names = open.map(([name]) => actorInSentence(name));
  const where =
    names.length === 1 ? (names[0] ?? '') : names.length === 2 ? 'both surfaces' : `all ${names.length} surfaces`;
  if (agent.end === 'cancelled') {
    const isAsked = trace.events.some(({ type }) => type === 'stop.pressed');
    return isAsked
      ? { tone: 'good', text: `stopped at word ${agent.generated}` }
      : { tone: 'quiet', text: `ended at word ${agent.generated}` };
  }
  if (agent.end === 'running') return { tone: 'quiet', text: 'still writing at the end' };
  if (names.length === 0) return { tone: 'quiet', text: 'nobody is looking' };
  return { tone: 'good', text: `whole on ${where}` };
}

/** Whether a page that loads now can go on from a buffer or a log; a history alone shows an answer that is over. */
function isWithinReach(trace: LaneTrace): boolean {
  return trace.events.some(({ type }) => type === 'stream-id.saved' || type === 'record.appended');
}
