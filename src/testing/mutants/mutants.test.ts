/** Each deliberate fault is noticed by the law that is there for it; a law that notices nothing is worth nothing. */

import { describe, expect, test } from 'vitest';
import { simulate } from '../../sim/simulate.ts';
import { lawNamed } from '../laws/law-list.ts';
import { buildReferenceWorld } from '../reference-world.ts';
import { withMutant } from './mutant.ts';
import { NETWORK_MUTANTS } from './network-mutants.ts';
import { WORLD_MUTANTS } from './world-mutants.ts';

const SEED = 4711;
const MUTANTS = [...NETWORK_MUTANTS, ...WORLD_MUTANTS];
const digest = () => simulate(buildReferenceWorld(1_000)).report.digest;
const before = digest();

describe('mutants', () => {
  test.each(MUTANTS.map((mutant) => [mutant.law, mutant.title, mutant] as const))(
    'law %s notices when %s',
    async (_law, _title, mutant) => {
      const law = lawNamed(mutant.law);
      const search = { seed: SEED, worlds: law.worlds };
      const { finding } = await withMutant(mutant, () => law.search(search));
      const { found, tried } = finding ?? expect.fail(`${law.worlds} worlds, and ${law.id} did not notice`);
      // The smallest world shows the fault again, and nothing of it without the fault.
      await expect(withMutant(mutant, () => law.check(found))).rejects.toThrow(/./);
      await expect(law.check(found)).resolves.toBeUndefined();
      expect((await law.search({ seed: SEED, worlds: tried })).finding).toBeNull();
    },
  );

  test('leave nothing behind', () => {
    expect(digest()).toBe(before);
  });
});
