/** Which part of the picture belongs to what: rows from top to bottom, in CSS pixels. */

export interface Band {
  readonly top: number;
  readonly height: number;
}

export interface LaneGeometry extends Band {
  /** A line of its own for the lane's name, where there is no column for it. */
  readonly header: Band | null;
  readonly plot: Band;
  /** One for each surface that there is room for, the first first. */
  readonly tracks: readonly Band[];
}

export interface TimelineGeometry {
  readonly width: number;
  readonly height: number;
  readonly isNarrow: boolean;
  /** How much of the height is the picture itself, from the axis to the difference. */
  readonly pictureHeight: number;
  /** The plot's left edge and width; names stand to the left of it. */
  readonly plotX: number;
  readonly plotWidth: number;
  readonly axis: Band;
  readonly people: Band;
  readonly network: Band;
  /** Without height while nothing happens to a server. */
  readonly servers: Band;
  readonly lanes: readonly LaneGeometry[];
  /** How many of a lane's counts stand side by side; each below the other where names have a column. */
  readonly readoutColumns: number;
  readonly difference: Band;
  /** Below the picture, and in sight while the picture is scrolled; what stands in it counts from its top. */
  readonly foot: Band;
  /** The whole run in a strip. */
  readonly overview: Band;
  /** The small buttons: beside the overview, or under it where there is no column for them. */
  readonly tools: Band;
}

/** Below this width names stand above what they name, and the picture is as tall as it needs to be. */
const NARROW_BELOW = 720;
/** Below this width the page scrolls, and the picture takes its natural height. */
const NATURAL_BELOW = 900;

/** Of a lane's name, and of a line of its counts. */
const NAME = 24;
const READOUT = 16;
/** What a count needs with its name, where several stand in a line. */
const READOUT_WIDTH = 80;
const READOUT_INSET = 18;

const TRACK = 15;
const LANE_GAP = 8;
const MOST_TRACKS = 3;
const OVERVIEW = 26;
const NARROW_OVERVIEW = 40;
const NARROW_TOOLS = 44;
const OVERVIEW_GAP = 4;

interface Room {
  readonly width: number;
  readonly height: number;
  readonly lanes: number;
  readonly surfaces: number;
  /** Something happens to servers. */
  readonly hasServers: boolean;
  /** What a lane has at least, whatever the width. */
  readonly laneHeight?: number;
}

export function layoutTimeline(room: Room): TimelineGeometry {
  const { width, lanes } = room;
  const isNarrow = width < NARROW_BELOW;
  const labels = isNarrow ? 14 : width < 1000 ? 184 : width < 1360 ? 216 : 236;
  const plotWidth = Math.max(40, width - labels - (isNarrow ? 14 : 28));
  const axis = { top: 0, height: 22 };
  const rowHeight = isNarrow ? 52 : 28;
  const people = { top: axis.height, height: rowHeight };
  const network = { top: people.top + rowHeight, height: rowHeight };
  const servers = { top: network.top + rowHeight, height: room.hasServers ? rowHeight : 0 };
  const lanesTop = servers.top + servers.height + (isNarrow ? 4 : 6);
  const bandHeight = lanes > 1 ? 16 : 0;
  const overviewHeight = isNarrow ? NARROW_OVERVIEW : OVERVIEW;
  const available = room.height - lanesTop - bandHeight - 2 * OVERVIEW_GAP - overviewHeight;
  const readoutColumns = columnsFor(room, isNarrow ? plotWidth : labels);
  const header = isNarrow ? NAME + READOUT * Math.ceil((room.surfaces + 1) / readoutColumns) : 0;
  const laneHeight = laneHeightFor(room, available, header);
  const heights = Array.from({ length: lanes }, (_, lane) =>
    layLane(lanesTop + lane * laneHeight, laneHeight, header, room),
  );
  const bottom = lanesTop + lanes * laneHeight;
  const overview = { top: OVERVIEW_GAP, height: overviewHeight };
  const tools = isNarrow ? { top: overview.top + overview.height + OVERVIEW_GAP, height: NARROW_TOOLS } : overview;
  const pictureHeight = bottom + bandHeight;
  const foot = { top: pictureHeight, height: tools.top + tools.height + OVERVIEW_GAP };
  return {
    width,
    height: foot.top + foot.height,
    isNarrow,
    pictureHeight,
    plotX: labels,
    plotWidth,
    axis,
    people,
    network,
    servers,
    lanes: heights,
    readoutColumns,
    difference: { top: bottom, height: bandHeight },
    foot,
    overview,
    tools,
  };
}

/** In a column of its own a lane's counts stand below each other while they are few. */
function columnsFor({ width, surfaces }: Room, room: number): number {
  const fitting = Math.max(1, Math.floor((room - READOUT_INSET) / READOUT_WIDTH));
  return width < NARROW_BELOW || surfaces > 3 ? fitting : 1;
}

function laneHeightFor(room: Room, available: number, header: number): number {
  return Math.max(room.laneHeight ?? 0, fittingHeight(room, available, header));
}

function fittingHeight({ width, lanes, surfaces }: Room, available: number, header: number): number {
  if (header > 0) return header + 64 + TRACK * Math.min(surfaces, 2) + LANE_GAP;
  const natural = Math.max(52, 20 + 15 * Math.min(surfaces, 4));
  return width < NATURAL_BELOW ? natural + 24 : Math.max(natural, Math.floor(available / Math.max(1, lanes)));
}

function layLane(top: number, height: number, headerHeight: number, { surfaces }: Room): LaneGeometry {
  const isNarrow = headerHeight > 0;
  const header = isNarrow ? { top, height: headerHeight } : null;
  const inner = height - headerHeight - LANE_GAP;
  // A second track is worth having once the curves have room to be read.
  const fitting = Math.max(1, Math.floor((inner - 34) / TRACK));
  const count = Math.min(surfaces, MOST_TRACKS, isNarrow ? 2 : fitting);
  const plotTop = top + headerHeight;
  const plotHeight = inner - count * TRACK;
  const tracks = Array.from({ length: count }, (_, at) => ({
    top: plotTop + plotHeight + 2 + at * TRACK,
    height: TRACK - 2,
  }));
  return { top, height, header, plot: { top: plotTop, height: plotHeight }, tracks };
}
