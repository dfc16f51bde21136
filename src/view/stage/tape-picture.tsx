/** The session as a tape: a cell for each record at its offset, and a cursor for each reader. */

import type { TapeCursor, TapeView } from '../../projection/stage/channel-view.ts';
import { AGENT_RADIUS } from './agent-glyph.tsx';

interface TapePictureProps {
  readonly tape: TapeView;
  readonly width: number;
  readonly y: number;
}

const START = AGENT_RADIUS * 2 + 9;
const LEAD = 26;
const HALF = 8;
const MOST_CELLS = 160;
const CAPTION = 220;

export function TapePicture({ tape, width, y }: TapePictureProps) {
  const from = START + LEAD;
  const to = width - 8 - LEAD;
  const slot = (to - from) / Math.max(tape.length, 1);
  const at = (offset: number) => from + slot * offset;
  const written = tape.records.length;
  // Everything up to the slowest reader has arrived everywhere.
  const settled = tape.cursors.length === 0 ? 0 : Math.min(...tape.cursors.map(({ offset }) => offset + 1));
  return (
    <g className="tape">
      <path className="tape-line" d={`M${START} ${y}H${from - 4}M${to + 4} ${y}H${width - 8}`} />
      <path className="tape-base" d={`M${from} ${y + HALF + 2.5}H${to}`} />
      <Cells records={tape.records} length={tape.length} settled={settled} at={at} slot={slot} y={y} />
      <text className="channel-mono" x={from} y={y - HALF - 7}>
        0
      </text>
      {written > 1 && (
        <text className="channel-mono" x={at(written) - 2} y={y - HALF - 7} textAnchor="end">
          {written - 1}
        </text>
      )}
      {placeCursors(tape.cursors, at, slot, width).map(({ cursor, x, labelX, row }) => (
        <g key={cursor.surfaces.join()} className="tape-cursor" data-cut={cursor.isCut}>
          <path d={`M${x} ${y + HALF + 3}l-4 6h8z`} />
          <text className="channel-label" x={labelX} y={y + HALF + 19 + row * 12} textAnchor="middle">
            {labelOf(cursor)}
          </text>
        </g>
      ))}
    </g>
  );
}

interface CellsProps {
  readonly records: TapeView['records'];
  readonly length: number;
  /** Records below this offset have arrived everywhere. */
  readonly settled: number;
  readonly at: (offset: number) => number;
  readonly slot: number;
  readonly y: number;
}

/** One path for each kind of cell: a frame of playback must not cost an element for each record. */
function Cells({ records, length, settled, at, slot, y }: CellsProps) {
  const gap = length > MOST_CELLS ? 0 : 1.6;
  const width = Math.max(0.6, slot - gap);
  const kinds = { control: '', settled: '', waiting: '' };
  for (const { offset, record } of records) {
    const kind = record !== 'output' ? 'control' : offset < settled ? 'settled' : 'waiting';
    kinds[kind] += `M${(at(offset) + width / 2).toFixed(2)} ${y - HALF}v${HALF * 2}`;
  }
  return Object.entries(kinds).map(([kind, d]) => (
    <path key={kind} className="tape-cells" data-kind={kind} d={d} strokeWidth={width} />
  ));
}

function labelOf({ surfaces, isCut }: TapeCursor): string {
  return `${surfaces.join(', ').replaceAll('-', ' ')}${isCut ? ' cut off' : ''}`;
}

/** Labels stay within the picture, and give way to one another by a second row. */
function placeCursors(cursors: readonly TapeCursor[], at: (offset: number) => number, slot: number, width: number) {
  let lastEnd = -Infinity;
  return cursors.map((cursor) => {
    const x = at(cursor.offset) + slot / 2;
    const half = labelOf(cursor).length * 3.2;
    const labelX = Math.min(Math.max(x, half + START), width - half - 4);
    const isCrowded = labelX - half < lastEnd + 6;
    // The second row is the caption's, which takes the left of it.
    const placedX = isCrowded ? Math.max(labelX, half + CAPTION) : labelX;
    lastEnd = placedX + half;
    return { cursor, x, labelX: placedX, row: isCrowded ? 1 : 0 };
  });
}
