/** All terms by the alphabet, those that are sought, and the one that the address names. */

import { useState } from 'react';
import { termAt } from '../../projection/lesson/glossary-address.ts';
import type { Glossary } from '../../scenario/lesson/glossary.ts';
import type { LessonSummary } from '../../scenario/lesson/lesson-data.ts';
import { GlossaryEntry } from './glossary-entry.tsx';
import { hasWords } from './has-words.ts';
import './glossary.css';

interface GlossaryListProps {
  readonly glossary: Glossary;
  readonly lessons: readonly LessonSummary[];
  readonly hash: string;
}

export function GlossaryList({ glossary, lessons, hash }: GlossaryListProps) {
  // Another address asks for another term, whatever was sought before.
  const [{ at, sought }, seek] = useState({ at: hash, sought: '' });
  const wanted = at === hash ? sought : '';
  const named = termAt(hash, glossary);
  const found = glossary.filter((entry) => hasWords(entry, wanted));
  const letters = Map.groupBy(found, ({ term }) => term.charAt(0).toUpperCase());
  return (
    <div className="glossary">
      <div className="glossary-head">
        <h1>Glossary</h1>
        <p>{glossary.length} words of the course, each in a sentence. In a lesson, press a word with dots under it.</p>
        <input
          type="search"
          aria-label="Find a word"
          placeholder="Find a word: log, resume, TTL…"
          value={wanted}
          onChange={(event) => seek({ at: hash, sought: event.currentTarget.value })}
        />
        <p className="glossary-found" role="status">
          {foundText(found.length, wanted)}
        </p>
        {named === null && /^#\/glossary\/./.test(hash) && (
          <p role="alert">The glossary has no such word as the link names; it may be an old one. Look for it here.</p>
        )}
      </div>
      {Array.from(letters, ([letter, entries]) => (
        <section key={letter} className="glossary-letter" aria-labelledby={`letter-${letter}`}>
          <h2 id={`letter-${letter}`}>{letter}</h2>
          <ul>
            {entries.map((entry) => (
              <GlossaryEntry key={entry.term} entry={entry} lessons={lessons} isNamed={entry === named} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function foundText(count: number, wanted: string): string {
  if (wanted === '') return '';
  if (count === 0) return `No word has “${wanted}” in it.`;
  return count === 1 ? '1 word' : `${count} words`;
}
