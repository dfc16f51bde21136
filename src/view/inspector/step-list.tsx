/** Events in sentences, each with its time and each a jump to its moment. */

import { Flag } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { exactSeconds } from '../../projection/seconds.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { EventId } from '../../protocol/trace-event.ts';

interface StepListProps {
  readonly label: string;
  readonly steps: readonly {
    readonly event: EventId;
    readonly atMs: VirtualMs;
    readonly sentence: string;
    /** What a person or the network did. */
    readonly isRoot?: boolean;
    /** What the shape of its mark says, a word such as `lost`. */
    readonly kind?: string;
  }[];
  readonly onJump: (event: EventId) => void;
}

export function StepList({ label, steps, onJump }: StepListProps) {
  return (
    <ol className="inspector-list" aria-label={label}>
      {steps.map(({ event, atMs, sentence, isRoot = false, kind = 'step' }, index) => (
        <li key={`${event} ${index}`} data-root={isRoot} data-kind={kind}>
          <Button className="inspector-jump" onPress={() => onJump(event)}>
            <span className="inspector-at mono">{exactSeconds(atMs)}</span>
            <span className="inspector-dot" aria-hidden="true">
              {isRoot && <Flag size={12} />}
            </span>
            <span className="inspector-said">{sentence}</span>
          </Button>
        </li>
      ))}
    </ol>
  );
}
