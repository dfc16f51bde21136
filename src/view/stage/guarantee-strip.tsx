/**
 * The guarantees of a lane: each broken one by name, which leads to its moment and says why; the held
 * ones together, small and quiet, so that twelve stay one line.
 */

import { Check, X } from 'lucide-react';
import { memo } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import type { CauseStep } from '../../projection/cause-chain.ts';
import { exactSeconds } from '../../projection/seconds.ts';
import type { GuaranteeChip } from '../../projection/stage/guarantee-chips.ts';
import type { StageHands } from './stage-hands.ts';

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
    return (
      <li>
        <DialogTrigger>
          <Button className="chip" data-held="true" aria-label={`${held.length} guarantees held`}>
            <Check size={11} aria-hidden="true" />
            {isAll ? `all ${held.length} held` : `${held.length} held`}
          </Button>
          <Popover className="popover chip-popover held-popover" placement="bottom start" offset={6}>
            <Dialog aria-label="Guarantees held">
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
            </Dialog>
          </Popover>
        </DialogTrigger>
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

function BrokenChip({ lane, chip, broken, hands }: BrokenChipProps) {
  return (
    <li>
      <DialogTrigger>
        <Button
          className="chip"
          data-held="false"
          aria-label={`${chip.id} ${chip.name}: broken at ${exactSeconds(broken.atMs)} s`}
          onPress={() => {
            hands.goTo(broken.atMs);
            hands.look(lane, broken.event, false);
          }}
        >
          <X size={11} aria-hidden="true" />
          <span className="chip-name">{SHORT[chip.id] ?? chip.name}</span>
          <span className="chip-id">{chip.id}</span>
        </Button>
        <Popover className="popover chip-popover" placement="bottom start" offset={6}>
          <Dialog aria-label={`${chip.id} ${chip.name}`}>
            <h3>
              <span className="mono">{chip.id}</span> {chip.name}
            </h3>
            <p className="quiet">{chip.promise}</p>
            <p className="chip-verdict">
              Broken at {exactSeconds(broken.atMs)} s{broken.where === null ? '' : ` on ${broken.where}`}. Why:
            </p>
            <Causes steps={() => hands.causesOf(lane, broken.event)} onMoment={hands.goTo} />
            <Button className="button chip-more" slot="close" onPress={() => hands.look(lane, broken.event, true)}>
              Look closer
            </Button>
          </Dialog>
        </Popover>
      </DialogTrigger>
    </li>
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
