/** The switches of a lane, each with its default and its meaning; a change runs the whole world again. */

import { SlidersHorizontal } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import type { CompiledLane } from '../../scenario/compiled-scenario.ts';
import type { LaneOptionFact, OptionValue } from '../../scenario/lane-option-fact.ts';

interface LaneOptionsButtonProps {
  readonly title: string;
  readonly lane: CompiledLane;
  readonly facts: readonly LaneOptionFact[];
  readonly onOption: (option: string, value: OptionValue) => void;
}

export function LaneOptionsButton({ title, lane, facts, onOption }: LaneOptionsButtonProps) {
  const values: Readonly<Record<string, unknown>> = { ...lane.options };
  const changed = facts.filter(({ name, byDefault }) => values[name] !== byDefault).length;
  return (
    <DialogTrigger>
      <Button
        className="icon-button options-button"
        aria-label={`Options of ${title}${changed > 0 ? `, ${changed} changed` : ''}`}
      >
        <SlidersHorizontal size={14} aria-hidden="true" />
        {changed > 0 && <span className="options-changed" aria-hidden="true" />}
      </Button>
      <Popover className="popover options-popover" placement="bottom start" offset={6}>
        <Dialog aria-label={`Options of ${title}`}>
          <h3>{title}: options</h3>
          {facts.map((fact) => (
            <Option
              key={fact.name}
              fact={fact}
              value={values[fact.name]}
              onValue={(value) => onOption(fact.name, value)}
            />
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface OptionProps {
  readonly fact: LaneOptionFact;
  readonly value: unknown;
  readonly onValue: (value: OptionValue) => void;
}

function Option({ fact, value, onValue }: OptionProps) {
  const [meaning, source] = splitSource(fact.meaning);
  return (
    <label className="option" data-changed={value !== fact.byDefault}>
      <span className="option-name mono">{fact.name}</span>
      <Control fact={fact} value={value} onValue={onValue} />
      <span className="option-meaning">
        {meaning}{' '}
        <span className="option-source">
          Default {String(fact.byDefault)}
          {source === '' ? '' : `, source ${source}`}.
        </span>
      </span>
    </label>
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
          defaultValue={Number(value)}
          min={fact.least}
          max={fact.most}
          onBlur={(event) => {
            const wanted = event.currentTarget.valueAsNumber;
            if (Number.isInteger(wanted) && wanted >= fact.least && wanted <= fact.most) onValue(wanted);
            else event.currentTarget.valueAsNumber = Number(value);
          }}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        />
      );
  }
}

/** `What it does. [F2.1, W A0]` as its sentence and its source. */
function splitSource(meaning: string): readonly [string, string] {
  const [, sentence = meaning, source = ''] = /^(.*?)\s*\[([^\]]*)\]$/.exec(meaning) ?? [];
  return [sentence, source];
}
