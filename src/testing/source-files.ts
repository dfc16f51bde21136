/** The source of the product as text, for the tests that read it. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('..', import.meta.url));

export interface SourceFile {
  /** Below `src`, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** The text without its comments. */
  readonly code: string;
  readonly isTest: boolean;
  readonly imports: readonly ImportOf[];
}

export interface ImportOf {
  /** As written. */
  readonly specifier: string;
  /** Below `src`, `null` for a package. */
  readonly module: string | null;
  /** Leaves nothing behind at run time. */
  readonly isTypeOnly: boolean;
}

/** Every TypeScript file below `src`. */
export function readSourceFiles(): readonly SourceFile[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path))
    .toSorted()
    .map((path) => {
      const text = readFileSync(join(SRC, path), 'utf8');
      const isTest = /\.(test|e2e)\.tsx?$/.test(path) || path.startsWith('testing/');
      const code = withoutComments(text);
      return { path, text, code, isTest, imports: importsIn(path, code) };
    });
}

const STATIC = /^(?:import|export)\s+(type\s)?([^'"`;]*?\sfrom\s+|[{}\w\s,*]*from\s*)?['"]([^'"\n]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"\n]+)['"]|\bnew URL\(\s*['"](\.[^'"\n]+\.tsx?)['"]/g;

/** Good enough for our own source: a comment begins a line or follows a space. */
function withoutComments(text: string): string {
  return text.replaceAll(/(^|\s)\/\*[\s\S]*?\*\//g, '$1').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}

/** The imports of one file: static and dynamic ones, and the address of a worker. */
export function importsIn(path: string, text: string): readonly ImportOf[] {
  const found: ImportOf[] = [];
  for (const [, type, clause, specifier] of text.matchAll(STATIC)) {
    if (specifier === undefined) continue;
    found.push({
      specifier,
      module: resolve(path, specifier),
      isTypeOnly: type !== undefined || hasTypesOnly(clause ?? ''),
    });
  }
  for (const [, imported, address] of text.matchAll(DYNAMIC)) {
    const specifier = imported ?? address;
    if (specifier === undefined) continue;
    // A type may be written as import('…').Type, which leaves nothing behind in a declaration file.
    found.push({ specifier, module: resolve(path, specifier), isTypeOnly: path.endsWith('.d.ts') });
  }
  return found;
}

function hasTypesOnly(clause: string): boolean {
  const names = /^\{([^}]*)\}/
    .exec(clause.trim())?.[1]
    ?.split(',')
    .filter((name) => name.trim() !== '');
  return names !== undefined && names.length > 0 && names.every((name) => /^\s*type\s/.test(name));
}

function resolve(from: string, specifier: string): string | null {
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier.replace(/\?.*$/, '')) : null;
}
