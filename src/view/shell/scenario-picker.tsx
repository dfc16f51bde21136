/** Which scenario is on the stage. */

import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import { Late, latePart } from '../late.tsx';
import { useOpener } from '../opener.ts';

interface ScenarioPickerProps {
  readonly scenarios: readonly CompiledScenario[];
  readonly current: CompiledScenario;
  readonly onPick: (scenario: CompiledScenario) => void;
}

const scenarioMenu = latePart(async () => (await import('./scenario-menu.tsx')).ScenarioMenu);

export function ScenarioPicker(props: ScenarioPickerProps) {
  const { button, trigger, isOpen, close } = useOpener('menu');
  const { title } = props.current;
  return (
    <>
      <Button {...button} className="picker-button" aria-label={`Scenario: ${title}`}>
        <span className="picker-value">{title}</span>
        <ChevronDown size={15} aria-hidden="true" />
      </Button>
      <Late part={scenarioMenu} isOpen={isOpen} onClose={close}>
        {(ScenarioMenu) => <ScenarioMenu {...props} trigger={trigger} onClose={close} />}
      </Late>
    </>
  );
}
