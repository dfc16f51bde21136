/**
 * Audit file, version 1 (contract): what a team has said, as JSON to keep or to hand on. The schema is the source of
 * the format; what cannot be read is named, with line and column.
 */

import { z } from 'zod';
import { err, ok, type Result } from '../../base/result.ts';
import { explainIssue } from '../explain-issue.ts';
import { jsonFaultPlace, jsonFieldPlace } from '../json-place.ts';
import { placeProblems } from '../parse.ts';
import { describeProblem } from '../scenario-problem.ts';
import { FIT } from './audit-data.ts';
import { readAnswers } from './audit-link.ts';
import type { AuditTerms, ReadAudit } from './audit-link.ts';
import type { AuditState } from './audit-state.ts';

const AUDIT_FORMAT = 'pull-the-plug/audit';
const MOST_ENTRIES = 100;

const few = (record: object) => Object.keys(record).length <= MOST_ENTRIES;
const tooMany = `it has more than ${MOST_ENTRIES} entries`;
const numbers = z.record(z.string().max(60), z.number()).refine(few, tooMany);

const auditFileSchema = z.strictObject({
  format: z.literal(AUDIT_FORMAT),
  version: z.literal(1, 'must be 1, the only version there is'),
  answers: z.record(z.string().max(60), z.string().max(60)).refine(few, tooMany),
  numbers,
  prices: numbers,
});

/** JSON that {@link readAuditFile} gives back. */
export function writeAuditFile({ fit, answers, numbers: own, prices }: AuditState): string {
  const said = fit === null ? answers : { [FIT]: fit, ...answers };
  return `${JSON.stringify({ format: AUDIT_FORMAT, version: 1, answers: said, numbers: own, prices }, null, 2)}\n`;
}

/** Never throws. Answers of another version are left out and named; a file of another kind is refused with a sentence for each reason. */
export function readAuditFile(text: string, name: string, terms: AuditTerms): Result<ReadAudit, readonly string[]> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    const remedy = 'It may have been cut; save the answers again.';
    return err([
      describeProblem({ path: '', ...jsonFaultPlace(text), reason: 'it stops being JSON here', remedy }, name),
    ]);
  }
  const parsed = auditFileSchema.safeParse(data, { reportInput: true });
  if (parsed.success) return ok(readAnswers(parsed.data, terms));
  const problems = parsed.error.issues.flatMap((issue) => explainIssue(issue, { schema: auditFileSchema, data }));
  const placed = placeProblems(problems, (path) => jsonFieldPlace(text, path));
  return err(placed.map((problem) => describeProblem(problem, name)));
}
