/**
 * Addresses of the glossary (contract):
 *
 *     #/glossary                     all of it
 *     #/glossary/durable-execution   one of its terms
 */

import type { Glossary, GlossaryTerm } from '../../scenario/lesson/glossary.ts';

/** `term` as it is written in the glossary. */
export function glossaryHash(term: string): string {
  return `#/glossary/${slugOf(term)}`;
}

/** `null` when the address names no term, or one that is not in the glossary. */
export function termAt(hash: string, glossary: Glossary): GlossaryTerm | null {
  const slug = /^#\/glossary\/([^/?]+)$/.exec(hash)?.[1];
  return glossary.find(({ term }) => slugOf(term) === slug) ?? null;
}

function slugOf(term: string): string {
  return term.toLowerCase().replaceAll(/[^a-z\d]+/g, '-');
}
