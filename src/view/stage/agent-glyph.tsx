/** An agent as a small round sign: its line waves while it writes and lies flat when it does not. */

import type { AgentMood, ProcessCondition } from '../../projection/stage/agent-index.ts';

const LINES: Readonly<Record<AgentMood, string>> = {
  resting: 'M-6 0H6',
  thinking: 'M-5 0h.01M0 0h.01M5 0h.01',
  writing: 'M-6 2c2-6 4-6 6-1s4 4 6-2',
  calling: 'M-4-5h8l-4 5 4 5h-8l4-5z',
  asking: 'M-3-2.6a3 3 0 1 1 4.4 2.6c-1 .5-1.4 1.1-1.4 2M0 5.2h.01',
  stopping: 'M-3.5-3.5h7v7h-7z',
  done: 'M-5 .5l3.4 3.6L5.5-4',
  stopped: 'M-3.5-3.5h7v7h-7z',
  stalled: 'M-2.6-4v8M2.6-4v8',
  crashed: 'M-4-4l8 8M4-4l-8 8',
};

export const AGENT_RADIUS = 13;

interface AgentGlyphProps {
  readonly mood: AgentMood;
  readonly condition: ProcessCondition;
  readonly x: number;
  readonly y: number;
  readonly radius?: number;
}

export function AgentGlyph({ mood, condition, x, y, radius = AGENT_RADIUS }: AgentGlyphProps) {
  const isPaused = condition === 'paused';
  return (
    <g
      className="agent-glyph"
      data-mood={isPaused ? 'paused' : mood}
      data-condition={condition}
      transform={`translate(${x} ${y}) scale(${radius / AGENT_RADIUS})`}
    >
      <circle r={AGENT_RADIUS} />
      <path d={isPaused ? LINES.stalled : LINES[mood]} />
    </g>
  );
}
