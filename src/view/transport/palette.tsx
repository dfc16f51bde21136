/** What people and the network can do: at the playhead by a click or by its key, at another moment by carrying it there. */

import { memo } from 'react';
import type { RefObject } from 'react';
import { Button } from 'react-aria-components/Button';
import type { VirtualMs } from '../../protocol/time.ts';
import { actorLabel } from '../../projection/actor-label.ts';
import type { Verb } from '../../scenario/schema.ts';
import type { FlagDrop } from '../timeline/flag-drop.ts';
import { useCarry } from '../timeline/use-carry.tsx';

export type PaletteVerb = 'drop' | 'refresh' | 'tab' | 'phone' | 'stop';

const VERBS: readonly { readonly verb: PaletteVerb; readonly key: string; readonly meaning: string }[] = [
  { verb: 'drop', key: 'D', meaning: 'Drop the connection at the playhead' },
  { verb: 'refresh', key: 'R', meaning: 'Refresh the page at the playhead' },
  { verb: 'tab', key: 'T', meaning: 'Open another tab at the playhead' },
  { verb: 'phone', key: 'P', meaning: 'Open the phone at the playhead' },
  { verb: 'stop', key: 'S', meaning: 'Press stop at the playhead' },
];

/** What each of them is on the timeline. */
const VERB_OF: Readonly<Record<PaletteVerb, Verb>> = {
  drop: 'drop',
  refresh: 'refresh',
  tab: 'open',
  phone: 'open',
  stop: 'stop',
};

interface PaletteProps {
  readonly surfaces: readonly string[];
  readonly target: string;
  readonly isReady: boolean;
  /** Where what is carried is let go. */
  readonly drop: RefObject<FlagDrop | null>;
  /** At the playhead, or at a moment. */
  readonly onVerb: (verb: PaletteVerb, atMs?: VirtualMs) => void;
  readonly onTarget: (surface: string) => void;
}

export const Palette = memo(function Palette({ surfaces, target, isReady, drop, onVerb, onTarget }: PaletteProps) {
  const carry = useCarry<PaletteVerb>({ drop, verbOf: (verb) => VERB_OF[verb], onDrop: onVerb });
  return (
    <div className="palette" role="group" aria-label="Faults and actions at the playhead">
      <span className="palette-hint">Drag to the timeline, or press</span>
      {VERBS.map(({ verb, key, meaning }) => (
        <Button
          key={verb}
          className="palette-verb"
          data-verb={verb}
          aria-label={meaning}
          isDisabled={!isReady}
          onPointerDown={(event) => carry.begin(event, verb)}
          onPress={({ pointerType }) => {
            const isClick = pointerType === 'keyboard' || pointerType === 'virtual' || !carry.hasCarried();
            if (isClick) onVerb(verb);
          }}
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
      {carry.ghost}
    </div>
  );
});
