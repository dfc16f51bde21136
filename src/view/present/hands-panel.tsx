/** A show of hands: counted by the presenter, or read from the codes and answers that people send. */

import { Minus, Plus } from 'lucide-react';
import { useId, useMemo } from 'react';
import { Button } from 'react-aria-components/Button';
import { ballotsOf } from '../../present/audience-question.ts';
import { questionsOf } from '../../present/cue.ts';
import { optionLetter } from '../../present/tally.ts';
import { MOST_LINES_TEXT } from '../../present/talk.ts';
import type { Talk, TalkAction } from '../../present/talk.ts';
import type { Question } from '../../scenario/lesson/lesson-data.ts';
import type { TalkLesson } from './use-lesson.ts';

interface HandsPanelProps extends TalkLesson {
  readonly talk: Talk;
  readonly act: (action: TalkAction) => void;
  readonly question: number;
}

const MOST_HANDS = 999;

export function HandsPanel({ lesson, runs, talk, act, question: index }: HandsPanelProps) {
  const id = useId();
  const question = questionsOf(lesson)[index];
  const hands = talk.hands[index];
  const ballots = useMemo(() => ballotsOf(lesson, runs, talk.hands), [lesson, runs, talk.hands]);
  if (question === undefined || hands === undefined) return null;
  const said = ballots.answers[index]?.length ?? 0;
  const problems = ballots.problems.filter((problem) => problem.question === index);
  const setCount = (option: number, count: number) => {
    if (question.kind !== 'choice') return;
    const counts = question.options.map((_, place) => (place === option ? count : (hands.counts[place] ?? 0)));
    act({ type: 'hands', question: index, hands: { ...hands, counts } });
  };
  return (
    <div className="hands">
      <h3>Show of hands</h3>
      {question.kind === 'choice' && (
        <ul>
          {question.options.map(({ text }, option) => (
            <HandCount
              key={text}
              name={`${optionLetter(option)} ${text}`}
              count={hands.counts[option] ?? 0}
              onCount={(count) => setCount(option, count)}
            />
          ))}
        </ul>
      )}
      <label htmlFor={id}>{sayLines(question)}</label>
      <textarea
        id={id}
        rows={4}
        spellCheck={false}
        autoComplete="off"
        maxLength={MOST_LINES_TEXT}
        value={hands.lines}
        aria-describedby={`${id}-said`}
        onChange={(event) =>
          act({ type: 'hands', question: index, hands: { ...hands, lines: event.currentTarget.value } })
        }
      />
      <p id={`${id}-said`} className="quiet" role="status">
        {said === 1 ? '1 answer is counted here' : `${said} answers are counted here`}
        {ballots.repeated > 0 &&
          `; ${ballots.repeated} stood twice and ${ballots.repeated === 1 ? 'counts' : 'count'} once`}
        .
      </p>
      {problems.length > 0 && (
        <ul className="hands-problems">
          {problems.map(({ line, text, reason }) => (
            <li key={`${line} ${text}`}>
              Line {line}, “{text}”: {reason}.
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface HandCountProps {
  readonly name: string;
  readonly count: number;
  readonly onCount: (count: number) => void;
}

function HandCount({ name, count, onCount }: HandCountProps) {
  const take = (wanted: number) => onCount(Math.min(MOST_HANDS, Math.max(0, wanted)));
  return (
    <li className="hand">
      <span>{name}</span>
      <Button
        className="icon-button"
        aria-label={`One less: ${name}`}
        onPress={() => take(count - 1)}
        isDisabled={count === 0}
      >
        <Minus size={18} aria-hidden="true" />
      </Button>
      <input
        aria-label={`Hands for ${name}`}
        inputMode="numeric"
        autoComplete="off"
        value={count === 0 ? '' : count}
        placeholder="0"
        onChange={(event) => take(Number(event.currentTarget.value.replaceAll(/\D/g, '')))}
      />
      <Button className="icon-button" aria-label={`One more: ${name}`} onPress={() => take(count + 1)}>
        <Plus size={18} aria-hidden="true" />
      </Button>
    </li>
  );
}

function sayLines(question: Question): string {
  switch (question.kind) {
    case 'choice':
      return 'Codes from phones, or letters, one a line';
    case 'number':
      return `Codes from phones, or numbers (${question.unit}), one a line`;
    case 'point':
      return 'Codes from phones, or seconds, one a line';
    default:
      return 'Codes from phones, one a line';
  }
}
