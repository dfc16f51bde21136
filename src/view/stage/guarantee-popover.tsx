/** What stands behind a chip: the guarantees that held, or why one is broken. */

import type { ReactNode, RefObject } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import type { CauseStep } from '../../projection/cause-chain.ts';
import { exactSeconds } from '../../projection/seconds.ts';
import type { GuaranteeChip } from '../../projection/stage/guarantee-chips.ts';
import type { StageHands } from './stage-hands.ts';

interface ChipPopoverProps {
  readonly trigger: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

interface HeldPopoverProps extends ChipPopoverProps {
  readonly held: readonly GuaranteeChip[];
}

export function HeldPopover({ held, ...place }: HeldPopoverProps) {
  return (
    <ChipPopover className="held-popover" label="Guarantees held" {...place}>
      <h3>Held in this run</h3>
      <ul className="held-list">
        {held.map(({ id, name, promise }) => (
          <li key={id}>
            <span className="mono">{id}</span>
            <span>
              <strong>{name}</strong> <span className="quiet">{promise}</span>
            </span>
          </li>
        ))}
      </ul>
    </ChipPopover>
  );
}

interface BrokenPopoverProps extends ChipPopoverProps {
  /** The lane's name in the run. */
  readonly lane: string;
  readonly chip: GuaranteeChip;
  readonly broken: NonNullable<GuaranteeChip['broken']>;
  readonly hands: StageHands;
}

export function BrokenPopover({ lane, chip, broken, hands, ...place }: BrokenPopoverProps) {
  return (
    <ChipPopover label={`${chip.id} ${chip.name}`} {...place}>
      <h3>
        <span className="mono">{chip.id}</span> {chip.name}
      </h3>
      <p className="quiet">{chip.promise}</p>
      <p className="chip-verdict">
        Broken at {exactSeconds(broken.atMs)} s{broken.where === null ? '' : ` on ${broken.where}`}. Why:
      </p>
      <Causes steps={() => hands.causesOf(lane, broken.event)} onMoment={hands.goTo} />
      <Button
        className="button chip-more"
        onPress={() => {
          place.onClose();
          hands.look(lane, broken.event, true);
        }}
      >
        Look closer
      </Button>
    </ChipPopover>
  );
}

interface FrameProps extends ChipPopoverProps {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

function ChipPopover({ trigger, onClose, label, className = '', children }: FrameProps) {
  return (
    <Popover
      className={`popover chip-popover ${className}`}
      triggerRef={trigger}
      isOpen
      onOpenChange={onClose}
      placement="bottom start"
      offset={6}
    >
      <Dialog aria-label={label}>{children}</Dialog>
    </Popover>
  );
}

/** The chain is walked when somebody looks at it. */
function Causes({
  steps,
  onMoment,
}: {
  readonly steps: () => readonly CauseStep[];
  readonly onMoment: (atMs: number) => void;
}) {
  return (
    <ol className="causes">
      {steps().map((step) => (
        <li key={step.event}>
          <Button className="cause" onPress={() => onMoment(step.atMs)}>
            <span className="mono">{exactSeconds(step.atMs)}</span>
            <span>{step.sentence}</span>
          </Button>
        </li>
      ))}
    </ol>
  );
}
