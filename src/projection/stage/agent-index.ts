/** What one agent of a lane does over a whole run, prepared once. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { ActorName, LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';

export type AgentMood = 'resting' | 'thinking' | 'writing' | 'done' | 'stopped' | 'stalled' | 'crashed';

export interface AgentIndex {
  readonly name: ActorName;
  /** What it is doing from each moment on, by the run that it began last. */
  readonly moods: readonly { readonly atMs: VirtualMs; readonly mood: AgentMood }[];
}

export function indexAgent(trace: LaneTrace, name: ActorName): AgentIndex {
  const moods: { atMs: VirtualMs; mood: AgentMood }[] = [];
  let newest = 0;
  for (const event of trace.events) {
    if (event.actor !== name) continue;
    if (event.type === 'run.started') newest = event.run;
    if (!('run' in event) || event.run !== newest) continue;
    const mood = moodAfter(event);
    if (mood !== null && mood !== moods.at(-1)?.mood) moods.push({ atMs: event.atMs, mood });
  }
  return { name, moods };
}

function moodAfter(event: TraceEvent): AgentMood | null {
  switch (event.type) {
    case 'run.started':
      return 'thinking';
    case 'token.generated':
    case 'run.adopted':
      return 'writing';
    case 'run.stalled':
      return 'stalled';
    case 'run.ended':
      return event.end === 'complete' ? 'done' : event.end === 'cancelled' ? 'stopped' : 'crashed';
    default:
      return null;
  }
}
