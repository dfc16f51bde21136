/** What mends a gap, in a few words. */

import type { Mend } from '../../scenario/audit/audit-data.ts';

export const MEND_TEXTS: Readonly<Record<Mend, string>> = {
  repair: 'a repair of what you have',
  buffer: 'a pipe with a buffer and a stop of its own',
  session: 'a session',
  execution: 'durable execution, with whatever transport',
};
