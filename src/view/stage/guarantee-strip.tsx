/** The guarantees of a lane, held or broken. A broken one leads to its moment and says why. */

import { Check, X } from 'lucide-react';
import { memo } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import type { CauseStep } from '../../projection/cause-chain.ts';
import { exactSeconds } from '../../projection/seconds.ts';
import type { GuaranteeChip } from '../../projection/stage/guarantee-chips.ts';

interface GuaranteeStripProps {
  /** The lane's name in the run, and its title on the page. */
  readonly lane: string;
  readonly title: string;
  readonly chips: readonly GuaranteeChip[];
  readonly onMoment: (atMs: number) => void;
  /** The chain of causes of an event of a lane. */
  readonly why: (lane: string, event: number) => readonly CauseStep[];
}

/** Names that are too long for a chip; the popover has the whole one. */
const SHORT: Readonly<Record<string, string>> = { G5: 'stop', G6: 'links' };

export const GuaranteeStrip = memo(function GuaranteeStrip({ lane, title, chips, onMoment, why }: GuaranteeStripProps) {
  return (
    <ul className="chips" aria-label={`Guarantees of ${title}`}>
      {chips.map((chip) => (
        <Chip key={chip.id} lane={lane} chip={chip} onMoment={onMoment} why={why} />
      ))}
    </ul>
  );
});

interface ChipProps extends Pick<GuaranteeStripProps, 'lane' | 'onMoment' | 'why'> {
  readonly chip: GuaranteeChip;
}

const Chip = memo(function Chip({ lane, chip, onMoment, why }: ChipProps) {
  return (
    <li>
      <DialogTrigger>
        <Button
          className="chip"
          data-held={chip.broken === null}
          aria-label={`${chip.id} ${chip.name}: ${chip.broken === null ? 'held' : `broken at ${exactSeconds(chip.broken.atMs)} s`}`}
          onPress={() => chip.broken !== null && onMoment(chip.broken.atMs)}
        >
          {chip.broken === null ? <Check size={11} aria-hidden="true" /> : <X size={11} aria-hidden="true" />}
          <span className="chip-name">{SHORT[chip.id] ?? chip.name}</span>
          <span className="chip-id">{chip.id}</span>
        </Button>
        <Popover className="popover chip-popover" placement="bottom start" offset={6}>
          <Dialog aria-label={`${chip.id} ${chip.name}`}>
            <ChipAccount lane={lane} chip={chip} onMoment={onMoment} why={why} />
          </Dialog>
        </Popover>
      </DialogTrigger>
    </li>
  );
}, saysTheSame);

/** Each re-run under a drag makes new chips; one that is held, as before, need not be drawn again. */
function saysTheSame(before: ChipProps, now: ChipProps): boolean {
  const isHeldAsBefore = before.chip.broken === null && now.chip.broken === null;
  const isAboutTheSame = before.lane === now.lane && before.chip.id === now.chip.id;
  return isHeldAsBefore && isAboutTheSame && before.onMoment === now.onMoment;
}

function ChipAccount({ lane, chip, onMoment, why }: ChipProps) {
  const { broken } = chip;
  return (
    <>
      <h3>
        <span className="mono">{chip.id}</span> {chip.name}
      </h3>
      <p className="quiet">{chip.promise}</p>
      {broken === null ? (
        <p className="chip-verdict" data-held="true">
          Held in this run.
        </p>
      ) : (
        <>
          <p className="chip-verdict" data-held="false">
            Broken at {exactSeconds(broken.atMs)} s{broken.where === null ? '' : ` on ${broken.where}`}. Why:
          </p>
          <ol className="causes">
            {why(lane, broken.event).map((step) => (
              <li key={step.event}>
                <Button className="cause" onPress={() => onMoment(step.atMs)}>
                  <span className="mono">{exactSeconds(step.atMs)}</span>
                  <span>{step.sentence}</span>
                </Button>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}
