/** How this lane is drawn and told beside its runs. Nothing here is simulated. */

import type { LanePortrait } from '../lane-portrait.ts';
import { durableCode } from './durable-code.ts';
import { sessionLinkMachine } from './session-link.machine.ts';
import { sessionViewMachine } from './session-view.machine.ts';

export const durablePortrait: LanePortrait = {
  machines: [sessionLinkMachine, sessionViewMachine],
  wire: 'session',
  code: durableCode,
};
