/** Which of the lane's machines is drawn. */

import { Check, ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components/Menu';
import type { MachineInstance } from '../../projection/inspector/machine-instance.ts';

interface MachinePickerProps {
  readonly instances: readonly MachineInstance[];
  readonly current: MachineInstance;
  readonly onPick: (instance: MachineInstance) => void;
}

export function MachinePicker({ instances, current, onPick }: MachinePickerProps) {
  return (
    <MenuTrigger>
      <Button className="machine-picker" aria-label={`Machine: ${current.owner}, ${current.chart.id}`}>
        <span className="machine-owner">{current.owner}</span>
        <span className="mono">{current.chart.id}</span>
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom start" offset={6}>
        <Menu
          className="menu machine-menu"
          aria-label="Machine"
          selectionMode="single"
          selectedKeys={[current.key]}
          onAction={(key) => {
            const picked = instances.find((instance) => instance.key === key);
            if (picked !== undefined) onPick(picked);
          }}
        >
          {instances.map(({ key, owner, chart }) => (
            <MenuItem key={key} className="picker-item" id={key} textValue={`${owner}, ${chart.id}`}>
              {key === current.key && <Check size={15} aria-hidden="true" />}
              <Text slot="label">{owner}</Text>
              <Text slot="description">{chart.id}</Text>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
