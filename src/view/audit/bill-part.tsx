/** The bill of a team, and the numbers that it is reckoned with. */

import type { Dispatch } from 'react';
import { Button } from 'react-aria-components/Button';
import { originText } from '../../projection/audit/audit-report.ts';
import type { AuditBill } from '../../projection/audit/audit-bill.ts';
import type { Audit } from '../../scenario/audit/audit-data.ts';
import type { AuditState } from '../../scenario/audit/audit-state.ts';
import type { PriceFact } from '../../scenario/price-facts.ts';
import { AmountField } from '../scorecard/amount-field.tsx';
import type { AuditAction } from './audit-session.ts';
import type { ReckonedBill } from './use-bill.ts';
import '../scorecard/scorecard.css';

interface BillPartProps {
  readonly audit: Audit;
  readonly state: AuditState;
  readonly priceFacts: readonly PriceFact[];
  readonly reckoned: ReckonedBill;
  readonly dispatch: Dispatch<AuditAction>;
}

export function BillPart({ audit, state, priceFacts, reckoned, dispatch }: BillPartProps) {
  const { bill, isStale, error, retry } = reckoned;
  return (
    <section className="audit-bill" id="audit-bill" aria-labelledby="audit-bill-title">
      <h2 id="audit-bill-title" tabIndex={-1}>
        The bill, with your own numbers
      </h2>
      <p>
        Simulated, not measured. Each lane writes the same answer on a calm day, with a break, and with a stop; the pipe
        with a buffer has a store outside of its process, and a page that asks again.
      </p>
      {error !== null && (
        <p className="audit-error" role="alert">
          Unable to reckon the bill; {error}.{' '}
          <Button className="button" onPress={retry}>
            Try again
          </Button>
        </p>
      )}
      {bill === null ? (
        error === null && <p className="quiet">The runs are being simulated…</p>
      ) : (
        <BillTables bill={bill} isStale={isStale} />
      )}
      <p className="audit-not-modelled">
        <strong>Not modelled:</strong> {audit.bill.notModelled}
      </p>
      <Numbers audit={audit} state={state} priceFacts={priceFacts} dispatch={dispatch} />
    </section>
  );
}

function BillTables({ bill, isStale }: { readonly bill: AuditBill; readonly isStale: boolean }) {
  return (
    // A region that scrolls must be reachable without a pointer.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="audit-tables" aria-busy={isStale} role="region" aria-label="The bill by lane" tabIndex={0}>
      <table className="audit-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">What</span>
            </th>
            {bill.lanes.map(({ name, lane, title }) => (
              <th key={name} scope="col" data-lane={lane}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {bill.groups.map(({ title, rows }) => (
          <tbody key={title}>
            <tr>
              <th scope="rowgroup" colSpan={bill.lanes.length + 1} className="audit-group">
                {title}
              </th>
            </tr>
            {rows.map(({ key, label, isSum, cells }) => (
              <tr key={key} data-sum={isSum}>
                <th scope="row">{label}</th>
                {cells.map((text, at) => (
                  <td key={bill.lanes[at]?.name ?? at}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Numbers({ audit, state, priceFacts, dispatch }: Omit<BillPartProps, 'reckoned'>) {
  const isChanged = Object.keys(state.numbers).length + Object.keys(state.prices).length > 0;
  return (
    <section aria-labelledby="audit-numbers">
      <h3 id="audit-numbers">Your numbers</h3>
      <div className="audit-amounts">
        {audit.numbers.map((number) => {
          const { name, label, per, byDefault, least, most, isWhole } = number;
          const value = state.numbers[name] ?? byDefault;
          return (
            <AmountField
              key={`${name} ${value}`}
              label={label}
              per={per}
              value={value}
              rule={{ what: `“${label}”`, least, most, isWhole, example: String(byDefault) }}
              note={`Default ${byDefault}: ${originText(audit, number)}`}
              isChanged={value !== byDefault}
              onValue={(typed) => dispatch({ type: 'number.set', name, value: typed === byDefault ? null : typed })}
            />
          );
        })}
      </div>
      <h3>Prices, in US dollars</h3>
      <div className="audit-amounts">
        {priceFacts.map(({ name, label, per, byDefault, most, source, asOf }) => {
          const value = state.prices[name] ?? byDefault;
          return (
            <AmountField
              key={`${name} ${value}`}
              label={label}
              per={`for ${per}`}
              value={value}
              rule={{ what: `the price of ${label}`, least: 0, most, isWhole: false, example: String(byDefault || 90) }}
              note={`Default ${byDefault}: ${source}, as of ${asOf}.`}
              isChanged={value !== byDefault}
              onValue={(typed) => dispatch({ type: 'price.set', name, value: typed === byDefault ? null : typed })}
            />
          );
        })}
      </div>
      <Button className="button" isDisabled={!isChanged} onPress={() => dispatch({ type: 'numbers.reset' })}>
        All defaults
      </Button>
    </section>
  );
}
