/** The states of a surface's connection over time, as bars under its staircase. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { LaneTrace } from '../../protocol/trace-event.ts';

export type StateTone = 'live' | 'busy' | 'calm' | 'broken';

export interface StateBar {
  readonly fromMs: VirtualMs;
  readonly toMs: VirtualMs;
  readonly label: string;
  readonly tone: StateTone;
}

/** A wait and the try after it are one thing to the eye. */
const RETRYING = 'reconnecting';

const TONES: Readonly<Record<string, StateTone>> = {
  live: 'live',
  streaming: 'live',
  complete: 'calm',
  idle: 'calm',
  closed: 'calm',
  cancelled: 'calm',
  error: 'broken',
  unavailable: 'broken',
  reconnecting: 'broken',
};

/** The machines that hold a surface's connection; in a session what is seen and the link are two. */
const CONNECTION_MACHINES: readonly string[] = ['naive-client', 'resumable-client', 'session-link'];

export function stateTrack(trace: LaneTrace, surface: string, horizonMs: VirtualMs): readonly StateBar[] {
  const bars: StateBar[] = [];
  for (const event of trace.events) {
    if (event.type !== 'state.entered' || event.actor !== surface || !CONNECTION_MACHINES.includes(event.machine))
      continue;
    const before = bars.at(-1);
    if (before !== undefined) bars[bars.length - 1] = { ...before, toMs: event.atMs };
    const state = event.state.split('.').at(-1) ?? event.state;
    const isRetrying = state === 'backoff' || (state === 'connecting' && before?.label === RETRYING);
    const label = isRetrying ? RETRYING : state;
    const fromMs = label === before?.label ? (bars.pop()?.fromMs ?? event.atMs) : event.atMs;
    bars.push({ fromMs, toMs: horizonMs, label, tone: TONES[label] ?? 'busy' });
  }
  return bars.filter((bar) => bar.toMs > bar.fromMs && bar.label !== 'closed');
}
