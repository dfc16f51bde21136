/** How the options of this lane are laid out for people. */

import type { OptionLayout } from '../option-layout.ts';
import type { NaiveOptions } from './naive-options.ts';

export const naiveLayout: OptionLayout<keyof NaiveOptions> = {
  switches: [
    { option: 'signalForwarded', label: 'abort signal', short: 'abort', on: true, off: false },
    { option: 'closePropagated', label: 'hears close', short: 'close', on: true, off: false },
    { option: 'drained', label: 'drained', short: 'drain', on: true, off: false },
    { option: 'saveOnClose', label: 'saves part', short: 'save', on: 'partial', off: 'none' },
  ],
  groups: [
    {
      title: 'When the connection closes',
      options: ['signalForwarded', 'closePropagated', 'drained', 'saveOnClose', 'onOrphan'],
    },
    { title: 'When the page asks again', options: ['retry', 'transport', 'eventSourceRetryMs', 'closeOnDone'] },
    { title: 'Signs of life', options: ['heartbeatMs'] },
  ],
};
