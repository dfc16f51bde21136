/** Which scenario is on the stage. */

import { Check, ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components/Menu';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';

interface ScenarioPickerProps {
  readonly scenarios: readonly CompiledScenario[];
  readonly current: CompiledScenario;
  readonly onPick: (scenario: CompiledScenario) => void;
}

export function ScenarioPicker({ scenarios, current, onPick }: ScenarioPickerProps) {
  const listed = scenarios.some(({ id }) => id === current.id) ? scenarios : [current, ...scenarios];
  return (
    <MenuTrigger>
      <Button className="picker-button" aria-label={`Scenario: ${current.title}`}>
        <span className="picker-value">{current.title}</span>
        <ChevronDown size={15} aria-hidden="true" />
      </Button>
      <Popover className="popover picker-popover" placement="bottom end" offset={6}>
        <Menu
          className="menu"
          aria-label="Scenario"
          selectionMode="single"
          selectedKeys={[current.id]}
          onAction={(key) => {
            const picked = listed.find(({ id }) => id === key);
            if (picked !== undefined) onPick(picked);
          }}
        >
          {listed.map((scenario) => (
            <MenuItem key={scenario.id} className="picker-item" id={scenario.id} textValue={scenario.title}>
              {scenario.id === current.id && <Check size={15} aria-hidden="true" />}
              <Text slot="label">{scenario.title}</Text>
              <Text slot="description">{scenario.summary}</Text>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
