/** Every law there is. The tests, the soak and the mutants go through this list. */

import { assertPresent } from '../../base/assert.ts';
import { FORMAT_LAWS } from './format-laws.ts';
import { GUARANTEE_LAWS } from './guarantee-laws.ts';
import { KERNEL_LAWS } from './kernel-laws.ts';
import type { Law } from './law.ts';
import { LOSS_LAWS } from './loss-laws.ts';
import { ORACLE_LAWS } from './oracle-laws.ts';
import { SESSION_LAWS } from './session-laws.ts';
import { TRACE_LAWS } from './trace-laws.ts';

export const LAWS: readonly Law[] = [
  ...KERNEL_LAWS,
  ...TRACE_LAWS,
  ...GUARANTEE_LAWS,
  ...LOSS_LAWS,
  ...SESSION_LAWS,
  ...ORACLE_LAWS,
  ...FORMAT_LAWS,
];

export function lawNamed(id: string): Law {
  return assertPresent(
    LAWS.find((law) => law.id === id),
    `there is no law "${id}"`,
  );
}
