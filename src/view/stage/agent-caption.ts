/** What an agent is about, in words: `41 made, 18 seen by nobody`. */

import { assertNever } from '../../base/assert.ts';
import type { AgentView } from '../../projection/stage/agent-view.ts';

export function agentCaption(agent: AgentView): string {
  const { made, unseen, condition } = agent;
  const seen = unseen > 0 ? `, ${unseen} seen by nobody` : '';
  if (condition === 'paused') return `stands still at ${made} and does not know${seen}`;
  return `${sayMood(agent)}${seen}${condition === 'down' ? ', process down' : ''}`;
}

function sayMood({ mood, made }: AgentView): string {
  switch (mood) {
    case 'resting':
      return 'at rest';
    case 'thinking':
      return 'thinking';
    case 'writing':
    case 'done':
      return `${made} made`;
    case 'calling':
      return `${made} made, a tool runs`;
    case 'asking':
      return `${made} made, waits for a person`;
    case 'stopping':
      return `stopping at ${made}`;
    case 'stopped':
      return `stopped at ${made}`;
    case 'stalled':
      return `stuck at ${made}`;
    case 'crashed':
      return `crashed at ${made}`;
    default:
      return assertNever(mood);
  }
}
