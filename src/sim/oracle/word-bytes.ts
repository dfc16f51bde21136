/** How many bytes the words of an answer are on the wire, each with the space after it, in UTF-8. */

import { utf8Length } from '../../base/utf8-length.ts';
import type { CompiledAgent } from '../../scenario/compiled-scenario.ts';

/** The bytes of words `from` to `to` of an agent’s answer. */
export type WordBytes = (agent: string, from: number, to: number) => number;

export function measureWords(agents: readonly CompiledAgent[]): WordBytes {
  const sums = new Map(agents.map(({ name, words }) => [name, runningSums(words)]));
  return (agent, from, to) => {
    const sum = sums.get(agent) ?? [];
    return (sum[to] ?? sum.at(-1) ?? 0) - (sum[from - 1] ?? 0);
  };
}

/** The bytes of the first k words, at index k. */
function runningSums(words: readonly string[]): readonly number[] {
  const sums = [0];
  let sum = 0;
  for (const word of words) {
    sum += utf8Length(word) + 1;
    sums.push(sum);
  }
  return sums;
}
