/** The response as a pipe: a cell for each word that came through, and what became of the others. */

import type { PipeView } from '../../projection/stage/channel-view.ts';
import { AGENT_RADIUS } from './agent-glyph.tsx';

interface PipePictureProps {
  readonly pipe: PipeView;
  readonly width: number;
  /** The middle of the pipe. */
  readonly y: number;
}

const START = AGENT_RADIUS * 2 + 9;
const HALF = 6;
const CELL = 5;
const GAP_PX = 26;
const MOST_CELLS = 120;
/** An average character of a label, in pixels. */
const CHARACTER = 6.4;

export function PipePicture({ pipe, width, y }: PipePictureProps) {
  const end = width - 8;
  const slot = (end - START - 10) / Math.max(pipe.length, 1);
  const at = (word: number) => START + 5 + slot * word;
  const cutX = pipe.cut === null ? null : Math.min(Math.max(at(pipe.cut.afterWord) + 4, START + 14), end - GAP_PX - 12);
  return (
    <g className="pipe" data-up={pipe.isUp} data-silent={pipe.isSilent}>
      <Walls from={START} to={cutX ?? end} y={y} isCut={cutX !== null} />
      {cutX !== null && <DeadWalls from={cutX + GAP_PX} to={end} y={y} />}
      <Cells pipe={pipe} at={at} slot={slot} y={y} />
      {pipe.flights.map(({ word, progress }) => (
        <rect
          key={word}
          className={pipe.isSilent ? 'pipe-waiting' : 'pipe-flight'}
          // Words that cannot get through stand hollow in the places that they will take.
          x={pipe.isSilent ? at(word - 1) : START + (at(word - 1) - START) * progress}
          y={y - CELL / 2}
          width={Math.max(2.5, slot - 2.5)}
          height={CELL}
          rx={1.5}
        />
      ))}
      {pipe.waiting > 0 && <Waiting pipe={pipe} at={at} slot={slot} y={y} />}
      {pipe.listeners.length > 0 && (
        <text className="channel-label" data-tone="lane" x={end} y={y - HALF - 6} textAnchor="end">
          and to {pipe.listeners.join(', ').replaceAll('-', ' ')}
        </text>
      )}
      {pipe.buffer !== null && <Buffer {...pipe.buffer} width={width} y={y} />}
      {cutX !== null && <Pieces count={pipe.fallen} x={cutX} y={y} />}
      {cutX !== null && pipe.cut !== null && (
        <CutLabel x={cutX} y={y} width={width} {...pipe.cut} hasPieces={pipe.fallen > 0} />
      )}
      {pipe.isSilent && pipe.isUp && (
        <text className="channel-label" data-tone="harm" x={end} y={y + 23} textAnchor="end">
          no packet gets through
        </text>
      )}
    </g>
  );
}

function Walls({
  from,
  to,
  y,
  isCut,
}: {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly isCut: boolean;
}) {
  return (
    <>
      <path className="pipe-wall" d={`M${from} ${y - HALF}H${to}M${from} ${y + HALF}H${to}`} />
      {isCut && <path className="pipe-wall" d={`M${to} ${y - HALF}l6 3-5 3 5 3-6 3`} />}
    </>
  );
}

function DeadWalls({ from, to, y }: { readonly from: number; readonly to: number; readonly y: number }) {
  return (
    <>
      <path className="pipe-wall pipe-dead" d={`M${from} ${y - HALF}l-6 3 5 3-5 3 6 3`} />
      <path className="pipe-wall pipe-dead pipe-dashed" d={`M${from} ${y - HALF}H${to}M${from} ${y + HALF}H${to}`} />
    </>
  );
}

interface CellsProps {
  readonly pipe: PipeView;
  readonly at: (word: number) => number;
  readonly slot: number;
  readonly y: number;
}

function Cells({ pipe, at, slot, y }: CellsProps) {
  if (pipe.carried === 0) return null;
  if (pipe.length > MOST_CELLS) {
    return (
      <rect
        className="pipe-cell"
        x={at(0)}
        y={y - CELL / 2}
        width={Math.max(0, at(pipe.carried) - at(0))}
        height={CELL}
        rx={1.5}
      />
    );
  }
  const width = Math.max(1, slot - 2.5);
  const d = Array.from({ length: pipe.carried }, (_, word) => `M${at(word)} ${y}h${width}`).join('');
  return <path className="pipe-cells" d={d} strokeWidth={CELL} />;
}

/** Words that wait for what is before them stand hollow in the places that they will take. */
function Waiting({ pipe, at, slot, y }: CellsProps) {
  const first = pipe.carried + pipe.flights.length;
  return (
    <>
      <rect
        className="pipe-queue"
        x={at(first)}
        y={y - CELL / 2}
        width={Math.max(3, slot * pipe.waiting - 2.5)}
        height={CELL}
        rx={1.5}
      />
      <text className="channel-label" data-tone="quiet" x={at(first)} y={y + 21}>
        {pipe.waiting === 1 ? '1 word waits' : `${pipe.waiting} words wait`}
      </text>
    </>
  );
}

/** Where pieces lie, from the cut: fixed, so that scrubbing does not shake them. */
const PIECES: readonly (readonly [dx: number, dy: number, turn: number])[] = [
  [8, 14, 24],
  [20, 21, -12],
  [-3, 22, 52],
  [15, 11, -38],
  [27, 13, 31],
  [7, 24, 4],
  [-6, 13, -24],
  [30, 24, -8],
  [18, 27, 12],
];

function Pieces({ count, x, y }: { readonly count: number; readonly x: number; readonly y: number }) {
  return PIECES.slice(0, count).map(([dx, dy, turn], piece) => (
    <rect
      key={piece}
      className="pipe-piece"
      x={-4}
      y={-2.2}
      width={8}
      height={4.4}
      rx={1.4}
      transform={`translate(${x + dx} ${y + dy}) rotate(${turn})`}
    />
  ));
}

interface CutLabelProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly text: string;
  readonly isOnPurpose: boolean;
  readonly hasPieces: boolean;
}

function CutLabel({ x, y, width, text, isOnPurpose, hasPieces }: CutLabelProps) {
  const offset = hasPieces ? 42 : 12;
  const fits = x + offset + text.length * CHARACTER < width;
  return (
    <text
      className="channel-label"
      data-tone={isOnPurpose ? 'quiet' : 'harm'}
      x={fits ? x + offset : x - 12}
      y={y + 23}
      textAnchor={fits ? 'start' : 'end'}
    >
      {text}
    </text>
  );
}

interface BufferProps {
  readonly words: number;
  readonly readers: readonly string[];
  readonly width: number;
  readonly y: number;
}

function Buffer({ words, readers, width, y }: BufferProps) {
  const boxWidth = 96;
  const x = Math.min(110, width / 4);
  const top = y - 36;
  const label = words === 0 ? 'buffer empty' : `buffer 1–${words}`;
  const readBy = `read by ${readers.join(', ').replaceAll('-', ' ')}`;
  return (
    <g className="buffer">
      <path className="buffer-link" d={`M${x + boxWidth / 2} ${top + 20}V${y - HALF}`} />
      <rect x={x} y={top} width={boxWidth} height={20} rx={5} />
      <text className="channel-label" x={x + boxWidth / 2} y={top + 14} textAnchor="middle">
        {label}
      </text>
      {readers.length > 0 && x + boxWidth + 8 + readBy.length * CHARACTER <= width && (
        <text className="channel-label buffer-readers" x={x + boxWidth + 8} y={top + 14}>
          {readBy}
        </text>
      )}
    </g>
  );
}
