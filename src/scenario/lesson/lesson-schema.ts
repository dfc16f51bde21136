/**
 * The `lesson` block of a scenario file: the zod source of its types. It holds no number that a run can supply
 * and no answer: questions say where their answer is found, texts have placeholders, beats hang on events.
 * What needs the scenario (names, paths) is checked in `compile-lesson.ts`, what needs the run in the
 * projections of `lesson`.
 */

import { z } from 'zod';
import { laneClaims } from '../claim-schema.ts';
import { LIMITS } from '../limits.ts';
import { LESSON_COUNT, LESSON_PARTS } from './lesson-part.ts';
import { line, prose } from './lesson-text.ts';
import { patchSchema, patchShape } from './patch-schema.ts';
import { questionSchema } from './question-schema.ts';

const name = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case: lower-case letters, digits and single hyphens')
  .max(60);
const verb = z.string().min(1).max(40);
const claims = z.record(z.string(), laneClaims);

const variantSchema = z.strictObject({
  id: name,
  title: line,
  ...patchShape,
  expect: claims.optional().describe('What this run must prove, as under the scenario’s own `expect`.'),
});

const anchorSchema = z.strictObject({
  lane: z.string().min(1).max(60),
  event: z.string().min(1).max(60).describe('An event of the trace, such as connection.closed.'),
  on: z.string().min(1).max(60).optional().describe('Who it happened to: a surface, an agent, server, session, proxy.'),
  with: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .optional()
    .describe('Fields that the event must have, such as status: error.'),
  token: z.int().min(1).max(LIMITS.tokens).optional().describe('The event is about this word of the answer.'),
  nth: z.int().min(1).max(LIMITS.tokens).default(1).describe('Which of the events that fit, counted from 1.'),
  laterMs: z.int().min(0).max(LIMITS.horizonMs).default(0).describe('So long after it.'),
  in: z.string().optional().describe('A variant; the lesson’s own run by default.'),
});

const beatSchema = z.strictObject({
  say: line.describe('One sentence. It is shown when its event has happened.'),
  after: anchorSchema,
  note: prose.optional().describe('For the presenter alone.'),
});

const maySchema = z.strictObject({
  add: z.array(verb).default([]).describe('Verbs of entries that may be added.'),
  change: z.array(verb).default([]).describe('Verbs of entries that may be moved or changed.'),
  remove: z.array(verb).default([]).describe('Verbs of entries that may be taken out.'),
  options: z
    .record(z.string(), z.union([z.literal('all'), z.array(z.string()).min(1)]))
    .default({})
    .describe('Options by lane that may be switched: a list of their names, or all.'),
});

const challengeSchema = z.strictObject({
  goal: line,
  in: z.string().optional().describe('The variant that the challenge starts from; the lesson’s own run by default.'),
  claims: claims.describe('What must hold for the goal to be reached; it does not hold before.'),
  may: maySchema.describe('What may be changed on the way; everything else may not.'),
  hint: prose,
  solution: patchSchema.describe('A way that reaches it. It sets the measure for three stars.'),
});

export const lessonSchema = z
  .strictObject({
    number: z.int().min(1).max(LESSON_COUNT),
    part: z.enum(LESSON_PARTS),
    question: line.describe('What the lesson is about, in one sentence.'),
    minutes: z.int().min(1).max(30),
    variants: z.array(variantSchema).max(8).default([]).describe('Further runs that the lesson compares with.'),
    predict: z.array(questionSchema).min(1).max(3),
    beats: z.array(beatSchema).min(1).max(20),
    observe: questionSchema.describe('What happened? Asked after the run and before it is explained.'),
    explain: z.strictObject({
      text: prose.describe('The principle, in at most 80 words.'),
      sources: z.array(z.string()).min(1).describe('Ids of scenarios/sources.yaml.'),
      asOf: z.iso.date().describe('The day on which the sources said so.'),
      notModelled: prose.describe('What the simulator leaves out here.'),
    }),
    try: challengeSchema,
    notes: prose.describe('For the presenter: what to say, what to ask, where people stumble.'),
    handout: z.strictObject({
      task: prose.describe('What to do on paper, beside a blank timeline.'),
      answer: prose.describe('For the next page.'),
    }),
  })
  .describe('What makes a lesson of the scenario. The files of lessons are in scenarios/lessons.');

export type LessonEntry = z.output<typeof lessonSchema>;
export type VariantEntry = z.output<typeof variantSchema>;
export type AnchorEntry = z.output<typeof anchorSchema>;
