/** One agent of a lane at one moment: what it has made, what it is doing, what it believes, and who sees it. */

import type { BeliefMoment } from '../../protocol/belief.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { AgentIndex, AgentMood, ProcessCondition } from './agent-index.ts';
import type { AnswerIndex } from './answer-index.ts';
import { agentBelief } from './belief-view.ts';
import type { BeliefView } from './belief-view.ts';
import { countUntil, latestAt } from './sorted-times.ts';
import { stepsAt } from './step-index.ts';
import type { StepView } from './step-index.ts';

export interface AgentView {
  readonly name: string;
  readonly mood: AgentMood;
  /** Words of its newest answer that were made so far; one that was made twice counts twice. */
  readonly made: number;
  /** Of these, how many nobody has seen and that are not on their way. */
  readonly unseen: number;
  /** How often its run was taken up by another process, and the process that it is in. */
  readonly epoch: number;
  readonly process: number | null;
  readonly condition: ProcessCondition;
  readonly steps: readonly StepView[];
  readonly belief: BeliefView | null;
}

/** `answer` is the agent's part of the newest turn, `undefined` when it has none. */
export function agentAt(
  agent: AgentIndex,
  answer: AnswerIndex | undefined,
  beliefs: readonly BeliefMoment[],
  atMs: VirtualMs,
): AgentView {
  const moment = latestAt(agent.moments, atMs);
  let [made, reached] = [0, 0];
  for (const run of answer?.runs ?? []) {
    made += countUntil(run.makingsAtMs, atMs);
    reached += countUntil(run.reachedAtMs, atMs);
  }
  return {
    name: agent.name,
    mood: answer === undefined ? 'resting' : (moment?.mood ?? 'resting'),
    made,
    unseen: Math.max(0, made - reached),
    epoch: moment?.epoch ?? 0,
    process: moment?.process ?? null,
    condition: moment?.condition ?? 'up',
    steps: answer === undefined ? [] : stepsAt(agent.steps, answer.turn, atMs),
    belief: agentBelief(latestAt(beliefs, atMs)),
  };
}
