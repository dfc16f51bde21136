/** Belief beside truth: for each actor, what it took for true at each moment, and what was so. */

import type { BeliefMoment, BeliefTracks } from '../../protocol/belief.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { TraceEvent, TraceEventType } from '../../protocol/trace-event.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { BeliefReport } from '../../scenario/outcome-report.ts';
import { createBeliever } from './believers.ts';
import type { Believer } from './believers.ts';
import type { Evidence } from './evidence.ts';
import { plainTruths, truthOf } from './truth.ts';
import type { PlainTruths } from './truth.ts';

/** What may change the truth of any belief. Words that are made and control messages are most of a trace, and do not. */
const TELLING: ReadonlySet<TraceEventType> = new Set<TraceEventType>([
  'surface.opened',
  'surface.closed',
  'surface.slept',
  'surface.woke',
  'status.changed',
  'screen.cleared',
  'answer.discarded',
  'fault.began',
  'fault.ended',
  'connection.opened',
  'connection.closed',
  'prompt.sent',
  'stop.pressed',
  'run.started',
  'run.adopted',
  'run.stalled',
  'run.ended',
]);

function changesTruth(event: TraceEvent, { runs }: Evidence): boolean {
  // Words that appear make an answer whole only once it is all there is.
  if (event.type === 'tokens.shown') return runs.at(-1)?.end !== 'running';
  if (event.type === 'message.sent' || event.type === 'message.lost') return event.kind === 'prompt';
  return TELLING.has(event.type);
}

/** Most of a trace: words made, words written, words shown while more come. Nobody believes anything else for them. */
function isBesideTheMatter(event: TraceEvent, evidence: Evidence): boolean {
  switch (event.type) {
    case 'tokens.shown':
      return !changesTruth(event, evidence);
    case 'token.generated':
    case 'tokens.lost':
    case 'state.entered':
      return true;
    case 'record.appended':
      return event.record === 'output' && event.offset > 0;
    default:
      return false;
  }
}

export class BeliefWatch {
  readonly #believers: Map<string, Believer>;
  readonly #tracks: Map<string, BeliefMoment[]>;
  #plain: PlainTruths = { answer: 'none', reading: 'unread', wanting: 'nobody-waits' };

  constructor(scenario: CompiledScenario) {
    this.#believers = believersOf(scenario);
    this.#tracks = new Map([...this.#believers.keys()].map((actor) => [actor, []]));
  }

  /** `evidence` holds everything up to and including `event`. */
  note(event: TraceEvent, evidence: Evidence): void {
    if (isBesideTheMatter(event, evidence)) return;
    // A session is somebody who believes something once there is a log.
    if (event.type === 'record.appended' && !this.#believers.has(event.actor)) {
      this.#believers.set(event.actor, createBeliever('session'));
      this.#tracks.set(event.actor, []);
    }
    const hearer = this.#believers.get(event.actor);
    const before = hearer?.belief;
    const isMoved = hearer !== undefined && hearer.hear(event) !== before;
    if (!changesTruth(event, evidence)) {
      if (isMoved) this.#weigh(event.actor, hearer, event, evidence);
      return;
    }
    this.#plain = plainTruths(evidence);
    for (const [actor, believer] of this.#believers) this.#weigh(actor, believer, event, evidence);
  }

  get tracks(): BeliefTracks {
    return Object.fromEntries(this.#tracks);
  }

  /** What everyone believes by `horizonMs`. */
  reportAt(horizonMs: VirtualMs): Readonly<Record<string, BeliefReport>> {
    return Object.fromEntries(
      [...this.#tracks].flatMap(([actor, track]) => {
        const last = track.at(-1);
        if (last === undefined) return [];
        const { belief, truth, isTrue } = last;
        const lastTrue = track.findLastIndex((moment) => moment.isTrue);
        const sinceMs = track[lastTrue + 1]?.atMs ?? horizonMs;
        return [[actor, { belief, truth, isTrue, wrongForMs: horizonMs - sinceMs }] as const];
      }),
    );
  }

  #weigh(actor: string, { kind, belief }: Believer, { id, atMs }: TraceEvent, evidence: Evidence): void {
    const { truth, isTrue } = truthOf(evidence, this.#plain, kind, actor, belief);
    const track = this.#tracks.get(actor);
    const last = track?.at(-1);
    if (last?.belief === belief && last.truth === truth && last.isTrue === isTrue) return;
    track?.push({ atMs, belief, truth, isTrue, event: id });
  }
}

function believersOf(scenario: CompiledScenario): Map<string, Believer> {
  const { surfaces, agent, agents } = scenario;
  return new Map([
    ...surfaces.map(({ name }) => [name, createBeliever('surface')] as const),
    ['server', createBeliever('server')] as const,
    ...[agent, ...agents].map(({ name }) => [name, createBeliever('agent')] as const),
  ]);
}
