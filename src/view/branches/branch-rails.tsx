/** The lines beside a row: where it grew from, what passes by, and whether it goes on. */

import type { CSSProperties } from 'react';
import type { Row } from '../../projection/branches/branch-rows.ts';
import type { EditNode } from '../playground/edit-tree.ts';

/** Further columns lie on top of one another: so deep a fork is rare, and names need the width. */
const MOST_COLUMNS = 7;

interface BranchRailsProps {
  readonly row: Row<EditNode>;
  /** What the page shows and all that it grew from, drawn stronger. */
  readonly lineage: ReadonlySet<number>;
  readonly mark: 'current' | 'compared' | null;
}

export function BranchRails({ row, lineage, mark }: BranchRailsProps) {
  const id = row.kind === 'node' ? row.node.id : row.id;
  const isOnWay = lineage.has(id);
  const from = row.kind === 'node' ? row.from : row.column;
  const goesOn = row.kind === 'folded' || row.goesOn;
  return (
    <span className="rails" style={column(row.column)} aria-hidden="true" data-on-way={isOnWay}>
      {row.passes.map((pass) => (
        <i key={pass} className="rail" data-part="through" style={column(pass)} />
      ))}
      {from !== null && from === row.column && <i className="rail" data-part="above" style={column(row.column)} />}
      {from !== null && from !== row.column && <i className="rail-elbow" style={column(from)} />}
      {goesOn && <i className="rail" data-part="below" style={column(row.column)} />}
      {row.kind === 'node' ? (
        <i className="rail-dot" data-mark={mark} style={column(row.column)} />
      ) : (
        <i className="rail-fold" style={column(row.column)} />
      )}
    </span>
  );
}

function column(at: number): CSSProperties {
  // A custom property is a style that React's types do not know.
  return { '--column': Math.min(at, MOST_COLUMNS) } as CSSProperties;
}
