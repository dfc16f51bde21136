/**
 * What a lane does where it does nothing, so that each lane tells only what it is about. The
 * defaults of {@link LanePort}: every connection leads to a process, nothing else concerns it.
 */

import type { AgentPart } from '../../scenario/compiled-scenario.ts';
import type { ConnectionPurpose } from '../../protocol/trace-event.ts';
import type { AgentRun } from '../agent/agent-run.ts';
import type { LaneEvent } from '../kernel/sim-event.ts';
import type { Connection } from '../network/connection.ts';
import type { FarEnd, LanePort } from './lane.ts';

export abstract class BaseLane implements Partial<LanePort> {
  readonly onOutage: LanePort['onOutage'] = null;

  farEndOf(_purpose: ConnectionPurpose): FarEnd {
    return 'process';
  }

  onServerEnd(_connection: Connection): void {}
  onRunStarted(_run: AgentRun): void {}
  onToolStarted(_run: AgentRun, _part: AgentPart): void {}
  onStepDone(_run: AgentRun, _part: AgentPart): void {}
  onApprovalAsked(_run: AgentRun, _part: AgentPart): void {}
  onProcessDown(_process: number, _lost: readonly AgentRun[]): void {}
  onProcessUp(_process: number): void {}
  onLaneEvent(_event: LaneEvent): void {}

  surfaceOf(_event: LaneEvent): string | null {
    return null;
  }

  processOf(_event: LaneEvent): number | null {
    return null;
  }
}
