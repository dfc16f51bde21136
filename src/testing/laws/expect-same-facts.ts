/** Two traces are the same, or the first place where they are not is named. */

import { isDeepStrictEqual } from 'node:util';

/** Throws with the first fact in which `actual` differs from `expected`. */
export function expectSameFacts(actual: readonly object[], expected: readonly object[]): void {
  const at = expected.findIndex((fact, index) => !isDeepStrictEqual(actual[index], fact));
  if (at < 0 && actual.length === expected.length) return;
  const place = at < 0 ? expected.length : at;
  const [got, wanted] = [actual[place], expected[place]].map((fact) =>
    fact === undefined ? 'nothing' : JSON.stringify(fact),
  );
  throw new Error(`fact ${place} is ${got}, and ought to be ${wanted}`);
}
