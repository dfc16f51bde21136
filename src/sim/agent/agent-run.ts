/** A run of an agent as the simulator keeps it, and who hears of it. Plain data. */

import type { RunEnd } from '../../protocol/surface-status.ts';
import type { EventId } from '../../protocol/trace-event.ts';
import type { AgentPart } from '../../scenario/compiled-scenario.ts';
import type { MachineCell } from '../kernel/machine-host.ts';
import { agentRunMachine } from './agent-run.machine.ts';

/** A run in one process: another process that goes on with it is a further epoch of the same run. */
export interface AgentRun {
  readonly run: number;
  readonly turn: number;
  /** Which agent: `agent`, or a name under `agents`. */
  readonly agent: string;
  readonly process: number;
  /** 0 at first, one more with each adoption. */
  readonly epoch: number;
  /** The last token generated. */
  tokens: number;
  /** The next part of the agent's script. */
  part: number;
  end: RunEnd;
  /** Steers that wait for the next step, by the events that brought them. */
  readonly steers: EventId[];
  /** The abort that it ends by once it can: after its lag, or after a tool that does not listen. */
  aborting: EventId | null;
}

export interface AgentState {
  /** The newest epoch of each run, by run number less one. */
  readonly runs: AgentRun[];
  /** Epochs that were taken over: some live on and do not know it, of some only a token is still due. */
  readonly former: AgentRun[];
}

/** Who hears of what the agents do. The cause of each call is the fact it tells. */
export interface AgentSink {
  onRunStarted(run: AgentRun): void;
  onToken(run: AgentRun, token: number): void;
  onToolStarted(run: AgentRun, part: AgentPart): void;
  /** A tool, or an approved action, is done; its effect, if it has one, has happened. */
  onStepDone(run: AgentRun, part: AgentPart): void;
  onApprovalAsked(run: AgentRun, part: AgentPart): void;
  /** The run is over, complete or cancelled. A crash is told by the process that died. */
  onRunEnded(run: AgentRun): void;
}

/** The key of a run's machine: each epoch has its own. */
export function keyOf({ run, epoch }: AgentRun): string {
  return `run:${run}/${epoch}`;
}

/** Whether a machine is that of a run. */
export function isRunMachine(cell: MachineCell): boolean {
  return cell.machine.id === agentRunMachine.id;
}
