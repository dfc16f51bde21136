/** One agent of a lane at one moment: what it has made, what it is doing, and who sees it. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { AgentIndex, AgentMood } from './agent-index.ts';
import type { AnswerIndex } from './answer-index.ts';
import { countUntil, latestAt } from './sorted-times.ts';

export interface AgentView {
  readonly name: string;
  readonly mood: AgentMood;
  /** Words of its newest answer that were made so far; one that was made twice counts twice. */
  readonly made: number;
  /** Of these, how many nobody has seen and that are not on their way. */
  readonly unseen: number;
}

/** `answer` is the agent's part of the newest turn, `undefined` when it has none. */
export function agentAt(agent: AgentIndex, answer: AnswerIndex | undefined, atMs: VirtualMs): AgentView {
  const { name } = agent;
  if (answer === undefined) return { name, mood: 'resting', made: 0, unseen: 0 };
  let [made, reached] = [0, 0];
  for (const run of answer.runs) {
    made += countUntil(run.makingsAtMs, atMs);
    reached += countUntil(run.reachedAtMs, atMs);
  }
  return { name, mood: latestAt(agent.moods, atMs)?.mood ?? 'resting', made, unseen: Math.max(0, made - reached) };
}
