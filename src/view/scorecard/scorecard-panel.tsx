/** A run on one page: the result first, then each guarantee by lane and surface, then the bill and its prices. */

import { useDeferredValue, useMemo } from 'react';
import { scorecardOf } from '../../projection/scorecard/scorecard.ts';
import type { PanelProps } from '../dock/panel.ts';
import { BillTables } from './bill-tables.tsx';
import { CopyButtons } from './copy-buttons.tsx';
import { GuaranteeMatrix } from './guarantee-matrix.tsx';
import { PriceFields } from './price-fields.tsx';
import { ResultCards } from './result-cards.tsx';
import { useRate } from './use-rate.ts';
import './scorecard.css';

export function ScorecardPanel({ state, dispatch, ports, run }: PanelProps) {
  const [rate, setRate] = useRate();
  // Under a drag the picture comes first, the numbers follow.
  const shown = useDeferredValue(run);
  const card = useMemo(() => (shown === null ? null : scorecardOf(shown, rate)), [shown, rate]);
  if (card === null) {
    return state.failure === null ? (
      <p className="dock-status" role="status">
        The first run is under way.
      </p>
    ) : (
      <p className="dock-status">There is no run to score. Above the stage it says why.</p>
    );
  }
  const goTo = (lane: string, event: number, surface: string | null) => {
    dispatch({ type: 'event.selected', lane, event, moves: true, ...(surface === null ? {} : { surface }) });
    dispatch({ type: 'dock.opened', panel: 'why', leads: true });
  };
  return (
    <div className="scorecard">
      {state.failure !== null && (
        <p className="scorecard-stale">This is the last run that there is: the newest change could not be simulated.</p>
      )}
      <ResultCards cards={card.lanes} />
      <GuaranteeMatrix lanes={card.lanes} rows={card.guarantees} onBreak={goTo} />
      <BillTables lanes={card.lanes} groups={card.bill} />
      <PriceFields
        facts={ports.priceFacts}
        prices={state.scenario.prices}
        rate={rate}
        onRate={setRate}
        dispatch={dispatch}
      />
      <CopyButtons card={card} />
    </div>
  );
}
