/** The states of a surface's connection over time, as that surface believes them, drawn as bars under its curve. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';

/** How a state is drawn: working, waiting for something, at rest, cut and knowing it. */
export type StateTone = 'live' | 'busy' | 'calm' | 'broken';

export interface StateBar {
  readonly fromMs: VirtualMs;
  readonly toMs: VirtualMs;
  readonly label: string;
  readonly tone: StateTone;
}

const TONES: Readonly<Record<string, StateTone>> = {
  live: 'live',
  streaming: 'live',
  complete: 'calm',
  idle: 'calm',
  ready: 'calm',
  stopped: 'calm',
  asleep: 'calm',
  error: 'broken',
  offline: 'broken',
  unavailable: 'broken',
};

/** The machines that hold a surface's connection; in a session what is seen and the link are two. */
const CONNECTION_MACHINES: readonly string[] = ['naive-client', 'resumable-client', 'session-link'];

/** Bars of `surface` until `horizonMs`, in order; none while it is closed. */
export function stateTrack(trace: LaneTrace, surface: string, horizonMs: VirtualMs): readonly StateBar[] {
  const bars: StateBar[] = [];
  const belief = createBelief();
  for (const event of trace.events) {
    if (event.actor !== surface || !belief.note(event)) continue;
    const { label } = belief;
    const last = bars.at(-1);
    if (last?.label === label && last.toMs === horizonMs) continue;
    if (last !== undefined) bars[bars.length - 1] = { ...last, toMs: Math.min(last.toMs, event.atMs) };
    if (label !== null) bars.push({ fromMs: event.atMs, toMs: horizonMs, label, tone: TONES[label] ?? 'busy' });
  }
  return bars.filter((bar) => bar.toMs > bar.fromMs);
}

/** What the surface knows of its connection; a break that it is not told of changes nothing here. */
function createBelief() {
  let state = 'closed';
  let offline = 0;
  let isAsleep = false;
  let wasLive = false;
  return {
    /** Takes an event in; false when it has nothing to do with the connection. */
    note(event: TraceEvent): boolean {
      switch (event.type) {
        case 'state.entered':
          if (!CONNECTION_MACHINES.includes(event.machine)) return false;
          state = event.state.split('.').at(-1) ?? event.state;
          if (state === 'closed' || state === 'loading') wasLive = false;
          if (state === 'live') wasLive = true;
          return true;
        case 'fault.began':
          if (event.how === 'offline') offline += 1;
          return true;
        case 'fault.ended':
          if (event.how === 'offline') offline -= 1;
          return true;
        case 'surface.slept':
        case 'surface.woke':
          isAsleep = event.type === 'surface.slept';
          return true;
        default:
          return false;
      }
    },
    get label(): string | null {
      if (state === 'closed') return null;
      if (isAsleep) return 'asleep';
      const isConnecting = state === 'connecting' || state === 'backoff';
      if (offline > 0 && isConnecting) return 'offline';
      if (isConnecting) return wasLive ? 'reconnecting' : 'connecting';
      if (state === 'idle') return 'ready';
      return state === 'cancelled' ? 'stopped' : state;
    },
  };
}
