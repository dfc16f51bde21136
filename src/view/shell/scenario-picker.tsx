/** Which scenario is on the stage. */

import { Check, ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';

interface ScenarioPickerProps {
  readonly scenarios: readonly CompiledScenario[];
  readonly current: CompiledScenario;
  readonly onPick: (scenario: CompiledScenario) => void;
}

export function ScenarioPicker({ scenarios, current, onPick }: ScenarioPickerProps) {
  const listed = scenarios.some(({ id }) => id === current.id) ? scenarios : [current, ...scenarios];
  return (
    <Select
      className="picker"
      aria-label="Scenario"
      value={current.id}
      onChange={(key) => {
        const picked = listed.find(({ id }) => id === key);
        if (picked !== undefined) onPick(picked);
      }}
    >
      <Button className="picker-button">
        <SelectValue className="picker-value">{current.title}</SelectValue>
        <ChevronDown size={15} aria-hidden="true" />
      </Button>
      <Popover className="popover picker-popover" placement="bottom end" offset={6}>
        <ListBox className="picker-list" items={listed}>
          {(scenario) => (
            <ListBoxItem className="picker-item" id={scenario.id} textValue={scenario.title}>
              {({ isSelected }) => (
                <>
                  <Check size={15} aria-hidden="true" visibility={isSelected ? 'visible' : 'hidden'} />
                  <Text slot="label">{scenario.title}</Text>
                  <Text slot="description">{scenario.summary}</Text>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
