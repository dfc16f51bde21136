/** What each lane used and what that costs, side by side. */

import type { BillGroup } from '../../projection/scorecard/bill-table.ts';
import type { LaneCard } from '../../projection/scorecard/lane-cards.ts';
import { LaneHeads, TableFrame } from './table-frame.tsx';

interface BillTablesProps {
  readonly lanes: readonly LaneCard[];
  readonly groups: readonly BillGroup[];
}

export function BillTables({ lanes, groups }: BillTablesProps) {
  return (
    <section className="scorecard-part" aria-labelledby="scorecard-bill">
      <h3 id="scorecard-bill">Bill</h3>
      <TableFrame label="Bill" lanes={lanes.length}>
        <table className="score-table bill-table">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">What is counted</span>
              </th>
              <LaneHeads lanes={lanes} />
            </tr>
          </thead>
          {groups.map(({ title, rows }) => (
            <tbody key={title}>
              <tr className="bill-group">
                <th scope="rowgroup" colSpan={lanes.length + 1}>
                  {title}
                </th>
              </tr>
              {rows.map(({ key, label, unit, isSum, cells }) => (
                <tr key={key} data-sum={isSum}>
                  <th scope="row">
                    {label}
                    {unit !== '' && <span className="bill-unit">, {unit}</span>}
                  </th>
                  {cells.map(({ lane, text }) => (
                    <td key={lane}>{text}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </TableFrame>
      <p className="score-note">
        A word stands for a token. The sums are those of chats that all go like this one, faults included. What servers,
        a buffer or a database cost is not modelled, in no lane: a pipe needs them as well, and a session service bills
        messages and time instead.
      </p>
    </section>
  );
}
