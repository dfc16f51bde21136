/** A question with the room's hands, and the same question held against the run. */

import type { AudienceQuestion } from '../../present/audience-question.ts';
import { optionLetter } from '../../present/tally.ts';
import { TallyPicture } from './tally-picture.tsx';

interface AudienceQuestionProps {
  readonly asked: AudienceQuestion;
  readonly eyebrow: string;
}

export function AudienceAsk({ asked, eyebrow }: AudienceQuestionProps) {
  return (
    <div className="audience-page" data-page="ask">
      <p className="audience-eyebrow">{eyebrow}</p>
      <h1 className="audience-ask">{asked.ask}</h1>
      <Answers asked={asked} isRevealed={false} />
    </div>
  );
}

export function AudienceAnswer({ asked, eyebrow }: AudienceQuestionProps) {
  return (
    <div className="audience-page" data-page="answer">
      <p className="audience-eyebrow">{eyebrow}</p>
      <h1 className="audience-ask">{asked.ask}</h1>
      <Answers asked={asked} isRevealed />
      {asked.held !== null && <p className="audience-held">{asked.held}</p>}
      {asked.reveal !== null && <p className="audience-reveal">{asked.reveal}</p>}
    </div>
  );
}

function Answers({ asked, isRevealed }: { readonly asked: AudienceQuestion; readonly isRevealed: boolean }) {
  const { question, tally, truth } = asked;
  if (question.kind !== 'choice' || tally.kind !== 'choice') return <TallyPicture {...asked} isRevealed={isRevealed} />;
  const right = isRevealed && truth?.kind === 'choice' ? truth.right : [];
  const most = Math.max(1, ...tally.counts);
  return (
    <ol className="audience-options" data-counted={tally.said > 0}>
      {question.options.map(({ text }, option) => {
        const count = tally.counts[option] ?? 0;
        return (
          <li key={text} data-right={right.includes(option)}>
            <b className="room-option-letter">{optionLetter(option)}</b>
            <span className="room-option-text">
              {text}
              {right.includes(option) && <span className="room-option-truth">the run</span>}
            </span>
            {tally.said > 0 && (
              <span className="room-option-hands">
                <span className="room-option-bar" style={{ inlineSize: `${(count / most) * 100}%` }} />
                <b>{count}</b>
                <span className="visually-hidden">{count === 1 ? 'hand' : 'hands'}</span>
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
