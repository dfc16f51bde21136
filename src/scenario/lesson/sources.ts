/** Where lessons have their facts from (`scenarios/sources.yaml`): id to what can be opened and read. */

import { z } from 'zod';
import { err, ok, type Result } from '../../base/result.ts';
import { explainIssue } from '../explain-issue.ts';
import { placeProblems } from '../parse.ts';
import { readDocument } from '../read-document.ts';
import type { ScenarioProblem } from '../scenario-problem.ts';

const common = {
  title: z.string().trim().min(1).max(200),
  asOf: z.iso.date().describe('The day on which it said so.'),
  note: z.string().trim().min(1).max(400).optional().describe('What it says that matters here, in our words.'),
};
const url = z.url({ protocol: /^https$/ });

/**
 * `vendor`: what a product says of itself, documentation or claim; `project`: source code, or an issue of a
 * project; `spec`: a standard or a protocol; `paper`: a talk, an article, a discussion; `measured`: a row of
 * our own measurements, which has no address.
 */
const sourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('vendor'), ...common, url }),
  z.strictObject({ kind: z.literal('project'), ...common, url }),
  z.strictObject({ kind: z.literal('spec'), ...common, url }),
  z.strictObject({ kind: z.literal('paper'), ...common, url }),
  z.strictObject({
    kind: z.literal('measured'),
    ...common,
    rows: z.string().min(1).max(200).describe('Where it stands in wire-truth.json.'),
  }),
]);

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case: lower-case letters, digits and single hyphens')
  .max(60);

const sourcesSchema = z.strictObject({
  version: z.literal(1, 'must be 1, the only version there is'),
  sources: z.record(id, sourceSchema),
});

export type Source = z.output<typeof sourceSchema>;

/** By id. */
export type Sources = ReadonlyMap<string, Source>;

/** Reads the file. Never throws; problems have the form of a scenario's. */
export function parseSources(text: string): Result<Sources, readonly ScenarioProblem[]> {
  const document = readDocument(text);
  if (!document.ok) return document;
  const { data, locate } = document.value;
  const parsed = sourcesSchema.safeParse(data, { reportInput: true });
  if (parsed.success) return ok(new Map(Object.entries(parsed.data.sources)));
  const problems = parsed.error.issues.flatMap((issue) => explainIssue(issue, { schema: sourcesSchema, data }));
  return err(placeProblems(problems, locate));
}
