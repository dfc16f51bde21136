/** How the options of this lane are laid out for people. */

import type { OptionLayout } from '../option-layout.ts';
import type { DurableOptions } from './durable-options.ts';

export const durableLayout: OptionLayout<keyof DurableOptions> = {
  switches: [
    { option: 'recovery', label: 'adopts', short: 'adopt', on: 'adopt', off: 'none' },
    { option: 'fencing', label: 'fences', short: 'fence', on: true, off: false },
    { option: 'seam', label: 'attach first', short: 'attach', on: 'attach-first', off: 'history-first' },
    { option: 'applyUpdateAs', label: 'replaces', short: 'replace', on: 'replace', off: 'append' },
  ],
  groups: [
    { title: 'The link', options: ['transport', 'sessionHopMs', 'heartbeatMs', 'silenceLimitMs'] },
    { title: 'Coming back', options: ['retryBaseMs', 'retryCapMs', 'retryAttempts', 'resumeWindowMs'] },
    { title: 'Reading the log', options: ['seam', 'applyUpdateAs', 'cursor', 'rateLimitPerSecond', 'retentionMs'] },
    {
      title: 'Writing the log',
      options: ['rollupMs', 'batchTokens', 'publishOffline', 'idempotenceWindowMs', 'fencing', 'rejections'],
    },
    { title: 'Who talks, and when', options: ['wakeUp', 'doubleTexting', 'steerAt', 'presenceDelayMs'] },
    {
      title: 'When an agent dies',
      options: ['recovery', 'leaseMs', 'epochOnRecovery', 'batchTokensOnRecovery', 'reaperMs'],
    },
  ],
};
