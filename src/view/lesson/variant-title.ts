/** What a variant changes, `null` for the lesson's own run. */

import { MAIN_RUN } from '../../scenario/lesson/lesson-data.ts';
import type { Lesson } from '../../scenario/lesson/lesson-data.ts';

export function variantTitle({ variants }: Pick<Lesson, 'variants'>, run: string): string | null {
  return run === MAIN_RUN ? null : (variants.find(({ id }) => id === run)?.title ?? null);
}
