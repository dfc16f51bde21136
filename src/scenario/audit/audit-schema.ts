/**
 * The file of the audit, `scenarios/audit.yaml`: the zod source of its types. What it refers to (lessons, sources,
 * options of lanes) is checked in `compile-audit.ts`.
 */

import { z } from 'zod';
import { line, prose } from '../lesson/lesson-text.ts';
import { CAPABILITIES, FOOTINGS, MENDS, MIGRATION_STEPS, NUMBER_NAMES, UNKNOWN } from './audit-data.ts';

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case: lower-case letters, digits and single hyphens')
  .max(60);

const ownId = id.refine((written) => written !== UNKNOWN, `"${UNKNOWN}" is an answer that every question has`);

const titledSchema = z.strictObject({ title: line, says: line });

const gapSchema = z.strictObject({
  says: line.describe('What is wrong, in one sentence.'),
  does: line.describe('What to do about it, in one sentence.'),
  mend: z.enum(MENDS).describe('The least that mends it.'),
  step: z.enum(MIGRATION_STEPS).describe('The step of a migration that it belongs to.'),
  lesson: z.string().describe('The id of the lesson that shows it.'),
  sources: z.array(z.string()).min(1).describe('Ids of scenarios/sources.yaml.'),
});

const answerSchema = z.strictObject({
  id: ownId,
  text: line,
  rests: z.enum(FOOTINGS).optional().describe('The least that this answer rests on; wanted without a gap.'),
  gap: gapSchema.optional(),
  set: z
    .record(z.string(), z.record(z.string(), z.union([z.boolean(), z.number(), z.string()])))
    .default({})
    .describe('Options by lane that the bill is reckoned with when this is the answer.'),
});

const questionSchema = z.strictObject({
  id: ownId,
  capability: z.enum(CAPABILITIES),
  ask: line,
  why: line.describe('Why it is asked, in one sentence.'),
  lesson: z.string().describe('The id of the lesson that shows what it is about.'),
  answers: z.array(answerSchema).min(2).max(7),
});

const numberSchema = z.strictObject({
  name: z.enum(NUMBER_NAMES),
  label: line,
  per: z.string().max(40),
  byDefault: z.number(),
  least: z.number().min(0),
  most: z.number(),
  isWhole: z.boolean().default(true),
  source: z.string().optional().describe('An id of scenarios/sources.yaml; without one it is an assumption.'),
  note: line.describe('Where the default comes from, in one sentence.'),
});

const events = z.array(z.unknown()).min(1);

export const auditSchema = z.strictObject({
  version: z.literal(1, 'must be 1, the only version there is'),
  asOf: z.iso.date().describe('The day on which the sources said so.'),
  fit: z.strictObject({
    ask: line,
    product: line,
    person: line,
    toPerson: z.strictObject({ says: z.array(prose).min(1).max(4), method: line, steps: z.array(line).length(9) }),
  }),
  capabilities: z.record(z.enum(CAPABILITIES), titledSchema),
  steps: z.record(z.enum(MIGRATION_STEPS), titledSchema.extend({ check: line })),
  questions: z.array(questionSchema).min(10).max(16),
  numbers: z.array(numberSchema).length(NUMBER_NAMES.length),
  bill: z.strictObject({
    notModelled: prose,
    scenario: z.record(z.string(), z.unknown()).describe('A scenario of one answer on a calm day.'),
    break: events.describe('What else happens when the network breaks, as in a script.'),
    stop: events.describe('What else happens when a person stops the answer, as in a script.'),
  }),
});

export type AuditEntry = z.output<typeof auditSchema>;
export type AnswerEntry = z.output<typeof answerSchema>;
