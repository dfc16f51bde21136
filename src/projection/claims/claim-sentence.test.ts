import { expect, test } from 'vitest';
import { claimSentence } from './claim-sentence.ts';

test.each([
  ['guarantees', 'G1', false, 'G1 complete is broken'],
  ['guarantees', 'G12', true, 'G12 nobody impersonates is kept'],
  ['laptop', 'missing', '>0', 'the laptop lacks words'],
  ['laptop', 'missing', 0, 'the laptop lacks no word'],
  ['tab-2', 'missing', '<=1', 'tab 2 lacks at most 1 word'],
  ['phone', 'status', 'error', 'the phone ends “error”'],
  ['phone', 'recoveredAfterMs', '<=1300', 'the phone has caught up at most 1.3 s after its path is back'],
  ['phone', 'recoveredAfterMs', null, 'the phone never catches up'],
  ['agent', 'runs', 2, 'the agent runs 2 times'],
  ['agent', 'generatedAfterStop', '>15', 'more than 15 words made after stop was pressed'],
  ['agent', 'end', 'cancelled', 'the run ends “cancelled”'],
  ['bill', 'firstTokenMs', '<60', 'the bill’s first token ms is less than 60'],
] as const)('%s %s %s is told as a clause', (part, field, expected, sentence) => {
  expect(claimSentence({ part, field, expected })).toBe(sentence);
});
