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
  readonly difference: Band;
  /** The whole run in a strip. */
  readonly overview: Band;
  /** The small buttons: beside the overview, or under it where there is no column for them. */
  readonly tools: Band;
}

/** Below this width names stand above what they name, and the picture is as tall as it needs to be. */
const NARROW_BELOW = 720;
/** Below this width the page scrolls, and the picture takes its natural height. */
const NATURAL_BELOW = 900;

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
}

export function layoutTimeline(room: Room): TimelineGeometry {
  const { width, lanes } = room;
  const isNarrow = width < NARROW_BELOW;
  const labels = isNarrow ? 14 : width < 1000 ? 184 : width < 1360 ? 216 : 236;
  const plotWidth = Math.max(40, width - labels - (isNarrow ? 14 : 28));
  const axis = { top: 0, height: 22 };
  const rowHeight = isNarrow ? 48 : 27;
  const people = { top: axis.height, height: rowHeight };
  const network = { top: people.top + rowHeight, height: rowHeight };
  const servers = { top: network.top + rowHeight, height: room.hasServers ? rowHeight : 0 };
  const lanesTop = servers.top + servers.height + (isNarrow ? 4 : 6);
  const bandHeight = lanes > 1 ? 16 : 0;
  const overviewHeight = isNarrow ? NARROW_OVERVIEW : OVERVIEW;
  const available = room.height - lanesTop - bandHeight - 2 * OVERVIEW_GAP - overviewHeight;
  const laneHeight = laneHeightFor(room, available, isNarrow);
  const heights = Array.from({ length: lanes }, (_, lane) => layLane(lanesTop + lane * laneHeight, laneHeight, room));
  const bottom = lanesTop + lanes * laneHeight;
  const overview = { top: bottom + bandHeight + OVERVIEW_GAP, height: overviewHeight };
  const tools = isNarrow ? { top: overview.top + overview.height + OVERVIEW_GAP, height: NARROW_TOOLS } : overview;
  return {
    width,
    height: tools.top + tools.height + OVERVIEW_GAP,
    isNarrow,
    pictureHeight: bottom + bandHeight,
    plotX: labels,
    plotWidth,
    axis,
    people,
    network,
    servers,
    lanes: heights,
    difference: { top: bottom, height: bandHeight },
    overview,
    tools,
  };
}

function laneHeightFor({ width, lanes, surfaces }: Room, available: number, isNarrow: boolean): number {
  if (isNarrow) return 40 + 64 + TRACK * Math.min(surfaces, 2) + LANE_GAP;
  const natural = Math.max(52, 20 + 15 * Math.min(surfaces, 4));
  return width < NATURAL_BELOW ? natural + 24 : Math.max(natural, Math.floor(available / Math.max(1, lanes)));
}

function layLane(top: number, height: number, { width, surfaces }: Room): LaneGeometry {
  const isNarrow = width < NARROW_BELOW;
  const header = isNarrow ? { top, height: 40 } : null;
  const inner = height - (header?.height ?? 0) - LANE_GAP;
  // A second track is worth having once the curves have room to be read.
  const fitting = Math.max(1, Math.floor((inner - 34) / TRACK));
  const count = Math.min(surfaces, MOST_TRACKS, isNarrow ? 2 : fitting);
  const plotTop = top + (header?.height ?? 0);
  const plotHeight = inner - count * TRACK;
  const tracks = Array.from({ length: count }, (_, at) => ({
    top: plotTop + plotHeight + 2 + at * TRACK,
    height: TRACK - 2,
  }));
  return { top, height, header, plot: { top: plotTop, height: plotHeight }, tracks };
}
