/** The answers on one surface: real prose, with its wounds in the places where the words belong. */

import { Fragment, memo, useEffect, useRef } from 'react';
import { assertNever } from '../../base/assert.ts';
import type { AnswerSegment } from '../../projection/stage/answer-segments.ts';
import type { ShownAnswer } from '../../projection/stage/surface-view.ts';
import { useElementSize } from '../element-size.ts';
import { fittingSize, SMALLEST_PX } from './fit-type.ts';
import type { StageHands } from './stage-hands.ts';
import { useWordPress } from './use-word-press.ts';
import { useRoomyType } from './roomy-type.ts';

interface AnswersProps {
  /** The lane's name in the run, and the surface's. */
  readonly lane: string;
  readonly surface: string;
  /** One for each agent. */
  readonly answers: readonly ShownAnswer[];
  readonly label: string;
  /** For whoever asks what became of a word. */
  readonly hands: Pick<StageHands, 'lookAtWord'>;
}

/** The height of a line, of the type size; where there is less room, the lines stand closer. */
const LINE = 1.46;
const TIGHT_LINE = 1.38;
const TIGHT_PX = 180;
/** Past this many words a hole is one block: nobody counts them. */
const MOST_SINGLE_HOLES = 400;

export const Answers = memo(function Answers({ lane, surface, answers, label, hands }: AnswersProps) {
  const [ref, { width, height }] = useElementSize<HTMLDivElement>({ width: 240, height: 200 });
  const line = height < TIGHT_PX ? TIGHT_LINE : LINE;
  const texts = answers.map(({ words }) => words);
  const content = useRef<HTMLDivElement>(null);
  const [size, isOverfull] = useRoomyType(ref, content, {
    fitting: fittingSize(texts, { width, height, line }) ?? SMALLEST_PX,
    place: `${width} ${height}`,
  });
  const lastWord = answers.reduce((sum, { segments }) => sum + (segments.at(-1)?.to ?? 0), 0);
  useNewestInSight(ref, isOverfull, lastWord);
  useWordPress(content, (answer, word) => {
    const asked = answers[answer];
    if (asked !== undefined) hands.lookAtWord(lane, { surface, turn: asked.turn, agent: asked.agent, word });
  });
  return (
    <div
      ref={ref}
      className="answer"
      data-overfull={isOverfull}
      {...(isOverfull ? { tabIndex: 0, role: 'region', 'aria-label': `Answer on ${label}` } : {})}
    >
      <div ref={content}>
        {answers.map(({ agent, words, segments }, index) => (
          <p key={agent} data-agent={agent} data-answer={index} style={{ fontSize: `${size}px`, lineHeight: line }}>
            {answers.length > 1 && segments.length > 0 && (
              <span className="answer-agent">{agent.replaceAll('-', ' ')} </span>
            )}
            {withKeys(segments).map(([key, segment]) => (
              <Fragment key={key}>
                <Stretch words={words} segment={segment} />{' '}
              </Fragment>
            ))}
          </p>
        ))}
      </div>
    </div>
  );
});

/** The second hole stays the second hole when it begins elsewhere: only the words that came or went are set anew. */
function withKeys(segments: readonly AnswerSegment[]): readonly (readonly [key: string, segment: AnswerSegment])[] {
  const counts = new Map<AnswerSegment['kind'], number>();
  return segments.map((segment) => {
    const count = counts.get(segment.kind) ?? 0;
    counts.set(segment.kind, count + 1);
    return [`${segment.kind} ${count}`, segment] as const;
  });
}

function Stretch({ words, segment }: { readonly words: readonly string[]; readonly segment: AnswerSegment }) {
  const { kind, from, to } = segment;
  const count = to - from + 1;
  const text = words.slice(from - 1, to);
  switch (kind) {
    case 'on-time':
      return <span data-from={from}>{text.join(' ')}</span>;
    case 'late':
      return (
        <span className="word-late" data-from={from}>
          {text.join(' ')}
        </span>
      );
    case 'doubled':
      return (
        <span className="word-doubled" data-from={from}>
          {text.join(' ')}
        </span>
      );
    case 'missing':
      return (
        <span className="word-gap" role="button" tabIndex={0} data-from={from}>
          <span className="visually-hidden">{count === 1 ? '1 word' : `${count} words`} missing, why?</span>
          <span aria-hidden="true">
            {count > MOST_SINGLE_HOLES ? (
              <span className="word-missing" data-block="true">
                {text.join(' ')}
              </span>
            ) : (
              text.map((word, index) => (
                <Fragment key={from + index}>
                  {index > 0 && ' '}
                  <span className="word-missing" data-from={from + index}>
                    {word}
                  </span>
                </Fragment>
              ))
            )}
          </span>
        </span>
      );
    default:
      return assertNever(kind);
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
