/** The agent of one lane at one moment: what it has made, what it is doing, and who sees it. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { AnswerIndex } from './answer-index.ts';
import { countUntil } from './sorted-times.ts';

export type AgentMood = 'resting' | 'thinking' | 'writing' | 'done' | 'stopped' | 'stalled' | 'crashed';

export interface AgentView {
  readonly mood: AgentMood;
  /** Words of the newest answer that were made so far. */
  readonly made: number;
  /** Of these, how many nobody has seen and that are not on their way. */
  readonly unseen: number;
}

export function agentAt(answer: AnswerIndex | undefined, atMs: VirtualMs): AgentView {
  if (answer === undefined) return { mood: 'resting', made: 0, unseen: 0 };
  const made = countUntil(answer.madeAtMs, atMs);
  let unseen = 0;
  for (let word = 0; word < made; word += 1) {
    const seen = answer.firstSeen[word];
    const isUnderWay = seen !== undefined && (seen.atMs <= atMs || seen.via === 'live');
    if (!isUnderWay) unseen += 1;
  }
  return { mood: moodOf(answer, made, atMs), made, unseen };
}

function moodOf(answer: AnswerIndex, made: number, atMs: VirtualMs): AgentMood {
  const { ended, stalledAtMs } = answer;
  if (ended !== null && ended.atMs <= atMs) {
    if (ended.end === 'complete') return 'done';
    return ended.end === 'cancelled' ? 'stopped' : 'crashed';
  }
  if (stalledAtMs !== null && stalledAtMs <= atMs) return 'stalled';
  return made === 0 ? 'thinking' : 'writing';
}
