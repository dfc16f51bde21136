/** The tool calls and questions of one agent, by step, over a whole run; prepared once. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { TraceEvent } from '../../protocol/trace-event.ts';
import { countUntil, latestAt } from './sorted-times.ts';

/** `cut`: the run ended before the step did. */
export type StepState = 'running' | 'done' | 'asked' | 'approved' | 'rejected' | 'cut';

export interface StepIndex {
  readonly turn: number;
  /** Names it within its answer. */
  readonly step: string;
  /** The tool, or what the person is asked to approve. */
  readonly name: string;
  readonly moments: readonly { readonly atMs: VirtualMs; readonly state: StepState }[];
  /** Each time that something happened in the world by it, ascending: more than once is one too many. */
  readonly effectsAtMs: readonly VirtualMs[];
}

export interface StepView {
  readonly step: string;
  readonly name: string;
  readonly state: StepState;
  /** How often it has had its effect. */
  readonly effects: number;
}

/** The steps of the answer to prompt `turn` that were begun by `atMs`, in that order. */
export function stepsAt(steps: readonly StepIndex[], turn: number, atMs: VirtualMs): readonly StepView[] {
  return steps.flatMap(({ turn: ofTurn, step, name, moments, effectsAtMs }) => {
    const moment = ofTurn === turn ? latestAt(moments, atMs) : undefined;
    if (moment === undefined) return [];
    return [{ step, name, state: moment.state, effects: countUntil(effectsAtMs, atMs) }];
  });
}

interface StepDraft extends StepIndex {
  readonly moments: { atMs: VirtualMs; state: StepState }[];
  readonly effectsAtMs: VirtualMs[];
}

/** Collects the steps of one agent from its events, which are given in order. */
export function createStepIndex() {
  const drafts = new Map<string, StepDraft>();
  const turns = new Map<number, number>();
  const open = new Map<number, StepDraft>();
  const get = (run: number, step: string, name: string): StepDraft => {
    const turn = turns.get(run) ?? 0;
    const key = `${turn} ${step}`;
    const draft = drafts.get(key) ?? { turn, step, name, moments: [], effectsAtMs: [] };
    drafts.set(key, draft);
    return draft;
  };
  const enter = (event: TraceEvent & { readonly run: number }, draft: StepDraft, state: StepState) => {
    draft.moments.push({ atMs: event.atMs, state });
    if (state === 'running' || state === 'asked') open.set(event.run, draft);
    else open.delete(event.run);
  };
  return {
    note(event: TraceEvent): void {
      switch (event.type) {
        case 'run.started':
          turns.set(event.run, event.turn);
          break;
        case 'tool.started':
          enter(event, get(event.run, event.step, event.tool), 'running');
          break;
        case 'tool.ended':
          enter(event, get(event.run, event.step, event.tool), 'done');
          break;
        case 'approval.asked':
          enter(event, get(event.run, event.step, event.approval), 'asked');
          break;
        case 'approval.settled':
          enter(event, get(event.run, event.step, event.step), event.answer === 'approve' ? 'approved' : 'rejected');
          break;
        case 'effect.applied':
          get(event.run, event.step, event.tool).effectsAtMs.push(event.atMs);
          break;
        case 'run.ended': {
          const cut = open.get(event.run);
          if (cut !== undefined) enter(event, cut, 'cut');
          break;
        }
        default:
          break;
      }
    },
    finish: (): readonly StepIndex[] => [...drafts.values()],
  };
}
