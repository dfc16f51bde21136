/** What one agent of a lane does over a whole run, prepared once: its moods, its process, its steps. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { ActorName, LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';
import { createStepIndex } from './step-index.ts';
import type { StepIndex } from './step-index.ts';

export type AgentMood =
  | 'resting'
  | 'thinking'
  | 'writing'
  /** A tool runs: nothing is written until it ends. */
  | 'calling'
  /** It waits for a person's answer. */
  | 'asking'
  /** The abort reached it, and words may still come. */
  | 'stopping'
  | 'done'
  | 'stopped'
  | 'stalled'
  | 'crashed';

/** `paused`: it stands still and does not know. `down`: dead, and not yet up again. */
export type ProcessCondition = 'up' | 'paused' | 'down';

export interface AgentMoment {
  readonly atMs: VirtualMs;
  readonly mood: AgentMood;
  /** How often the run was taken up anew, and the process that it is in. */
  readonly epoch: number;
  readonly process: number | null;
  readonly condition: ProcessCondition;
}

export interface AgentIndex {
  readonly name: ActorName;
  /** From each moment on; of the run that the agent began last. */
  readonly moments: readonly AgentMoment[];
  readonly steps: readonly StepIndex[];
}

export function indexAgent(trace: LaneTrace, name: ActorName): AgentIndex {
  const moments: AgentMoment[] = [];
  const steps = createStepIndex();
  const conditions = new Map<number, ProcessCondition>();
  let newest = 0;
  let now: Omit<AgentMoment, 'atMs'> = { mood: 'resting', epoch: 0, process: null, condition: 'up' };
  for (const event of trace.events) {
    const before = now;
    const condition = conditionAfter(event);
    if (condition !== null) {
      conditions.set(condition.process, condition.is);
      if (now.process === condition.process) now = { ...now, condition: condition.is };
    }
    if (event.actor === name) {
      if (event.type === 'run.started') newest = event.run;
      steps.note(event);
      if ('run' in event && event.run === newest) now = { ...now, ...runAfter(event, conditions) };
    }
    if (now !== before && !isSame(now, before)) moments.push({ atMs: event.atMs, ...now });
  }
  return { name, moments, steps: steps.finish() };
}

function isSame(a: Omit<AgentMoment, 'atMs'>, b: Omit<AgentMoment, 'atMs'>): boolean {
  return a.mood === b.mood && a.epoch === b.epoch && a.process === b.process && a.condition === b.condition;
}

function conditionAfter(event: TraceEvent): { readonly process: number; readonly is: ProcessCondition } | null {
  switch (event.type) {
    case 'process.crashed':
      return { process: event.process, is: 'down' };
    case 'process.paused':
      return { process: event.process, is: 'paused' };
    case 'process.up':
      return { process: event.process, is: 'up' };
    default:
      return null;
  }
}

function runAfter(
  event: TraceEvent,
  conditions: ReadonlyMap<number, ProcessCondition>,
): Partial<Omit<AgentMoment, 'atMs'>> {
  const inProcess = (process: number) => ({ process, condition: conditions.get(process) ?? 'up' });
  switch (event.type) {
    case 'run.started':
      return { mood: 'thinking', epoch: 0, ...inProcess(event.process) };
    case 'run.adopted':
      return { mood: 'writing', epoch: event.epoch, ...inProcess(event.process) };
    case 'token.generated':
    case 'tool.ended':
    case 'approval.settled':
      return { mood: 'writing' };
    case 'tool.started':
      return { mood: 'calling' };
    case 'approval.asked':
      return { mood: 'asking' };
    case 'run.aborting':
      return { mood: 'stopping' };
    case 'run.stalled':
      return { mood: 'stalled' };
    case 'run.ended':
      return { mood: event.end === 'complete' ? 'done' : event.end === 'cancelled' ? 'stopped' : 'crashed' };
    default:
      return {};
  }
}
