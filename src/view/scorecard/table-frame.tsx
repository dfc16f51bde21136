/** What the tables of the scorecard share: the lanes as column heads, and room for the widest. */

import type { ReactNode } from 'react';
import type { LaneCard } from '../../projection/scorecard/lane-cards.ts';

interface TableFrameProps {
  readonly label: string;
  /** How many columns of numbers there are. */
  readonly lanes: number;
  readonly children: ReactNode;
}

/** Scrolls sideways when there are many lanes, by keyboard as well. */
export function TableFrame({ label, lanes, children }: TableFrameProps) {
  if (lanes < MANY) return <div className="table-scroll">{children}</div>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached to be scrolled
    <div className="table-scroll" data-many="true" role="region" aria-label={`${label}, table`} tabIndex={0}>
      {children}
    </div>
  );
}

const MANY = 4;

export function LaneHeads({ lanes }: { readonly lanes: readonly LaneCard[] }) {
  return lanes.map(({ name, lane, title }) => (
    <th key={name} scope="col" data-lane={lane} className="score-lane">
      {title}
    </th>
  ));
}
