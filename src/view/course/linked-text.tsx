/** A text of the course, in which the first use of each term of the glossary says what it means at a press. */

import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger, Heading } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { linkTerms } from '../../projection/lesson/glossary-links.ts';
import { glossaryHash } from '../../projection/lesson/glossary-address.ts';
import type { Glossary, GlossaryTerm } from '../../scenario/lesson/glossary.ts';
import './course.css';

interface LinkedTextProps {
  /** With its placeholders filled. */
  readonly text: string;
  readonly glossary: Glossary;
  /** Terms that stand above it on the page, see `termsIn`; they are not marked again. */
  readonly seen?: ReadonlySet<string>;
}

/** Inline: the caller says what it is, a paragraph or a line of a list. */
export function LinkedText({ text, glossary, seen }: LinkedTextProps) {
  return linkTerms(text, glossary, new Set(seen)).map((segment) => {
    const entry = glossary.find(({ term }) => term === segment.term);
    return entry === undefined ? segment.text : <Term key={entry.term} word={segment.text} {...{ entry, glossary }} />;
  });
}

interface TermProps {
  /** As it stands in the text. */
  readonly word: string;
  readonly entry: GlossaryTerm;
  readonly glossary: Glossary;
}

function Term({ word, entry, glossary }: TermProps) {
  return (
    <DialogTrigger>
      <Button className="term">{word}</Button>
      <Popover className="popover term-popover" placement="bottom start" offset={4}>
        <Dialog>
          <Meaning first={entry} glossary={glossary} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Begins with the term that was pressed and goes on to the terms beside it, in the same place. */
function Meaning({ first, glossary }: { readonly first: GlossaryTerm; readonly glossary: Glossary }) {
  const [{ term, standsFor, means, see }, show] = useState(first);
  const beside = glossary.filter((other) => see.includes(other.term));
  return (
    <>
      <Heading slot="title" level={3}>
        {term}
        {standsFor !== null && <span className="term-stands-for"> {standsFor}</span>}
      </Heading>
      <p>{means}</p>
      <div className="term-ways">
        {beside.map((other) => (
          <Button key={other.term} className="term" onPress={() => show(other)}>
            {other.term}
          </Button>
        ))}
        <a href={glossaryHash(term)}>In the glossary</a>
      </div>
    </>
  );
}
