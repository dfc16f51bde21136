/** The words of the course (`scenarios/glossary.yaml`): what each means, in one sentence. */

import { z } from 'zod';
import { err, ok, type Result } from '../../base/result.ts';
import { explainIssue } from '../explain-issue.ts';
import { suggestWord } from '../nearest-word.ts';
import { placeProblems } from '../parse.ts';
import { readDocument } from '../read-document.ts';
import type { FieldProblem, ScenarioProblem } from '../scenario-problem.ts';

const MOST_WORDS = 25;

const termSchema = z.strictObject({
  means: z.string().trim().min(1).max(300),
  also: z.array(z.string().min(1).max(60)).default([]).describe('Other forms of the word that mean the same.'),
  standsFor: z.string().min(1).max(120).optional().describe('What an acronym is short for.'),
  see: z.array(z.string()).default([]).describe('Terms beside it.'),
});

const glossarySchema = z.strictObject({
  version: z.literal(1, 'must be 1, the only version there is'),
  terms: z.record(z.string().min(1).max(60), termSchema),
});

export interface GlossaryTerm {
  readonly term: string;
  readonly means: string;
  readonly also: readonly string[];
  readonly standsFor: string | null;
  readonly see: readonly string[];
}

/** In the order of the alphabet. */
export type Glossary = readonly GlossaryTerm[];

/** Reads the file. Never throws; problems have the form of a scenario's. */
export function parseGlossary(text: string): Result<Glossary, readonly ScenarioProblem[]> {
  const document = readDocument(text);
  if (!document.ok) return document;
  const { data, locate } = document.value;
  const parsed = glossarySchema.safeParse(data, { reportInput: true });
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap((issue) => explainIssue(issue, { schema: glossarySchema, data }));
    return err(placeProblems(problems, locate));
  }
  const glossary = Object.entries(parsed.data.terms)
    .map(([term, { standsFor = null, ...rest }]) => ({ term, standsFor, ...rest }))
    .toSorted((a, b) => a.term.toLowerCase().localeCompare(b.term.toLowerCase()));
  const problems = checkTerms(glossary);
  return problems.length === 0 ? ok(glossary) : err(placeProblems(problems, locate));
}

function checkTerms(glossary: Glossary): readonly FieldProblem[] {
  const names = glossary.map(({ term }) => term);
  return glossary.flatMap(({ term, means, see, standsFor }) => {
    const at = ['terms', term];
    const problems: FieldProblem[] = [];
    const count = means.split(/\s+/).length;
    if (count > MOST_WORDS) {
      const reason = `it takes ${count} words, more than ${MOST_WORDS}`;
      problems.push({ path: [...at, 'means'], at: 'value', reason, remedy: 'Say it in one short sentence.' });
    }
    see.forEach((other, index) => {
      if (names.includes(other)) return;
      const remedy = suggestWord(other, names, 'Terms');
      problems.push({ path: [...at, 'see', index], at: 'value', reason: `there is no term "${other}"`, remedy });
    });
    if (/^[A-Z]{2,}/.test(term) && standsFor === null) {
      const reason = 'nobody learns what it is short for';
      problems.push({ path: at, at: 'key', reason, remedy: 'Add standsFor, or write the words out.' });
    }
    return problems;
  });
}
