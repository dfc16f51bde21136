/** The control that a question is answered with, and after it the truth beside the answer. */

import { assertNever } from '../../base/assert.ts';
import type { AnswerKey } from '../../projection/lesson/answer-key.ts';
import type { Question } from '../../scenario/lesson/lesson-data.ts';
import type { Prediction } from '../../scenario/lesson/lesson-progress.ts';
import type { Run } from '../../sim/run.ts';
import { ChoiceField } from './choice-field.tsx';
import { CurveField } from './curve-field.tsx';
import { NumberField } from './number-field.tsx';
import { PointField } from './point-field.tsx';

interface QuestionFieldProps {
  readonly question: Question;
  readonly answerKey: AnswerKey | null;
  /** The run that the question is about. */
  readonly run: Run | null;
  readonly value: Prediction | null;
  /** `null` once it is answered for good: then the truth is shown as well. */
  readonly onValue: ((prediction: Prediction) => void) | null;
}

export function QuestionField({ question, answerKey, run, value, onValue }: QuestionFieldProps) {
  switch (question.kind) {
    case 'choice':
      return (
        <ChoiceField
          options={question.options}
          value={value?.kind === 'choice' ? value.option : null}
          truth={onValue === null && answerKey?.kind === 'choice' ? answerKey.right : null}
          onValue={onValue === null ? null : (option) => onValue({ kind: 'choice', option })}
        />
      );
    case 'number':
      return (
        <NumberField
          question={question}
          value={value?.kind === 'number' ? value.value : null}
          truth={onValue === null && answerKey?.kind === 'number' ? answerKey.value : null}
          onValue={onValue === null ? null : (amount) => onValue({ kind: 'number', value: amount })}
        />
      );
    case 'point':
      return (
        run !== null && (
          <PointField
            run={run}
            value={value?.kind === 'point' ? value.atMs : null}
            truth={onValue === null && answerKey?.kind === 'point' ? answerKey.atMs : null}
            onValue={onValue === null ? null : (atMs) => onValue({ kind: 'point', atMs })}
          />
        )
      );
    case 'curve':
      return (
        run !== null &&
        answerKey?.kind === 'curve' && (
          <CurveField
            run={run}
            surface={question.surface}
            answer={answerKey}
            value={value?.kind === 'curve' ? value.points : null}
            onValue={onValue === null ? null : (points) => onValue({ kind: 'curve', points })}
          />
        )
      );
    default:
      return assertNever(question);
  }
}
