/**
 * A law: a sentence about every world of a kind. Laws are data, so that the tests (with a fixed
 * seed), the soak (with seeds of its own) and the mutants run the very same ones.
 */

import fc from 'fast-check';
import type { WorldParts } from '../worlds/arbitrary-world.ts';

/** A world, and whatever else a law draws beside it. */
export interface LawCase {
  readonly parts: WorldParts;
}

export interface Search {
  readonly seed: number;
  readonly worlds: number;
}

/** The smallest world found that breaks a law. */
export interface Finding {
  readonly law: Pick<Law, 'id' | 'title'>;
  readonly search: Search;
  readonly found: LawCase;
  /** How many worlds were tried before, and how many steps of shrinking followed. */
  readonly tried: number;
  readonly shrinks: number;
  readonly reason: string;
}

export interface SearchOutcome {
  readonly worlds: number;
  readonly finding: Finding | null;
}

export interface Law {
  /** As in `src/sim/SPEC.md`. */
  readonly id: string;
  readonly title: string;
  /** How many worlds the tests look at. */
  readonly worlds: number;
  /** Looks for a world that breaks it. */
  search(search: Search): Promise<SearchOutcome>;
  /** Looks at one case that a search of this law has found; throws when it breaks the law. */
  check(found: LawCase): Promise<void>;
}

interface LawText<Case extends LawCase> {
  readonly id: string;
  readonly title: string;
  readonly worlds: number;
  readonly cases: fc.Arbitrary<Case>;
  /** Throws when the case breaks the law. */
  check(this: void, found: Case): void | Promise<void>;
}

/** A law over `cases`. The case type stays within: a search hands on only what it has drawn itself. */
export function law<Case extends LawCase>({ id, title, worlds, cases, check }: LawText<Case>): Law {
  const property = fc.asyncProperty(cases, async (found) => {
    await check(found);
  });
  return {
    id,
    title,
    worlds,
    async search(search) {
      const details = await fc.check(property, { seed: search.seed, numRuns: search.worlds });
      if (!details.failed) return { worlds: details.numRuns, finding: null };
      const [found] = details.counterexample ?? [];
      const { errorInstance } = details;
      const reason = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
      if (found === undefined) throw new Error(`unable to look at worlds of ${id}; ${reason}`);
      const { numRuns: tried, numShrinks: shrinks } = details;
      return { worlds: tried, finding: { law: { id, title }, search, found, tried, shrinks, reason } };
    },
    // What comes here was drawn by `search` from `cases`.
    check: async (found) => check(found as Case),
  };
}
