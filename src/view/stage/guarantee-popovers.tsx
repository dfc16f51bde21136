/** What stands behind the chips of a lane: what held and what nothing tried, and why a broken promise broke. */

import { Button } from 'react-aria-components/Button';
import { exactSeconds } from '../../projection/seconds.ts';
import type { GuaranteeChip } from '../../projection/stage/guarantee-chips.ts';
import type { StageHands } from './stage-hands.ts';

export function HeldGuarantees({ chips }: { readonly chips: readonly GuaranteeChip[] }) {
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

interface BrokenGuaranteeProps {
  /** The lane's name in the run. */
  readonly lane: string;
  readonly chip: GuaranteeChip;
  readonly hands: StageHands;
}

/** The chain of causes is walked when somebody looks at it. */
export function BrokenGuarantee({ lane, chip: { id, name, promise, broken }, hands }: BrokenGuaranteeProps) {
  if (broken === null) return null;
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
      <Button className="button chip-more" slot="close" onPress={() => hands.look(lane, broken.event, true)}>
        Look closer
      </Button>
    </>
  );
}
