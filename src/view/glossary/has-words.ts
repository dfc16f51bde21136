/** Whether an entry of the glossary is what somebody looks for. */

import type { GlossaryTerm } from '../../scenario/lesson/glossary.ts';

/** Every word of `sought` stands somewhere in it, in any case. Nothing sought is everywhere. */
export function hasWords({ term, also, standsFor, means }: GlossaryTerm, sought: string): boolean {
  const text = [term, ...also, standsFor ?? '', means].join(' ').toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
