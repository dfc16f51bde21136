/** How this lane is drawn and told beside its runs. Nothing here is simulated. */

import type { LanePortrait } from '../lane-portrait.ts';
import { resumableCode } from './resumable-code.ts';
import { resumableClientMachine } from './resumable-client.machine.ts';
import { resumableStreamMachine } from './resumable-stream.machine.ts';

export const resumablePortrait: LanePortrait = {
  machines: [resumableClientMachine, resumableStreamMachine],
  wire: 'pipe',
  code: resumableCode,
};
