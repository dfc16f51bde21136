/** The answers on one surface: real prose, with its wounds in the places where the words belong. */

import { Fragment, memo, useEffect, useRef } from 'react';
import type { AnswerSegment } from '../../projection/stage/answer-segments.ts';
import type { ShownAnswer } from '../../projection/stage/surface-view.ts';
import { useElementSize } from '../element-size.ts';

interface AnswersProps {
  /** One for each agent. */
  readonly answers: readonly ShownAnswer[];
  readonly label: string;
}

/** Of the type size: an average character, a line, and what a ragged line end leaves empty on the average. */
const CHARACTER = 0.455;
const LINE = 1.46;
const TIGHT_LINE = 1.38;
/** Below this many pixels of height the lines stand closer. */
const TIGHT_PX = 180;
const RAGGED = 2.4;
/** A short answer is not shouted. */
const LEAST_CHARACTERS = 60;
const SMALLEST_PX = 11;
const LARGEST_PX = 26;
/** Past this many words a hole is one block: nobody counts them. */
const MOST_SINGLE_HOLES = 400;

export const Answers = memo(function Answers({ answers, label }: AnswersProps) {
  const [ref, { width, height }] = useElementSize<HTMLDivElement>({ width: 240, height: 200 });
  const characters = answers.map(({ words }) => words.reduce((sum, word) => sum + word.length + 1, 0));
  const line = height < TIGHT_PX ? TIGHT_LINE : LINE;
  const size = fittingSize(characters, width, height, line);
  const isOverfull = size === null;
  const lastWord = answers.reduce((sum, { segments }) => sum + (segments.at(-1)?.to ?? 0), 0);
  useNewestInSight(ref, isOverfull, lastWord);
  return (
    <div
      ref={ref}
      className="answer"
      {...(isOverfull ? { tabIndex: 0, role: 'region', 'aria-label': `Answer on ${label}` } : {})}
    >
      {answers.map(({ agent, words, segments }) => (
        <p key={agent} style={{ fontSize: `${size ?? SMALLEST_PX}px`, lineHeight: line }}>
          {segments.map((segment) => (
            <Fragment key={`${segment.from} ${segment.kind}`}>
              <Stretch words={words} segment={segment} />{' '}
            </Fragment>
          ))}
        </p>
      ))}
    </div>
  );
});

/** The largest type size at which all answers can be seen at once, `null` when even the smallest is too large. */
function fittingSize(characters: readonly number[], width: number, height: number, line: number): number | null {
  for (let size = LARGEST_PX; size >= SMALLEST_PX; size -= 0.25) {
    const perLine = Math.max(width - RAGGED * size, size) / (CHARACTER * size);
    const lines = characters.reduce((sum, count) => sum + Math.ceil(Math.max(count, LEAST_CHARACTERS) / perLine), 0);
    if (lines * line * size <= height) return size;
  }
  return null;
}

function Stretch({ words, segment }: { readonly words: readonly string[]; readonly segment: AnswerSegment }) {
  const { kind, from, to } = segment;
  const count = to - from + 1;
  const text = words.slice(from - 1, to);
  switch (kind) {
    case 'on-time':
      return text.join(' ');
    case 'late':
      return <span className="word-late">{text.join(' ')}</span>;
    case 'doubled':
      return <span className="word-doubled">{text.join(' ')}</span>;
    case 'missing':
      return (
        <>
          <span className="visually-hidden">[{count === 1 ? '1 word' : `${count} words`} missing]</span>
          <span aria-hidden="true">
            {count > MOST_SINGLE_HOLES ? (
              <span className="word-missing">{text.join(' ')}</span>
            ) : (
              text.map((word, index) => (
                <Fragment key={from + index}>
                  {index > 0 && ' '}
                  <span className="word-missing">{word}</span>
                </Fragment>
              ))
            )}
          </span>
        </>
      );
  }
}

/** A long answer follows its newest word, as chat pages do. */
function useNewestInSight(ref: { readonly current: HTMLElement | null }, isOverfull: boolean, lastWord: number): void {
  const followed = useRef(0);
  useEffect(() => {
    const element = ref.current;
    if (element === null || !isOverfull || followed.current === lastWord) return;
    followed.current = lastWord;
    element.scrollTop = element.scrollHeight;
  }, [ref, isOverfull, lastWord]);
}
