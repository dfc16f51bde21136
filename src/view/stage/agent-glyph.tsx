/** The agent as a small round sign: its line waves while it writes and lies flat when it does not. */

import type { AgentMood } from '../../projection/stage/agent-index.ts';
import type { AgentView } from '../../projection/stage/agent-view.ts';

const LINES: Readonly<Record<AgentMood, string>> = {
  resting: 'M-6 0H6',
  thinking: 'M-5 0h.01M0 0h.01M5 0h.01',
  writing: 'M-6 2c2-6 4-6 6-1s4 4 6-2',
  done: 'M-5 .5l3.4 3.6L5.5-4',
  stopped: 'M-3.5-3.5h7v7h-7z',
  stalled: 'M-2.6-4v8M2.6-4v8',
  crashed: 'M-4-4l8 8M4-4l-8 8',
};

export const AGENT_RADIUS = 13;

export function AgentGlyph({ mood, x, y }: { readonly mood: AgentMood; readonly x: number; readonly y: number }) {
  return (
    <g className="agent-glyph" data-mood={mood} transform={`translate(${x} ${y})`}>
      <circle r={AGENT_RADIUS} />
      <path d={LINES[mood]} />
    </g>
  );
}

/** What the agent is about, in words: `${name} · 41 made, 18 seen by nobody`. */
export function agentCaption({ name, mood, made, unseen }: AgentView): string {
  const seen = unseen > 0 ? `, ${unseen} seen by nobody` : '';
  switch (mood) {
    case 'resting':
      return `${name} · at rest`;
    case 'thinking':
      return `${name} · thinking`;
    case 'writing':
      return `${name} · ${made} made${seen}`;
    case 'done':
      return `${name} · ${made} made${seen}`;
    case 'stopped':
      return `${name} · stopped at ${made}${seen}`;
    case 'stalled':
      return `${name} · stuck at ${made}${seen}`;
    case 'crashed':
      return `${name} · crashed at ${made}${seen}`;
  }
}
