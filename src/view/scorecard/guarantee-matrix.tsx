/**
 * The guarantees, a row each, a column a lane. A broken one is a link to what broke it; a row opens to its
 * meaning and to every surface. What no run has tried is told apart from what has held.
 */

import { Check, ChevronRight, X } from 'lucide-react';
import { Fragment, useId, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { GuaranteeCell, GuaranteeRow } from '../../projection/scorecard/guarantee-table.ts';
import type { LaneCard } from '../../projection/scorecard/lane-cards.ts';
import { exactSeconds, roundSeconds } from '../../projection/seconds.ts';
import { LaneHeads, TableFrame } from './table-frame.tsx';

interface GuaranteeMatrixProps {
  readonly lanes: readonly LaneCard[];
  readonly rows: readonly GuaranteeRow[];
  readonly onBreak: (lane: string, event: number, surface: string | null) => void;
}

const NOTHING_OPEN: ReadonlySet<string> = new Set();

export function GuaranteeMatrix({ lanes, rows, onBreak }: GuaranteeMatrixProps) {
  const [open, setOpen] = useState(NOTHING_OPEN);
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  return (
    <section className="scorecard-part" aria-labelledby="scorecard-guarantees">
      <h3 id="scorecard-guarantees">Guarantees</h3>
      <TableFrame label="Guarantees" lanes={lanes.length}>
        <table className="score-table guarantee-table">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Guarantee</span>
              </th>
              <LaneHeads lanes={lanes} />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <GuaranteeRows
                key={row.id}
                row={row}
                lanes={lanes}
                isOpen={open.has(row.id)}
                onToggle={() => toggle(row.id)}
                onBreak={onBreak}
              />
            ))}
          </tbody>
        </table>
      </TableFrame>
      <p className="score-legend">
        <span>
          <Check size={13} aria-hidden="true" /> held
        </span>
        <span>
          <X size={13} aria-hidden="true" data-tone="harm" /> broken, first at that second
        </span>
        <span>
          <i className="untested-mark" aria-hidden="true" /> not put to the test
        </span>
      </p>
    </section>
  );
}

interface GuaranteeRowsProps {
  readonly row: GuaranteeRow;
  readonly lanes: readonly LaneCard[];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onBreak: GuaranteeMatrixProps['onBreak'];
}

function GuaranteeRows({ row, lanes, isOpen, onToggle, onBreak }: GuaranteeRowsProps) {
  const details = useId();
  return (
    <>
      <tr>
        <th scope="row">
          <Button className="guarantee-name" aria-expanded={isOpen} aria-controls={details} onPress={onToggle}>
            <ChevronRight size={13} aria-hidden="true" />
            <span className="mono">{row.id}</span> {row.name}
          </Button>
        </th>
        {row.cells.map((cell) => (
          <td key={cell.lane}>
            <Cell id={row.id} cell={cell} onBreak={onBreak} />
          </td>
        ))}
      </tr>
      {/* On paper every row is open. */}
      <tr id={details} className="guarantee-details" data-open={isOpen}>
        <td colSpan={lanes.length + 1}>
          <p>{row.promise}</p>
          <dl>
            {row.cells.map((cell, at) => (
              <Fragment key={cell.lane}>
                <dt data-lane={lanes[at]?.lane}>{lanes[at]?.title}</dt>
                <dd>
                  <Details id={row.id} cell={cell} onBreak={onBreak} />
                </dd>
              </Fragment>
            ))}
          </dl>
        </td>
      </tr>
    </>
  );
}

interface CellProps {
  readonly id: string;
  readonly cell: GuaranteeCell;
  readonly onBreak: GuaranteeMatrixProps['onBreak'];
}

function Cell({ id, cell, onBreak }: CellProps) {
  switch (cell.state) {
    case 'held':
      return (
        <span className="cell-held">
          <Check size={14} aria-hidden="true" />
          <span className="visually-hidden">held</span>
        </span>
      );
    case 'untested':
      return (
        <span className="cell-untested" title={`Not put to the test: ${cell.reason}`}>
          <i className="untested-mark" aria-hidden="true" />
          <span className="visually-hidden">not put to the test</span>
        </span>
      );
    case 'broken': {
      const [{ atMs, event, surface, where }] = cell.breaks;
      return (
        <Button
          className="cell-broken"
          aria-label={`${id} broken ${where} at ${exactSeconds(atMs)} s: why`}
          onPress={() => onBreak(cell.lane, event, surface)}
        >
          <X size={13} aria-hidden="true" />
          {roundSeconds(atMs)}
          <span className="cell-unit"> s</span>
        </Button>
      );
    }
  }
}

function Details({ id, cell, onBreak }: CellProps) {
  switch (cell.state) {
    case 'held':
      return 'held';
    case 'untested':
      return `not put to the test: ${cell.reason}`;
    case 'broken':
      return (
        <ul>
          {cell.breaks.map(({ surface, where, atMs, event, what }) => (
            <li key={surface ?? ''}>
              <Button
                className="break-link"
                aria-label={`${id} ${where} at ${exactSeconds(atMs)} s: why`}
                onPress={() => onBreak(cell.lane, event, surface)}
              >
                broken {where} at {exactSeconds(atMs)} s
              </Button>
              : {what}
            </li>
          ))}
        </ul>
      );
  }
}
