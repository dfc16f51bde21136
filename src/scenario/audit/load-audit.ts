/** From the text of the audit's file to an {@link Audit}. */

import { err, ok, type Result } from '../../base/result.ts';
import { explainIssue } from '../explain-issue.ts';
import { placeProblems } from '../parse.ts';
import { readDocument } from '../read-document.ts';
import type { ScenarioProblem } from '../scenario-problem.ts';
import type { Audit } from './audit-data.ts';
import { auditSchema } from './audit-schema.ts';
import { compileAudit, type AuditContext } from './compile-audit.ts';

/** Parses, checks and compiles. Never throws; every problem has its place in `text`. */
export function loadAudit(text: string, context: AuditContext): Result<Audit, readonly ScenarioProblem[]> {
  const document = readDocument(text);
  if (!document.ok) return document;
  const { data, locate } = document.value;
  const parsed = auditSchema.safeParse(data, { reportInput: true });
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap((issue) => explainIssue(issue, { schema: auditSchema, data }));
    return err(placeProblems(problems, locate));
  }
  const audit = compileAudit(parsed.data, context);
  return audit.ok ? ok(audit.value) : err(placeProblems(audit.error, locate));
}
