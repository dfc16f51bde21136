/** The name of a flag row, with the button that adds to it at the playhead. */

import { Plus } from 'lucide-react';
import { memo } from 'react';
import type { FlagRow } from '../../projection/timeline/verb-list.ts';
import type { Band } from '../../projection/timeline/timeline-geometry.ts';

const NAMES: Readonly<Record<FlagRow, { readonly name: string; readonly hint: string }>> = {
  people: { name: 'People', hint: '' },
  network: { name: 'Network', hint: 'drag to change it' },
  servers: { name: 'Servers', hint: '' },
};

interface TrackLabelProps {
  readonly row: FlagRow;
  readonly band: Band;
  readonly onAdd: (row: FlagRow) => void;
}

export const TrackLabel = memo(function TrackLabel({ row, band, onAdd }: TrackLabelProps) {
  const { name, hint } = NAMES[row];
  return (
    <div className="track-label" style={{ top: band.top, height: band.height }}>
      <b>{name}</b>
      <button
        type="button"
        className="track-add"
        aria-label={`Add to ${name} at the playhead`}
        onClick={() => onAdd(row)}
      >
        <Plus size={14} aria-hidden="true" />
      </button>
      {hint !== '' && <span>{hint}</span>}
    </div>
  );
});
