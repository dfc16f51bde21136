/** How this lane is drawn and told beside its runs. Nothing here is simulated. */

import type { LanePortrait } from '../lane-portrait.ts';
import { naiveCode } from './naive-code.ts';
import { naiveClientMachine } from './naive-client.machine.ts';
import { naiveRequestMachine } from './naive-request.machine.ts';

export const naivePortrait: LanePortrait = {
  machines: [naiveClientMachine, naiveRequestMachine],
  wire: 'pipe',
  code: naiveCode,
};
