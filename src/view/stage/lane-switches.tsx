/** The options that decide most, as switches on the stage itself: turning one runs the whole world again. */

import { memo } from 'react';
import { Switch } from 'react-aria-components/Switch';
import type { CompiledLane } from '../../scenario/compiled-scenario.ts';
import type { LaneOptionFact, OptionSwitch } from '../../scenario/lane-option-fact.ts';
import type { StageHands } from './stage-hands.ts';

interface LaneSwitchesProps {
  readonly title: string;
  readonly lane: CompiledLane;
  readonly facts: readonly LaneOptionFact[];
  readonly onOption: StageHands['setOption'];
}

export const LaneSwitches = memo(function LaneSwitches({ title, lane, facts, onOption }: LaneSwitchesProps) {
  const values: Readonly<Record<string, unknown>> = { ...lane.options };
  return (
    <div className="lane-switches" role="group" aria-label={`Switches of ${title}`}>
      {facts.map((fact) =>
        fact.asSwitch === undefined ? null : (
          <LaneSwitchControl
            key={fact.name}
            ends={fact.asSwitch}
            isDefault={values[fact.name] === fact.byDefault}
            value={values[fact.name]}
            meaning={fact.meaning}
            onTurn={(value) => onOption(lane.name, fact.name, value)}
          />
        ),
      )}
    </div>
  );
});

interface LaneSwitchControlProps {
  readonly ends: OptionSwitch;
  readonly isDefault: boolean;
  readonly value: unknown;
  readonly meaning: string;
  readonly onTurn: (value: OptionSwitch['on']) => void;
}

function LaneSwitchControl({ ends, isDefault, value, meaning, onTurn }: LaneSwitchControlProps) {
  const isOther = value !== ends.on && value !== ends.off;
  return (
    <Switch
      className="lane-toggle"
      aria-label={`${ends.label}${isOther ? `: ${String(value)}` : ''}${isDefault ? '' : ', changed'}`}
      data-changed={!isDefault}
      isSelected={value !== ends.off}
      onChange={(isOn) => onTurn(isOn ? ends.on : ends.off)}
    >
      <span className="lane-toggle-track" aria-hidden="true" />
      <span title={meaning.replace(/ \[[^\]]*\]$/, '')} aria-hidden="true">
        <span className="toggle-long">{ends.label}</span>
        <span className="toggle-short">{ends.short}</span>
        {isOther && `: ${String(value)}`}
      </span>
    </Switch>
  );
}
