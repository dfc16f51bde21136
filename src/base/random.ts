/**
 * Seeded chance, split into named streams: drawing from one stream never disturbs another, so that
 * a further surface leaves the jitter of the others as it was. The state is plain data and is
 * copied with the world that holds it.
 */

import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus, xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { hashString } from './hash.ts';

export interface RandomStreams {
  readonly seed: number;
  readonly states: Map<string, readonly number[]>;
}

export function createRandomStreams(seed: number): RandomStreams {
  return { seed, states: new Map() };
}

/** Draws a whole number between `from` and `to`, both included, from the stream `name`. */
export function drawInt(streams: RandomStreams, name: string, from: number, to: number): number {
  const state = streams.states.get(name);
  const generator =
    state === undefined
      ? xoroshiro128plus(Math.imul(streams.seed, 0x9e3779b1) ^ hashString(name))
      : xoroshiro128plusFromState(state);
  const drawn = uniformInt(generator, from, to);
  streams.states.set(name, generator.getState());
  return drawn;
}
