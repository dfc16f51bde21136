/** How long a page waits before it tries to open its connection again, in lanes that try by themselves. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { Kernel } from '../kernel/kernel.ts';

/**
 * Drawn between nothing and the base, times 1.3 for each try that failed, under the cap (W
 * reconnect, durableStreamsLongPoll). Whole milliseconds, so that every engine draws the same.
 */
export function drawRetryMs(
  kernel: Kernel,
  surface: string,
  tries: number,
  { retryBaseMs, retryCapMs }: { readonly retryBaseMs: VirtualMs; readonly retryCapMs: VirtualMs },
): VirtualMs {
  let most = retryBaseMs;
  for (let tried = 0; tried < tries && most < retryCapMs; tried += 1) most = Math.ceil((most * 13) / 10);
  return kernel.draw(`retry/${surface}`, 0, Math.min(most, retryCapMs));
}
