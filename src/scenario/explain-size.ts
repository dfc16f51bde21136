/** What to say when something is too big or too small: the limit, and how to stay inside, by the field that met it. */

import type { z } from 'zod';
import { LIMITS, type LimitName } from './limits.ts';
import type { FieldPath } from './scenario-problem.ts';

interface Advice {
  readonly name: LimitName | null;
  readonly remedy: string;
}

const ADVICE: Readonly<Record<string, Advice>> = {
  tokens: { name: 'tokens', remedy: 'Ask for fewer tokens; what a scenario shows rarely needs more than 400.' },
  afterToken: { name: 'tokens', remedy: 'Name a word of the answer, counted from 1; 0 is before the first.' },
  parts: { name: 'parts', remedy: 'Leave out tool calls that the scenario does not need.' },
  processes: { name: 'processes', remedy: 'Two are enough for a request to reach another one.' },
  afterMs: { name: 'horizonMs', remedy: 'Times are milliseconds; one minute is 60000.' },
  idleTimeoutMs: { name: 'horizonMs', remedy: 'Times are milliseconds; one minute is 60000.' },
  durationCapMs: { name: 'horizonMs', remedy: 'Times are milliseconds; five minutes are 300000.' },
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

type SizeIssue = z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall;

/** Reason and remedy: what it is, the limit that it meets by name, and how to stay inside. */
export function explainSize(issue: SizeIssue, path: FieldPath): [reason: string, remedy: string] {
  const { input, origin } = issue;
  const counted = origin === 'array' ? 'entries' : origin === 'string' ? 'characters' : null;
  const size = Array.isArray(input) || typeof input === 'string' ? input.length : input;
  const what =
    counted === null ? `it is ${String(size)}` : size === 0 ? 'it is empty' : `it has ${String(size)} ${counted}`;
  if (issue.code === 'too_big') {
    const { name, remedy } = limitAdvice(path, Number(issue.maximum));
    return [`${what}, more than the limit of ${issue.maximum}${name === null ? '' : ` (${name})`}`, remedy];
  }
  const least = String(issue.minimum);
  if (counted !== null)
    return [`${what}, and at least ${least} ${least === '1' ? 'is' : 'are'} needed`, `Write ${least} or more.`];
  return [`${what}, less than the least value ${least}`, `Use ${least} or more.`];
}

function limitAdvice(path: FieldPath, bound: number): Advice {
  const field = path.findLast((part) => typeof part === 'string') ?? '';
  const advice = Object.hasOwn(ADVICE, field) ? ADVICE[field] : undefined;
  const isNamed = advice?.name != null && LIMITS[advice.name] === bound;
  return isNamed ? advice : { name: null, remedy: `Use ${bound} or less.` };
}
