/** The audit of the repository, for tests. */

import { fileURLToPath } from 'node:url';
import { readAudit } from '../cli/audit-file.ts';
import type { Audit } from '../scenario/audit/audit-data.ts';

/** Throws with its problems when it cannot be read. */
export function theAudit(): Audit {
  const audit = readAudit(fileURLToPath(new URL('../../scenarios', import.meta.url)));
  if (!audit.ok) throw new Error(JSON.stringify(audit.error));
  return audit.value;
}
