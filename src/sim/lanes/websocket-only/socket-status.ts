/** What a person sees in each state of the view. */

import type { SurfaceStatus } from '../../../protocol/surface-status.ts';

export const SOCKET_STATUS: Readonly<Record<string, SurfaceStatus>> = {
  closed: 'closed',
  'open.idle': 'idle',
  'open.waiting': 'waiting',
  'open.streaming': 'streaming',
  'open.complete': 'complete',
  'open.cancelled': 'cancelled',
  'open.error': 'error',
};
