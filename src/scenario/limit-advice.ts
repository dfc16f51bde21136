/** How to stay under a limit, by the field that met it. */

import { LIMITS, type LimitName } from './limits.ts';
import type { FieldPath } from './scenario-problem.ts';

interface Advice {
  readonly name: LimitName | null;
  readonly remedy: string;
}

const ADVICE: Readonly<Record<string, Advice>> = {
  tokens: { name: 'tokens', remedy: 'Ask for fewer tokens; what a scenario shows rarely needs more than 400.' },
  token: { name: 'tokens', remedy: 'Name a token of the answer, counted from 1.' },
  text: { name: 'answerCharacters', remedy: 'Shorten the text.' },
  lanes: { name: 'lanes', remedy: 'Compare fewer lanes at once; a second file can hold the others.' },
  script: { name: 'scriptEntries', remedy: 'Split the script into several scenarios.' },
  atMs: { name: 'horizonMs', remedy: 'Times count in milliseconds from the start of the run.' },
  forMs: { name: 'horizonMs', remedy: 'Leave forMs away for a fault that lasts to the end.' },
  horizonMs: { name: 'horizonMs', remedy: 'Times are milliseconds; one hour is 3600000.' },
  firstTokenMs: { name: 'horizonMs', remedy: 'Times are milliseconds; one hour is 3600000.' },
  latencyMs: { name: 'latencyMs', remedy: 'Times are milliseconds; one minute is 60000.' },
  jitterMs: { name: 'latencyMs', remedy: 'Times are milliseconds; one minute is 60000.' },
};

/** The limit's name when `bound` is one, and a sentence on how to stay inside. */
export function limitAdvice(path: FieldPath, isBig: boolean, bound: number): Advice {
  const field = path.findLast((part) => typeof part === 'string') ?? '';
  if (!isBig) return { name: null, remedy: `Use ${bound} or more.` };
  const advice = Object.hasOwn(ADVICE, field) ? ADVICE[field] : undefined;
  const isNamed = advice?.name != null && LIMITS[advice.name] === bound;
  return isNamed ? advice : { name: null, remedy: `Use ${bound} or less.` };
}
