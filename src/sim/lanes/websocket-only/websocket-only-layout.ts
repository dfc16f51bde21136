/** How the options of this lane are laid out for people. */

import type { OptionLayout } from '../option-layout.ts';
import type { WebsocketOnlyOptions } from './websocket-only-options.ts';

export const websocketOnlyLayout: OptionLayout<keyof WebsocketOnlyOptions> = {
  switches: [
    { option: 'fanOut', label: 'room', short: 'room', on: 'room', off: 'connection' },
    { option: 'onClose', label: 'close stops', short: 'stops', on: 'cancel', off: 'run-on' },
    { option: 'backplane', label: 'backplane', short: 'plane', on: true, off: false },
  ],
  groups: [
    { title: 'Who gets the words', options: ['fanOut', 'backplane', 'backplaneHopMs'] },
    { title: 'When a socket closes', options: ['onClose', 'retryBaseMs', 'retryCapMs'] },
    { title: 'Signs of life', options: ['heartbeatMs', 'silenceLimitMs'] },
  ],
};
