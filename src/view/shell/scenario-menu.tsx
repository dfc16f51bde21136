/** The scenarios, with what each is about. */

import { Check } from 'lucide-react';
import type { RefObject } from 'react';
import { Menu, MenuItem, Popover, Text } from 'react-aria-components/Menu';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';

interface ScenarioMenuProps {
  readonly trigger: RefObject<HTMLElement | null>;
  readonly scenarios: readonly CompiledScenario[];
  readonly current: CompiledScenario;
  readonly onPick: (scenario: CompiledScenario) => void;
  readonly onClose: () => void;
}

export function ScenarioMenu({ trigger, scenarios, current, onPick, onClose }: ScenarioMenuProps) {
  const listed = scenarios.some(({ id }) => id === current.id) ? scenarios : [current, ...scenarios];
  return (
    <Popover
      className="popover picker-popover"
      aria-label="Scenario"
      triggerRef={trigger}
      isOpen
      onOpenChange={onClose}
      placement="bottom end"
      offset={6}
    >
      <Menu
        className="menu"
        aria-label="Scenario"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu that opens takes the focus, as menus do
        autoFocus="first"
        selectionMode="single"
        selectedKeys={[current.id]}
        onAction={(key) => {
          const picked = listed.find(({ id }) => id === key);
          if (picked !== undefined) onPick(picked);
        }}
        onClose={onClose}
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
  );
}
