/** What stands behind the chips of a lane: what held and what nothing tried, and why a broken promise broke. */

import type { RefObject } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { exactSeconds } from '../../projection/seconds.ts';
import type { GuaranteeChip } from '../../projection/stage/guarantee-chips.ts';
import type { StageHands } from './stage-hands.ts';

/** What a chip stands for: one broken guarantee, or all others of the lane. */
export type ChipContent =
  | { readonly kind: 'others'; readonly chips: readonly GuaranteeChip[] }
  | {
      readonly kind: 'broken';
      /** The lane's name in the run. */
      readonly lane: string;
      readonly chip: GuaranteeChip;
      readonly broken: NonNullable<GuaranteeChip['broken']>;
      readonly hands: StageHands;
    };

interface ChipPopoverProps {
  readonly trigger: RefObject<HTMLElement | null>;
  readonly content: ChipContent;
  readonly onClose: () => void;
}

export function ChipPopover({ trigger, content, onClose }: ChipPopoverProps) {
  const isBroken = content.kind === 'broken';
  return (
    <Popover
      className={`popover chip-popover${isBroken ? '' : ' held-popover'}`}
      triggerRef={trigger}
      isOpen
      onOpenChange={onClose}
      placement="bottom start"
      offset={6}
    >
      <Dialog aria-label={isBroken ? `${content.chip.id} ${content.chip.name}` : 'Guarantees held'}>
        {isBroken ? <BrokenGuarantee {...content} onClose={onClose} /> : <HeldGuarantees chips={content.chips} />}
      </Dialog>
    </Popover>
  );
}

function HeldGuarantees({ chips }: { readonly chips: readonly GuaranteeChip[] }) {
  const tried = chips.filter(({ untested }) => untested === null);
  const untried = chips.filter(({ untested }) => untested !== null);
  return (
    <>
      {tried.length > 0 && <h3>Held in this run</h3>}
      <GuaranteeList chips={tried} />
      {untried.length > 0 && <h3>Not put to the test</h3>}
      <GuaranteeList chips={untried} />
    </>
  );
}

function GuaranteeList({ chips }: { readonly chips: readonly GuaranteeChip[] }) {
  if (chips.length === 0) return null;
  return (
    <ul className="held-list">
      {chips.map(({ id, name, promise, untested }) => (
        <li key={id}>
          <span className="mono">{id}</span>
          <span>
            <strong>{name}</strong> <span className="quiet">{untested ?? promise}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

type BrokenGuaranteeProps = Extract<ChipContent, { readonly kind: 'broken' }> & Pick<ChipPopoverProps, 'onClose'>;

/** The chain of causes is walked when somebody looks at it. */
function BrokenGuarantee({ lane, chip: { id, name, promise }, broken, hands, onClose }: BrokenGuaranteeProps) {
  return (
    <>
      <h3>
        <span className="mono">{id}</span> {name}
      </h3>
      <p className="quiet">{promise}</p>
      <p className="chip-verdict">
        Broken at {exactSeconds(broken.atMs)} s{broken.where === null ? '' : ` on ${broken.where}`}. Why:
      </p>
      <ol className="causes">
        {hands.causesOf(lane, broken.event).map((step) => (
          <li key={step.event}>
            <Button className="cause" onPress={() => hands.goTo(step.atMs)}>
              <span className="mono">{exactSeconds(step.atMs)}</span>
              <span>{step.sentence}</span>
            </Button>
          </li>
        ))}
      </ol>
      <Button
        className="button chip-more"
        onPress={() => {
          onClose();
          hands.look(lane, broken.event, true);
        }}
      >
        Look closer
      </Button>
    </>
  );
}
