/**
 * The guarantees of a lane: each broken one by name, which leads to its moment and says why; the held
 * ones together, small and quiet, so that twelve stay one line.
 */

import { Check, X } from 'lucide-react';
import { memo } from 'react';
import { Button } from 'react-aria-components/Button';
import { exactSeconds } from '../../projection/seconds.ts';
import type { GuaranteeChip } from '../../projection/stage/guarantee-chips.ts';
import { Late, latePart } from '../late.tsx';
import { useOpener } from '../opener.ts';
import type { StageHands } from './stage-hands.ts';

const heldPopover = latePart(async () => (await import('./guarantee-popover.tsx')).HeldPopover);
const brokenPopover = latePart(async () => (await import('./guarantee-popover.tsx')).BrokenPopover);

interface GuaranteeStripProps {
  /** The lane's name in the run, and its title on the page. */
  readonly lane: string;
  readonly title: string;
  readonly chips: readonly GuaranteeChip[];
  readonly hands: StageHands;
}

/** Names that are too long for a chip; the popover has the whole one. */
const SHORT: Readonly<Record<string, string>> = {
  G5: 'stop',
  G6: 'links',
  G7: 'known',
  G8: 'ends',
  G9: 'one run',
  G10: 'effects',
  G11: 'catch-up',
  G12: 'writers',
};

export const GuaranteeStrip = memo(function GuaranteeStrip({ lane, title, chips, hands }: GuaranteeStripProps) {
  const held = chips.filter(({ broken }) => broken === null);
  return (
    <ul className="chips" aria-label={`Guarantees of ${title}`}>
      {chips.flatMap((chip) =>
        chip.broken === null
          ? []
          : [<BrokenChip key={chip.id} lane={lane} chip={chip} broken={chip.broken} hands={hands} />],
      )}
      {held.length > 0 && <HeldChip held={held} isAll={held.length === chips.length} />}
    </ul>
  );
});

interface HeldChipProps {
  readonly held: readonly GuaranteeChip[];
  readonly isAll: boolean;
}

/** Each re-run under a drag makes new chips; as long as the same ones hold, this need not be drawn again. */
const HeldChip = memo(
  function HeldChip({ held, isAll }: HeldChipProps) {
    const { button, trigger, isOpen, close } = useOpener('dialog');
    return (
      <li>
        <Button {...button} className="chip" data-held="true" aria-label={`${held.length} guarantees held`}>
          <Check size={11} aria-hidden="true" />
          {isAll ? `all ${held.length} held` : `${held.length} held`}
        </Button>
        <Late part={heldPopover} isOpen={isOpen} onClose={close}>
          {(HeldPopover) => <HeldPopover trigger={trigger} held={held} onClose={close} />}
        </Late>
      </li>
    );
  },
  (before, now) => before.isAll === now.isAll && idsOf(before.held) === idsOf(now.held),
);

function idsOf(chips: readonly GuaranteeChip[]): string {
  return chips.map(({ id }) => id).join(' ');
}

interface BrokenChipProps extends Pick<GuaranteeStripProps, 'lane' | 'hands'> {
  readonly chip: GuaranteeChip;
  readonly broken: NonNullable<GuaranteeChip['broken']>;
}

function BrokenChip(props: BrokenChipProps) {
  const { lane, chip, broken, hands } = props;
  const { button, trigger, isOpen, close } = useOpener('dialog');
  return (
    <li>
      <Button
        {...button}
        className="chip"
        data-held="false"
        aria-label={`${chip.id} ${chip.name}: broken at ${exactSeconds(broken.atMs)} s`}
        onPress={() => {
          button.onPress();
          hands.goTo(broken.atMs);
          hands.look(lane, broken.event, false);
        }}
      >
        <X size={11} aria-hidden="true" />
        <span className="chip-name">{SHORT[chip.id] ?? chip.name}</span>
        <span className="chip-id">{chip.id}</span>
      </Button>
      <Late part={brokenPopover} isOpen={isOpen} onClose={close}>
        {(BrokenPopover) => <BrokenPopover {...props} trigger={trigger} onClose={close} />}
      </Late>
    </li>
  );
}
