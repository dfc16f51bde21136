/** A lane that does nothing but note what it is told; `session` connections lead to a session layer. */

import type { ConnectionPurpose } from '../protocol/trace-event.ts';
import type { AgentPart } from '../scenario/compiled-scenario.ts';
import type { AgentRun } from '../sim/agent/agent-run.ts';
import { BaseLane } from '../sim/lanes/base-lane.ts';
import type { FarEnd, LanePort } from '../sim/lanes/lane.ts';

export class StageLane extends BaseLane implements LanePort {
  readonly #note: (line: string) => void;
  override onOutage: LanePort['onOutage'] = null;

  constructor(note: (line: string) => void) {
    super();
    this.#note = note;
  }

  override farEndOf(purpose: ConnectionPurpose): FarEnd {
    return purpose === 'session' ? 'session' : 'process';
  }

  override onStepDone(_run: AgentRun, { step }: AgentPart): void {
    this.#note(`step ${step} done`);
  }

  override onApprovalAsked({ run }: AgentRun, { step }: AgentPart): void {
    this.#note(`run ${run} asks ${step}`);
  }

  onToken(): void {}

  onRunEnded({ run, epoch, end }: AgentRun): void {
    this.#note(`run ${run}/${epoch} ${end}`);
  }

  override onProcessDown(process: number, lost: readonly AgentRun[]): void {
    this.#note(`process ${process} down, lost ${lost.map(({ run }) => run).join(' ')}`.trim());
  }

  override onProcessUp(process: number): void {
    this.#note(`process ${process} up`);
  }

  /** Has a session layer from now on. */
  haveSession(): void {
    this.onOutage = (isOut) => this.#note(isOut ? 'out' : 'back');
  }

  begin(): void {}
  act(): void {}
  onSurfacePacket(): void {}
  onSurfaceEnd(): void {}
  onServerPacket(): void {}
  onPathHealed(): void {}
  carryOut(): void {}
  onMachineMoved(): void {}

  refuses(): string | null {
    return null;
  }
}
