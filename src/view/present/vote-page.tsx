/** For people in the room, on their phone: answer, and get a short code to send or to read out. Nothing is sent. */

import { useState } from 'react';
import { fillTemplate } from '../../projection/lesson/fill-template.ts';
import { optionLetter } from '../../present/tally.ts';
import { voteCode } from '../../present/vote-answer.ts';
import type { VoteScale } from '../../present/vote-answer.ts';
import { voteScales } from '../../present/vote-scale.ts';
import type { Prediction } from '../../scenario/lesson/lesson-progress.ts';
import { useTheme } from '../shell/theme.ts';
import type { TalkLesson } from './use-lesson.ts';
import { VoteCurve } from './vote-curve.tsx';
import { VoteSlider } from './vote-slider.tsx';
import './vote.css';

export function VotePage({ lesson, runs }: TalkLesson) {
  useTheme();
  const [ballot] = useState(() => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);
  const scales = voteScales(lesson, runs);
  return (
    <main className="vote">
      <p className="quiet">Lesson {lesson.number}</p>
      <h1>{lesson.question}</h1>
      <p>Answer, then send the code to whoever presents, or read it out. Nothing leaves this phone by itself.</p>
      <ol>
        {scales.map((scale, question) => (
          <li key={question}>
            <VoteQuestion
              ask={fillTemplate(scale.question.ask, runs)}
              name={question < lesson.predict.length ? `Before the run, ${question + 1}` : 'After the run'}
              scale={scale}
              onCode={(prediction) => voteCode({ lesson: lesson.number, question }, prediction, scale, ballot)}
            />
          </li>
        ))}
      </ol>
    </main>
  );
}

interface VoteQuestionProps {
  readonly ask: string;
  readonly name: string;
  readonly scale: VoteScale;
  readonly onCode: (prediction: Prediction) => string;
}

function VoteQuestion({ ask, name, scale, onCode }: VoteQuestionProps) {
  const [prediction, setPrediction] = useState<Prediction | null>(null);
  return (
    <fieldset className="vote-question">
      <legend>
        <span className="quiet">{name}</span>
        {ask}
      </legend>
      <VoteInput {...{ ask, scale, prediction }} onPrediction={setPrediction} />
      <p className="vote-code" role="status">
        {prediction === null ? (
          <span className="quiet">Your code stands here once you have answered.</span>
        ) : (
          <>
            Your code <b className="mono">{onCode(prediction)}</b>
          </>
        )}
      </p>
    </fieldset>
  );
}

interface VoteInputProps {
  readonly ask: string;
  readonly scale: VoteScale;
  readonly prediction: Prediction | null;
  readonly onPrediction: (prediction: Prediction) => void;
}

function VoteInput({ ask, scale, prediction, onPrediction }: VoteInputProps) {
  const { question, horizonMs } = scale;
  switch (question.kind) {
    case 'choice':
      return question.options.map(({ text }, option) => (
        <label key={text} className="vote-option">
          <input
            type="radio"
            name={ask}
            checked={prediction?.kind === 'choice' && prediction.option === option}
            onChange={() => onPrediction({ kind: 'choice', option })}
          />
          <b>{optionLetter(option)}</b>
          <span>{text}</span>
        </label>
      ));
    case 'number': {
      const value = prediction?.kind === 'number' ? prediction.value : null;
      return (
        <VoteSlider
          label={ask}
          value={value}
          from={question.from}
          to={question.to}
          unit={question.unit}
          onValue={(next) => onPrediction({ kind: 'number', value: next })}
        />
      );
    }
    case 'point': {
      const value = prediction?.kind === 'point' ? prediction.atMs / 1000 : null;
      return (
        <VoteSlider
          label={ask}
          value={value}
          from={0}
          to={horizonMs / 1000}
          unit="seconds"
          onValue={(next) => onPrediction({ kind: 'point', atMs: Math.round(next * 1000) })}
        />
      );
    }
    default:
      return (
        <VoteCurve
          scale={scale}
          points={prediction?.kind === 'curve' ? prediction.points : null}
          onPoints={(points) => onPrediction({ kind: 'curve', points })}
        />
      );
  }
}
