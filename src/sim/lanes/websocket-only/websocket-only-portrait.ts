/** How this lane is drawn and told beside its runs. Nothing here is simulated. */

import type { LanePortrait } from '../lane-portrait.ts';
import { websocketOnlyCode } from './websocket-only-code.ts';
import { socketLinkMachine } from './socket-link.machine.ts';
import { socketViewMachine } from './socket-view.machine.ts';

export const websocketOnlyPortrait: LanePortrait = {
  machines: [socketLinkMachine, socketViewMachine],
  wire: 'socket',
  code: websocketOnlyCode,
};
