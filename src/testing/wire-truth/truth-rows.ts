/** The measured rows, as they stand in `wire-truth.json`. */

import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A count: what every repetition came to, or the least and the most. */
const spread = z.union([z.number(), z.tuple([z.number(), z.number()])]);

const rowSchema = z.object({
  stack: z.enum(['A0', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'D1', 'D1s', 'D2']),
  script: z.enum(['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S12', 'S15', 'S15-hang']),
  generated: spread,
  runs: z.number(),
  /** One entry for each way in which repetitions ended, such as `15:killed + 40:complete`. */
  runEnds: z.array(z.string()),
  /** Of the tab that the row is about: with repeats. */
  shown: spread,
  missing: spread,
  duplicated: spread,
  outOfOrder: spread,
  /** In how many repetitions the shown text was the answer: `0/3`. */
  textMatches: z.string().regex(/^\d\/\d$/),
  clientStatus: z.string(),
  unseen: spread,
  generatedAfterStop: spread.optional(),
  generatedWhileNobodyThere: spread.optional(),
  serverNoticedMs: spread.optional(),
  surfaces: z.array(z.object({ tab: z.number(), shown: spread, duplicated: spread, status: z.string() })).optional(),
});

export type Spread = z.output<typeof spread>;
export type TruthRow = z.output<typeof rowSchema>;
export type StackName = TruthRow['stack'];
export type MeasuredScript = TruthRow['script'];

const extraSchema = z.object({ first: z.record(z.string(), z.unknown()) });

const file = z
  .object({ rows: z.array(rowSchema), extras: z.record(z.string(), z.record(z.string(), z.unknown())) })
  .parse(JSON.parse(readFileSync(new URL('wire-truth.json', import.meta.url), 'utf8')));

export const TRUTH_ROWS: readonly TruthRow[] = file.rows;

/**
 * What was measured beside the rows: `fields` of the first repetition of a case of a subject.
 *
 * @throws when the file has no such case or field.
 */
export function truthExtra(
  subject: string,
  name: string,
  fields: readonly string[],
): Readonly<Record<string, unknown>> {
  const { first } = extraSchema.parse(file.extras[subject]?.[name]);
  const missing = fields.filter((field) => !Object.hasOwn(first, field));
  if (missing.length > 0) throw new Error(`unable to read "${subject}", "${name}"; it has no ${missing.join(', ')}`);
  return Object.fromEntries(fields.map((field) => [field, first[field]]));
}

/** How a row is called: `A0 S1`. */
export function rowName({ stack, script }: Pick<TruthRow, 'stack' | 'script'>): string {
  return `${stack} ${script}`;
}

/** The least and the most of a spread. */
export function boundsOf(value: Spread): readonly [number, number] {
  return typeof value === 'number' ? [value, value] : value;
}
