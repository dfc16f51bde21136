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
const MOST_TRACKS = 3;
const NARROW_OVERVIEW = 40;
const NARROW_TOOLS = 44;
const OVERVIEW_GAP = 4;

/** The heights of rows that have a choice. */
interface Density {
  readonly axis: number;
  readonly row: number;
  /** Between the rows of flags and the lanes. */
  readonly gap: number;
  readonly leastLane: number;
  readonly laneGap: number;
  readonly band: number;
  readonly overview: number;
  /** Counts stand side by side wherever they fit. */
  readonly isTight: boolean;
}

const USUAL: Density = {
  axis: 22,
  row: 28,
  gap: 6,
  leastLane: 52,
  laneGap: 8,
  band: 16,
  overview: 26,
  isTight: false,
};
/** Where a picture of the usual rows would have to scroll: on a projector the last lane is as much in sight as the first. */
const TIGHT: Density = {
  axis: 21,
  row: 26,
  gap: 3,
  leastLane: 44,
  laneGap: 6,
  band: 11,
  overview: 20,
  isTight: true,
};

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
  const usual = layRows(room, USUAL);
  // A picture that says how tall its lanes are grows with them, and has no room to fit in.
  const hasToFit = room.laneHeight === undefined && room.width >= NATURAL_BELOW;
  return hasToFit && usual.height > room.height ? layRows(room, TIGHT) : usual;
}

function layRows(room: Room, density: Density): TimelineGeometry {
  const { width, lanes } = room;
  const isNarrow = width < NARROW_BELOW;
  const labels = isNarrow ? 14 : width < 1000 ? 184 : width < 1360 && !density.isTight ? 216 : 236;
  const plotWidth = Math.max(40, width - labels - (isNarrow ? 14 : 28));
  const axis = { top: 0, height: density.axis };
  const rowHeight = isNarrow ? 52 : density.row;
  const people = { top: axis.height, height: rowHeight };
  const network = { top: people.top + rowHeight, height: rowHeight };
  const servers = { top: network.top + rowHeight, height: room.hasServers ? rowHeight : 0 };
  const lanesTop = servers.top + servers.height + (isNarrow ? 4 : density.gap);
  const bandHeight = lanes > 1 ? density.band : 0;
  const overviewHeight = isNarrow ? NARROW_OVERVIEW : density.overview;
  const available = room.height - lanesTop - bandHeight - 2 * OVERVIEW_GAP - overviewHeight;
  const readoutColumns = columnsFor(room, isNarrow ? plotWidth : labels, density);
  const header = isNarrow ? NAME + READOUT * Math.ceil((room.surfaces + 1) / readoutColumns) : 0;
  const laneHeight = laneHeightFor(room, { available, header, readoutColumns, density });
  const heights = Array.from({ length: lanes }, (_, lane) =>
    layLane({ top: lanesTop + lane * laneHeight, height: laneHeight }, header, room.surfaces, density),
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
function columnsFor({ width, surfaces }: Room, room: number, { isTight }: Density): number {
  const fitting = Math.max(1, Math.floor((room - READOUT_INSET) / READOUT_WIDTH));
  return width < NARROW_BELOW || surfaces > 3 || isTight ? fitting : 1;
}

interface LaneRoom {
  /** For all lanes. */
  readonly available: number;
  readonly header: number;
  readonly readoutColumns: number;
  readonly density: Density;
}

function laneHeightFor(room: Room, within: LaneRoom): number {
  return Math.max(room.laneHeight ?? 0, fittingHeight(room, within));
}

function fittingHeight(
  { width, lanes, surfaces }: Room,
  { available, header, readoutColumns, density }: LaneRoom,
): number {
  if (header > 0) return header + 64 + TRACK * Math.min(surfaces, 2) + density.laneGap;
  const lines = Math.ceil(Math.min(surfaces, 4) / (density.isTight ? readoutColumns : 1));
  const natural = Math.max(density.leastLane, 20 + 15 * lines);
  return width < NATURAL_BELOW ? natural + 24 : Math.max(natural, Math.floor(available / Math.max(1, lanes)));
}

function layLane({ top, height }: Band, headerHeight: number, surfaces: number, { laneGap }: Density): LaneGeometry {
  const isNarrow = headerHeight > 0;
  const header = isNarrow ? { top, height: headerHeight } : null;
  const inner = height - headerHeight - laneGap;
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
