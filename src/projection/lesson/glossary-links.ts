/** A text with the words of the glossary marked, each where it first stands. */

import type { Glossary } from '../../scenario/lesson/glossary.ts';

/** `term` is the entry of the glossary, `null` for plain text. */
export interface TextSegment {
  readonly text: string;
  readonly term: string | null;
}

interface Forms {
  /** The term of each form, by {@link keyOf}. */
  readonly names: ReadonlyMap<string, string>;
  /** `null` for a glossary without terms. */
  readonly pattern: RegExp | null;
}

/** Made once for each glossary: a page marks hundreds of texts with the same one. */
const formsOf = new WeakMap<Glossary, Forms>();

/** Marks each term once; `seen` are terms that stand earlier on the page, and grows. */
export function linkTerms(text: string, glossary: Glossary, seen = new Set<string>()): readonly TextSegment[] {
  const { names, pattern } = readForms(glossary);
  if (pattern === null) return text === '' ? [] : [{ text, term: null }];
  const segments: TextSegment[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const term = names.get(keyOf(match[0]));
    if (term === undefined || seen.has(term)) continue;
    seen.add(term);
    if (match.index > from) segments.push({ text: text.slice(from, match.index), term: null });
    segments.push({ text: match[0], term });
    from = match.index + match[0].length;
  }
  if (from < text.length) segments.push({ text: text.slice(from), term: null });
  return segments;
}

/** The terms that texts have, for the `seen` of what stands below them. */
export function termsIn(texts: readonly string[], glossary: Glossary): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const text of texts) linkTerms(text, glossary, seen);
  return seen;
}

/** Acronyms of the text that no entry explains. */
export function unexplainedAcronyms(text: string, glossary: Glossary): readonly string[] {
  const known = new Set(glossary.flatMap(({ term, also }) => [term, ...also]));
  const found = [...text.matchAll(/(?<![\p{L}\d_-])[A-Z][A-Z\d]*[A-Z](?![\p{L}\d_])/gu)].map(([word]) => word);
  return [...new Set(found)].filter((word) => !known.has(word));
}

/** Acronyms are told from words by their case: `SSE` is not `sse`, and `Run` is `run`. */
function keyOf(form: string): string {
  return isAcronym(form) ? form : form.toLowerCase();
}

function isAcronym(form: string): boolean {
  return form === form.toUpperCase();
}

function readForms(glossary: Glossary): Forms {
  const known = formsOf.get(glossary);
  if (known !== undefined) return known;
  const names = new Map(
    glossary.flatMap(({ term, also }) => [term, ...also].map((form) => [keyOf(form), term] as const)),
  );
  const forms = { names, pattern: formsPattern(glossary) };
  formsOf.set(glossary, forms);
  return forms;
}

/** All forms, the longest first, each as a whole word, in the plural as well. */
function formsPattern(glossary: Glossary): RegExp | null {
  const forms = glossary.flatMap(({ term, also }) => [term, ...also]).toSorted((a, b) => b.length - a.length);
  if (forms.length === 0) return null;
  const patterns = forms.map((form) => {
    const [first = '', ...rest] = Array.from(form);
    const tail = rest.join('').replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
    return isAcronym(form) ? `${escaped(first)}${tail}` : `[${first.toLowerCase()}${first.toUpperCase()}]${tail}`;
  });
  return new RegExp(`(?<![\\p{L}\\d-])(?:${patterns.join('|')})(?![\\p{L}\\d])`, 'gu');
}

function escaped(character: string): string {
  return /[.*+?^${}()|[\]\\/]/.test(character) ? `\\${character}` : character;
}
