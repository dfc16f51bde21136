/** The answers of one lane, prepared once: which words were made when, and who saw them first. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { LaneTrace, ShownVia } from '../../protocol/trace-event.ts';

export interface AnswerIndex {
  readonly run: number;
  readonly turn: number;
  readonly startedAtMs: VirtualMs;
  /** When word `k` was made is `madeAtMs[k - 1]`; ascending. */
  readonly madeAtMs: readonly VirtualMs[];
  readonly ended: { readonly atMs: VirtualMs; readonly end: 'complete' | 'cancelled' | 'crashed' } | null;
  readonly abortedAtMs: VirtualMs | null;
  readonly stalledAtMs: VirtualMs | null;
  /** When and how word `k` was first seen on any surface, `undefined` when it never was. */
  readonly firstSeen: readonly ({ readonly atMs: VirtualMs; readonly via: ShownVia } | undefined)[];
}

interface Draft {
  readonly run: number;
  readonly turn: number;
  readonly startedAtMs: VirtualMs;
  readonly madeAtMs: VirtualMs[];
  ended: AnswerIndex['ended'];
  abortedAtMs: VirtualMs | null;
  stalledAtMs: VirtualMs | null;
  readonly firstSeen: { readonly atMs: VirtualMs; readonly via: ShownVia }[];
}

/** One entry for each run of the agent, in the order in which they started. */
export function indexAnswers(trace: LaneTrace): readonly AnswerIndex[] {
  const drafts = new Map<number, Draft>();
  for (const event of trace.events) {
    if (event.type === 'run.started') drafts.set(event.run, start(event.run, event.turn, event.atMs));
    if (!('run' in event) || event.run === null) continue;
    const draft = drafts.get(event.run);
    if (draft === undefined) continue;
    switch (event.type) {
      case 'token.generated':
        // A run that two processes go on with makes some words twice; the first time counts.
        draft.madeAtMs[event.token - 1] ??= event.atMs;
        break;
      case 'run.ended':
        draft.ended = { atMs: event.atMs, end: event.end };
        break;
      case 'run.aborting':
        draft.abortedAtMs = event.atMs;
        break;
      case 'run.stalled':
        draft.stalledAtMs = event.atMs;
        break;
      case 'tokens.shown':
        for (let token = event.from; token <= event.to; token += 1) {
          draft.firstSeen[token - 1] ??= { atMs: event.atMs, via: event.via };
        }
        break;
      default:
        break;
    }
  }
  return [...drafts.values()];
}

function start(run: number, turn: number, startedAtMs: VirtualMs): Draft {
  return { run, turn, startedAtMs, madeAtMs: [], ended: null, abortedAtMs: null, stalledAtMs: null, firstSeen: [] };
}
