/** A panel of the dock: something that people open beside the stage, loaded when they first ask for it. */

import type { LucideIcon } from 'lucide-react';
import type { ComponentType, Dispatch } from 'react';
import type { VirtualMs } from '../../protocol/time.ts';
import type { Run } from '../../sim/run.ts';
import type { PlaygroundAction } from '../playground/playground-action.ts';
import type { PlaygroundPorts } from '../playground/playground-ports.ts';
import type { PlaygroundState } from '../playground/playground-state.ts';

export type PanelId = 'why' | 'branches' | 'score' | 'file' | 'log';

/** What every panel is given. It is drawn anew with the playhead, so costly work belongs in a memo. */
export interface PanelProps {
  readonly state: PlaygroundState;
  readonly dispatch: Dispatch<PlaygroundAction>;
  readonly ports: PlaygroundPorts;
  /** `null` before the first run has arrived. */
  readonly run: Run | null;
  readonly playheadMs: VirtualMs;
}

export interface Panel {
  readonly id: PanelId;
  /** One or two words, in the rail and over the panel. */
  readonly title: string;
  readonly icon: LucideIcon;
  readonly load: () => Promise<ComponentType<PanelProps>>;
}
