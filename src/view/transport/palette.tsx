/** What people and the network can do at the playhead, by a click or by its key. */

import { memo } from 'react';
import { Button } from 'react-aria-components/Button';
import { actorLabel } from '../../projection/actor-label.ts';

export type PaletteVerb = 'drop' | 'refresh' | 'tab' | 'phone' | 'stop';

const VERBS: readonly { readonly verb: PaletteVerb; readonly key: string; readonly meaning: string }[] = [
  { verb: 'drop', key: 'D', meaning: 'Drop the connection at the playhead' },
  { verb: 'refresh', key: 'R', meaning: 'Refresh the page at the playhead' },
  { verb: 'tab', key: 'T', meaning: 'Open another tab at the playhead' },
  { verb: 'phone', key: 'P', meaning: 'Open the phone at the playhead' },
  { verb: 'stop', key: 'S', meaning: 'Press stop at the playhead' },
];

interface PaletteProps {
  readonly surfaces: readonly string[];
  readonly target: string;
  readonly isReady: boolean;
  readonly onVerb: (verb: PaletteVerb) => void;
  readonly onTarget: (surface: string) => void;
}

export const Palette = memo(function Palette({ surfaces, target, isReady, onVerb, onTarget }: PaletteProps) {
  return (
    <div className="palette" role="group" aria-label="Faults and actions at the playhead">
      <span className="palette-hint">Drag a flag, or press</span>
      {VERBS.map(({ verb, key, meaning }) => (
        <Button
          key={verb}
          className="palette-verb"
          data-verb={verb}
          aria-label={meaning}
          isDisabled={!isReady}
          onPress={() => onVerb(verb)}
        >
          <kbd>{key}</kbd>
          {verb}
        </Button>
      ))}
      {surfaces.length > 1 && (
        <label className="palette-target">
          on
          <select
            aria-label="Surface that it happens to"
            value={target}
            onChange={(event) => onTarget(event.currentTarget.value)}
          >
            {surfaces.map((surface) => (
              <option key={surface} value={surface}>
                {actorLabel(surface).toLowerCase()}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
});
