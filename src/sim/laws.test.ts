/**
 * The laws over random worlds. A failure prints the smallest world found, where it is kept, and the
 * command that replays it. `npm run soak` asks the same with other seeds for as long as one likes.
 */

import { describe, expect, test } from 'vitest';
import { describeFinding } from '../testing/laws/describe-finding.ts';
import { LAWS } from '../testing/laws/law-list.ts';

/** Another seed asks other questions: `LAW_SEED=1 npx vitest run src/sim/laws.test.ts`. */
const seed = Number(process.env['LAW_SEED'] ?? 4711);
const LEAST_WORLDS = 2_000;

describe('laws over random worlds', () => {
  test.each(LAWS.map((law) => [law.id, law.title, law] as const))('[%s] %s', async (_id, _title, law) => {
    const { worlds, finding } = await law.search({ seed, worlds: law.worlds });
    expect(finding === null ? null : describeFinding(finding)).toBeNull();
    expect(worlds).toBe(law.worlds);
  });

  test(`together they look at ${LEAST_WORLDS} worlds or more, and each has a name of its own`, () => {
    expect(LAWS.reduce((sum, { worlds }) => sum + worlds, 0)).toBeGreaterThanOrEqual(LEAST_WORLDS);
    expect(new Set(LAWS.map(({ id }) => id)).size).toBe(LAWS.length);
  });
});
