/**
 * A question of a lesson, before the run or after it. Its answer is not written down: `answerFrom` says where in
 * the run it is found (see `value-path.ts`), or each option of a choice says `when` it is the right one.
 */

import { z } from 'zod';
import { claimValue, laneClaims } from '../claim-schema.ts';
import { LIMITS } from '../limits.ts';
import { line } from './lesson-text.ts';

export const QUESTION_UNITS = ['words', 'ms', 'seconds', 'messages', 'runs', 'connections', 'percent'] as const;

const asked = {
  ask: line.describe('The question, in one sentence.'),
  reveal: line.optional().describe('One sentence that stands beside the answer; numbers in it are placeholders.'),
};
const path = z.string().min(1).max(200);

const optionSchema = z.strictObject({
  text: line,
  is: claimValue.optional().describe('Right when the value at `answerFrom` is this, or compares so: ">0".'),
  when: z
    .record(z.string(), laneClaims)
    .optional()
    .describe('Right when these claims hold, written as under `expect`; instead of `is`.'),
});

const choiceSchema = z.strictObject({
  kind: z.literal('choice'),
  ...asked,
  in: z.string().optional().describe('The variant that `when` is about; the lesson’s own run by default.'),
  answerFrom: z
    .union([
      path,
      z.strictObject({ least: path.describe('The lane with the least of this, such as laptop.firstShownAtMs.') }),
      z.strictObject({ most: path.describe('The lane with the most of this, such as bill.messages.') }),
    ])
    .optional(),
  options: z.array(optionSchema).min(2).max(6),
});

const numberSchema = z.strictObject({
  kind: z.literal('number'),
  ...asked,
  answerFrom: path,
  unit: z.enum(QUESTION_UNITS),
  tolerance: z.number().min(0).describe('How far off an answer may be and still be right, in the unit.'),
  from: z.number().default(0).describe('The least number that can be answered.'),
  to: z.number().describe('The greatest number that can be answered.'),
});

const curveSchema = z.strictObject({
  kind: z.literal('curve'),
  ...asked,
  answerFrom: path.describe('The curve of a surface: LANE.laptop.curve.'),
  tolerance: z
    .number()
    .min(0.01)
    .max(1)
    .default(0.12)
    .describe('The area between the drawn and the real curve, as a share of the whole picture.'),
});

const pointSchema = z.strictObject({
  kind: z.literal('point'),
  ...asked,
  answerFrom: path.describe('A moment: LANE.laptop.lastShownAtMs.'),
  toleranceMs: z.int().min(1).max(LIMITS.horizonMs),
});

export const questionSchema = z.discriminatedUnion('kind', [choiceSchema, numberSchema, curveSchema, pointSchema]);

export type QuestionEntry = z.output<typeof questionSchema>;
export type ChoiceEntry = z.output<typeof choiceSchema>;
export type QuestionUnit = (typeof QUESTION_UNITS)[number];
