/** How the options of this lane are laid out for people. */

import type { OptionLayout } from '../option-layout.ts';
import type { ResumableOptions } from './resumable-options.ts';

export const resumableLayout: OptionLayout<keyof ResumableOptions> = {
  switches: [
    { option: 'reconnect', label: 'retries', short: 'retries', on: 'on-error', off: 'on-mount' },
    { option: 'replay', label: 'cursor', short: 'cursor', on: 'cursor', off: 'full' },
    { option: 'buffer', label: 'own buffer', short: 'buffer', on: 'external', off: 'producer' },
    { option: 'stopEndpoint', label: 'stop by run', short: 'stop', on: 'by-run', off: 'none' },
  ],
  groups: [
    {
      title: 'When the page asks again',
      options: ['reconnect', 'reconnectAttempts', 'reconnectDelayMs', 'transport', 'eventSourceRetryMs'],
    },
    { title: 'What a resume brings', options: ['replay', 'onReplay'] },
    { title: 'The buffer', options: ['buffer', 'ackTimeoutMs', 'ttlMs', 'idWriteDelayMs'] },
    { title: 'Stop', options: ['stopEndpoint', 'stopReaches'] },
    { title: 'Signs of life', options: ['heartbeatMs'] },
  ],
};
