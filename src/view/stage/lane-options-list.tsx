/** Every option of a lane in its group, each with its value, its meaning, its default and where that comes from. */

import { RotateCcw } from 'lucide-react';
import { Fragment } from 'react';
import { Button } from 'react-aria-components/Button';
import { assertNever } from '../../base/assert.ts';
import type { CompiledLane } from '../../scenario/compiled-scenario.ts';
import type { LaneOptionFact, OptionValue } from '../../scenario/lane-option-fact.ts';
import type { StageHands } from './stage-hands.ts';

interface LaneOptionsListProps {
  readonly lane: CompiledLane;
  readonly facts: readonly LaneOptionFact[];
  readonly onOption: StageHands['setOption'];
}

export function LaneOptionsList({ lane, facts, onOption }: LaneOptionsListProps) {
  const values: Readonly<Record<string, unknown>> = { ...lane.options };
  return facts.map((fact) => (
    <Fragment key={fact.name}>
      {fact.heading !== undefined && <h4 className="option-group">{fact.heading}</h4>}
      <Option fact={fact} value={values[fact.name]} onValue={(value) => onOption(lane.name, fact.name, value)} />
    </Fragment>
  ));
}

interface OptionProps {
  readonly fact: LaneOptionFact;
  readonly value: unknown;
  readonly onValue: (value: OptionValue) => void;
}

function Option({ fact, value, onValue }: OptionProps) {
  const [meaning, source] = splitSource(fact.meaning);
  const isChanged = value !== fact.byDefault;
  return (
    <div className="option" data-changed={isChanged}>
      <label>
        <span className="option-name mono">{fact.name}</span>
        <Control key={String(value)} fact={fact} value={value} onValue={onValue} />
      </label>
      <p className="option-meaning">
        {meaning}{' '}
        <span className="option-source">
          Default {String(fact.byDefault)}
          {fact.kind === 'number' && ` (${fact.least} to ${fact.most})`}
          {source === '' ? '' : `, source ${source}`}.
        </span>
        {isChanged && (
          <Button
            className="option-reset"
            aria-label={`Set ${fact.name} back to ${String(fact.byDefault)}`}
            onPress={() => onValue(fact.byDefault)}
          >
            <RotateCcw size={12} aria-hidden="true" />
            back to {String(fact.byDefault)}
          </Button>
        )}
      </p>
    </div>
  );
}

function Control({ fact, value, onValue }: OptionProps) {
  switch (fact.kind) {
    case 'flag':
      return (
        <input type="checkbox" checked={value === true} onChange={(event) => onValue(event.currentTarget.checked)} />
      );
    case 'choice':
      return (
        <select value={String(value)} onChange={(event) => onValue(event.currentTarget.value)}>
          {fact.choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      );
    case 'number':
      return (
        <input
          type="number"
          inputMode="numeric"
          defaultValue={Number(value)}
          min={fact.least}
          max={fact.most}
          onBlur={(event) => {
            const wanted = event.currentTarget.valueAsNumber;
            const isAllowed = Number.isInteger(wanted) && wanted >= fact.least && wanted <= fact.most;
            if (!isAllowed) event.currentTarget.valueAsNumber = Number(value);
            else if (wanted !== value) onValue(wanted);
          }}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        />
      );
    default:
      return assertNever(fact);
  }
}

/** `What it does. [F2.1, W A0]` as its sentence and its source. */
function splitSource(meaning: string): readonly [string, string] {
  const [, sentence = meaning, source = ''] = /^(.*?)\s*\[([^\]]*)\]$/.exec(meaning) ?? [];
  return [sentence, source];
}
