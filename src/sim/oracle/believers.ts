/**
 * What each actor believes: a fold over the events that happened at that actor, and over nothing
 * else, so that a belief changes only by what reached it. Source: `model.md`, What everyone believes.
 */

import type { Belief } from '../../protocol/belief.ts';
import type { SurfaceStatus } from '../../protocol/surface-status.ts';
import type { TraceEvent } from '../../protocol/trace-event.ts';

export type BelieverKind = 'surface' | 'server' | 'session' | 'agent';

export interface Believer {
  readonly kind: BelieverKind;
  /** What it believes after `event`, which happened at it. */
  hear(event: TraceEvent): Belief;
  readonly belief: Belief;
}

const CREATE: Readonly<Record<BelieverKind, () => Believer>> = {
  surface: () => remembering('surface', 'closed', surfaceBelief),
  server: createServer,
  session: createSession,
  agent: () => remembering('agent', 'idle', agentBelief),
};

export function createBeliever(kind: BelieverKind): Believer {
  return CREATE[kind]();
}

/** A page believes what it shows to the person in front of it. */
const AS_SHOWN: Readonly<Record<SurfaceStatus, Belief>> = {
  idle: 'nothing-asked',
  waiting: 'waiting',
  streaming: 'streaming',
  complete: 'complete',
  cancelled: 'stopped',
  error: 'broken',
  closed: 'closed',
};

function surfaceBelief(event: TraceEvent): Belief | null {
  return event.type === 'status.changed' ? AS_SHOWN[event.status] : null;
}

/** An agent is wanted from the moment it is asked until it is done or told to stop; a dead one believes nothing. */
function agentBelief(event: TraceEvent): Belief | null {
  switch (event.type) {
    case 'run.started':
    case 'run.adopted':
      return 'wanted';
    case 'run.aborting':
      return 'stopped';
    case 'run.ended':
      return event.end === 'complete' ? 'done' : event.end === 'cancelled' ? 'stopped' : 'idle';
    default:
      return null;
  }
}

/** A belief that the last event of its kind decides. */
function remembering(kind: BelieverKind, first: Belief, next: (event: TraceEvent) => Belief | null): Believer {
  let belief = first;
  return {
    kind,
    hear: (event) => (belief = next(event) ?? belief),
    get belief() {
      return belief;
    },
  };
}

/** The server is watched by whoever asked and was not noticed to leave; an end that it sent is delivered for all it knows. */
function createServer(): Believer {
  const watchers = new Set<number | null>();
  return remembering('server', 'unwatched', (event) => {
    switch (event.type) {
      case 'message.delivered':
        if (event.kind !== 'prompt' && event.kind !== 'resume' && event.kind !== 'attach') return null;
        watchers.add(event.connection);
        return 'watched';
      case 'message.sent':
        if (event.kind !== 'finish' && event.kind !== 'nothing') return null;
        if (!watchers.delete(event.connection)) return null;
        if (event.kind === 'finish') return 'delivered';
        return watchers.size === 0 ? 'unwatched' : null;
      case 'connection.noticed':
        if (!watchers.delete(event.connection)) return null;
        return watchers.size === 0 ? 'unwatched' : null;
      default:
        return null;
    }
  });
}

/** The session believes its own log. */
function createSession(): Believer {
  const open = new Set<number | null>();
  return remembering('session', 'nothing-asked', (event) => {
    if (event.type !== 'record.appended') return null;
    switch (event.record) {
      case 'input':
        return open.size === 0 ? 'asked' : null;
      case 'run-start':
        open.add(event.run);
        return 'running';
      case 'run-end':
        open.delete(event.run);
        return open.size === 0 ? 'ended' : null;
      default:
        return null;
    }
  });
}
