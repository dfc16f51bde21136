/** Measures several things in turns, so that what else the machine does meets all of them alike. */

import { median } from './figure.ts';

export interface InTurns {
  readonly warmUps: number;
  readonly rounds: number;
}

/**
 * Calls each action `rounds` times after `warmUps` unmeasured times, one after the other within each
 * round; `round` differs at each call. Returns the median milliseconds of each.
 */
export function measureInTurns<Name extends string>(
  actions: Readonly<Record<Name, (round: number) => void>>,
  { warmUps, rounds }: InTurns,
): Readonly<Record<Name, number>> {
  // Object.keys forgets that the keys are the names.
  const names = Object.keys(actions) as Name[];
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < warmUps + rounds; round += 1) {
    for (const name of names) {
      const began = performance.now();
      actions[name](round);
      if (round >= warmUps) taken.get(name)?.push(performance.now() - began);
    }
  }
  // Every name has its entry.
  return Object.fromEntries(names.map((name) => [name, median(taken.get(name) ?? [])])) as Record<Name, number>;
}
