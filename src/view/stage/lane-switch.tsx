/** Which lane is in front where only one fits; each button says how its lane came out. */

import { memo } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import type { LaneHead } from '../../projection/stage/stage-reader.ts';
import { VerdictIcon } from './lane-column.tsx';

interface LaneSwitchProps {
  readonly choices: readonly Pick<LaneHead, 'name' | 'lane' | 'title' | 'verdict'>[];
  readonly front: string;
  readonly onFront: (name: string) => void;
}

export const LaneSwitch = memo(function LaneSwitch({ choices, front, onFront }: LaneSwitchProps) {
  return (
    <ToggleButtonGroup
      className="lane-switch"
      aria-label="Lane in front"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[front]}
      onSelectionChange={(keys) => {
        const [name] = keys;
        if (typeof name === 'string') onFront(name);
      }}
    >
      {choices.map((head) => (
        <ToggleButton
          key={head.name}
          id={head.name}
          data-lane={head.lane}
          aria-label={`${head.title}: ${head.verdict.text}`}
        >
          <span className="lane-key" aria-hidden="true" />
          <span>{head.title}</span>
          <span className="verdict" data-tone={head.verdict.tone}>
            <VerdictIcon tone={head.verdict.tone} />
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
});
