/**
 * The guarantees of a lane: each broken one by name, which leads to its moment and says why; the others
 * together, small and quiet, so that twelve stay one line. What nothing tried is not counted as held.
 */

import { Check, X } from 'lucide-react';
import { memo } from 'react';
import type { ReactNode } from 'react';
import { exactSeconds } from '../../projection/seconds.ts';
import type { GuaranteeChip } from '../../projection/stage/guarantee-chips.ts';
import { Late, latePart } from '../late.tsx';
import { useOpener } from '../opener.ts';
import type { ChipContent } from './chip-popover.tsx';
import type { StageHands } from './stage-hands.ts';

const chipPopover = latePart(async () => (await import('./chip-popover.tsx')).ChipPopover);

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
  const others = chips.filter(({ broken }) => broken === null);
  return (
    <ul className="chips" aria-label={`Guarantees of ${title}`}>
      {chips.flatMap((chip) =>
        chip.broken === null
          ? []
          : [<BrokenChip key={chip.id} lane={lane} chip={chip} broken={chip.broken} hands={hands} />],
      )}
      {others.length > 0 && <HeldChip chips={others} />}
    </ul>
  );
});

/** Each re-run under a drag makes new chips; as long as the same ones hold, this need not be drawn again. */
const HeldChip = memo(
  function HeldChip({ chips }: { readonly chips: readonly GuaranteeChip[] }) {
    const untested = chips.filter((chip) => chip.untested !== null).length;
    const held = chips.length - untested;
    return (
      <Chip
        kind={held > 0 ? 'held' : 'untested'}
        label={`${held} guarantees held${untested > 0 ? `, ${untested} not tested` : ''}`}
        content={{ kind: 'others', chips }}
      >
        {held > 0 && <Check size={11} aria-hidden="true" />}
        {held > 0 && `${held} held`}
        {held > 0 && untested > 0 && ', '}
        {untested > 0 && <span className="chip-untested">{untested} not tested</span>}
      </Chip>
    );
  },
  (before, now) => idsOf(before.chips) === idsOf(now.chips),
);

function idsOf(chips: readonly GuaranteeChip[]): string {
  return chips.map(({ id, untested }) => `${id} ${untested ?? ''}`).join();
}

type BrokenChipProps = Omit<Extract<ChipContent, { readonly kind: 'broken' }>, 'kind'>;

function BrokenChip({ lane, chip, broken, hands }: BrokenChipProps) {
  return (
    <Chip
      kind="broken"
      label={`${chip.id} ${chip.name}: broken at ${exactSeconds(broken.atMs)} s`}
      content={{ kind: 'broken', lane, chip, broken, hands }}
      onPress={() => {
        hands.goTo(broken.atMs);
        hands.look(lane, broken.event, false);
      }}
    >
      <X size={11} aria-hidden="true" />
      <span className="chip-name">{SHORT[chip.id] ?? chip.name}</span>
      <span className="chip-id">{chip.id}</span>
    </Chip>
  );
}

interface ChipProps {
  readonly kind: 'held' | 'untested' | 'broken';
  readonly label: string;
  readonly content: ChipContent;
  readonly onPress?: () => void;
  readonly children: ReactNode;
}

function Chip({ kind, label, content, onPress, children }: ChipProps) {
  const { button, trigger, isOpen, close } = useOpener('dialog');
  return (
    <li>
      {/* A plain one: several are drawn anew with each move of a drag. */}
      <button
        type="button"
        ref={trigger}
        className="chip"
        data-kind={kind}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => {
          button.onPress();
          onPress?.();
        }}
      >
        {children}
      </button>
      <Late part={chipPopover} isOpen={isOpen} onClose={close}>
        {(ChipPopover) => <ChipPopover trigger={trigger} content={content} onClose={close} />}
      </Late>
    </li>
  );
}
