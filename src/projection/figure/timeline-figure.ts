/**
 * The timeline of a run as one still picture: the scene that the page shows at first, painted by the
 * same code. SVG that stands alone, light and dark; nothing in it is measured by a browser.
 */

import { escapeXml, escapeXmlAttribute } from '../../base/xml-text.ts';
import type { Run } from '../../sim/run.ts';
import { eventfulSpan } from '../stage/eventful-span.ts';
import type { FlagBox } from '../timeline/flag-layout.ts';
import { markGroups, px } from '../timeline/mark-shapes.ts';
import type { MarkShape } from '../timeline/mark-shapes.ts';
import { paintScene } from '../timeline/paint-scene.ts';
import { finalCount } from '../timeline/staircase.ts';
import { UNFOLDED } from '../timeline/time-scale.ts';
import type { TimeSpan } from '../timeline/time-scale.ts';
import { layoutTimeline } from '../timeline/timeline-geometry.ts';
import type { Band } from '../timeline/timeline-geometry.ts';
import type { LaneTimeline } from '../timeline/timeline-model.ts';
import { timelineOf } from '../timeline/timeline-model.ts';
import { timelineScene } from '../timeline/timeline-scene.ts';
import type { TimelineScene } from '../timeline/timeline-scene.ts';
import { FLAG_ROWS } from '../timeline/verb-list.ts';
import { blankCounts, blankPlots, blankScene } from './blank-scene.ts';
import { figureHue } from './figure-hue.ts';
import { createSvgPen } from './svg-pen.ts';

const WIDTH = 960;
const TOP = 48;
/** Without a title. */
const BARE_TOP = 10;
const BOTTOM = 14;
const LANE_HEIGHT = 88;
const NAMES_X = 24;
const COUNT_WIDTH = 72;
const FLAG_HEIGHT = 24;
const ROW_NAMES = { people: 'People', network: 'Network', servers: 'Servers' } as const;

export interface TimelineFigureOptions {
  /** What is in sight; else what happens in the run. */
  readonly span?: TimeSpan;
  /** An element that the picture carries unseen. */
  readonly metadata?: string;
  /** In pixels, at which a letter is twelve; the least height of a lane. */
  readonly width?: number;
  readonly laneHeight?: number;
  readonly isTitled?: boolean;
  /** To be drawn on: what is done and what happens stand there, and nothing of what comes of it. */
  readonly isBlank?: boolean;
}

/** The same run gives the same text. */
export function timelineFigure(run: Run, options: TimelineFigureOptions = {}): string {
  const { metadata = '', width = WIDTH, isTitled = true, isBlank = false } = options;
  const full = sceneOf(run, options);
  const scene = isBlank ? blankScene(full) : full;
  const { geometry, model } = scene;
  const top = isTitled ? TOP : BARE_TOP;
  const height = top + geometry.pictureHeight + BOTTOM;
  const pen = createSvgPen(`curves-${run.scenario.id}`);
  const lanes = model.lanes.map(({ lane }) => figureHue(lane));
  const colours = {
    ink: 'var(--ink)',
    faint: 'var(--soft)',
    rule: 'var(--rule)',
    grid: 'var(--grid)',
    harm: 'var(--harm)',
  };
  paintScene(pen, scene, { ...colours, lanes, thickness: 1 }, 1);
  const { title } = run.scenario;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXmlAttribute(`${isBlank ? 'Blank timeline' : 'Timeline'} of ${title}`)}">`,
    ...(metadata === '' ? [] : [metadata]),
    STYLE,
    `<rect width="${width}" height="${height}" rx="10" class="ground"/>`,
    ...(isTitled ? [`<text x="${NAMES_X}" y="30" class="title">${escapeXml(title)}</text>`] : []),
    `<g transform="translate(0 ${top})">`,
    ...nameLines(scene, isBlank ? blankCounts(full) : readCounts),
    `<g transform="translate(${geometry.plotX} 0)">`,
    ...pen.lines,
    ...(isBlank ? blankPlots(scene, answerLength(run)) : []),
    ...bandLines(scene),
    ...markGroups(scene).flatMap(({ lane, shapes }) => [
      lane === null ? '<g>' : `<g style="--lane:${figureHue(lane)}">`,
      ...shapes.map(shapeLine),
      '</g>',
    ]),
    ...FLAG_ROWS.flatMap((row) => scene.flags[row].map((box) => flagLine(box, geometry[row]))),
    '</g>',
    '</g>',
    '</svg>\n',
  ].join('\n');
}

/** The words of one answer, which several agents may give together. */
function answerLength({ scenario: { agent, agents } }: Run): number {
  return [agent, ...agents].reduce((sum, { words }) => sum + words.length, 0);
}

function sceneOf(
  run: Run,
  { span = eventfulSpan(run), width = WIDTH, laneHeight = LANE_HEIGHT }: TimelineFigureOptions,
): TimelineScene {
  const model = timelineOf(run);
  const [lanes, surfaces] = [model.lanes.length, run.scenario.surfaces.length];
  const hasServers = model.flags.some(({ row }) => row === 'servers');
  const geometry = layoutTimeline({ width, height: 0, lanes, surfaces, hasServers, laneHeight });
  const { flags } = model;
  return timelineScene({ model, report: run.report, ghost: null, flags, span, folding: UNFOLDED, geometry });
}

/** What stands below the name of a lane. */
type LaneCounts = (lane: LaneTimeline) => readonly string[];

/** How many words each screen shows in the end. */
const readCounts: LaneCounts = ({ made, surfaces }) => [
  ...surfaces.map(({ label, shown }) => `${label} ${finalCount(shown.staircase)}`),
  `made ${finalCount(made.staircase)}`,
];

/** What the rows are, and what is to be said of each lane. */
function nameLines({ geometry, model }: TimelineScene, countsOf: LaneCounts): readonly string[] {
  const { readoutColumns: columns } = geometry;
  const rows = FLAG_ROWS.filter((row) => geometry[row].height > 0);
  return [
    ...rows.map((row) => `<text x="${NAMES_X}" y="${middleOf(geometry[row])}" class="name">${ROW_NAMES[row]}</text>`),
    ...model.lanes.flatMap((laneTimeline, at) => {
      const { lane, title } = laneTimeline;
      const top = geometry.lanes[at]?.top ?? 0;
      const counts = countsOf(laneTimeline);
      return [
        `<rect x="${NAMES_X}" y="${top + 4}" width="10" height="10" rx="3" fill="${figureHue(lane)}"/>`,
        `<text x="${NAMES_X + 18}" y="${top + 14}" class="name">${escapeXml(title)}</text>`,
        ...counts.map((count, place) => {
          const [line, column] = [Math.floor(place / columns), place % columns];
          const [x, y] = [NAMES_X + 18 + column * COUNT_WIDTH, top + 30 + line * 14];
          return `<text x="${x}" y="${y}" class="note">${escapeXml(count)}</text>`;
        }),
      ];
    }),
  ];
}

function bandLines({ bands, geometry }: TimelineScene): readonly string[] {
  return bands.map(({ row, x, width }) => {
    return `<rect x="${px(x)}" y="${geometry[row].top + 2}" width="${px(width)}" height="${FLAG_HEIGHT}" class="band ${row}"/>`;
  });
}

function flagLine({ flag, left, width, form }: FlagBox, row: Band): string {
  const { label, who } = flag;
  const x = px(left);
  const said = form === 'pin' ? label.slice(0, 1).toUpperCase() : form === 'verb' ? label : `${label} ${who}`;
  const box = `<rect x="${x}" y="${row.top + 2}" width="${px(width)}" height="${FLAG_HEIGHT}" rx="4"/>`;
  const text = `<text x="${px(left + 8)}" y="${middleOf(row)}">${escapeXml(said)}</text>`;
  return `<g class="flag ${flag.row}"><title>${escapeXml(flag.spoken)}</title>${box}${text}</g>`;
}

function shapeLine(shape: MarkShape): string {
  const look = shape.tone === undefined ? shape.look : `${shape.look} ${shape.tone}`;
  switch (shape.shape) {
    case 'path':
      return `<path class="${look}" d="${shape.d}"/>`;
    case 'rect': {
      const { x, y, width, height } = shape;
      return `<rect class="${look}" x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"/>`;
    }
    case 'text': {
      const anchor = shape.anchor === 'start' ? '' : ` text-anchor="${shape.anchor}"`;
      return `<text class="${look}" x="${px(shape.x)}" y="${px(shape.y)}"${anchor}>${escapeXml(shape.text)}</text>`;
    }
  }
}

function middleOf({ top, height }: Band): number {
  return px(top + height / 2 + 4.5);
}

const STYLE = `<style>
text{font:12px Inter,system-ui,sans-serif;fill:var(--ink)}svg{color-scheme:light dark;--ground:light-dark(#ffffff,#1e1e1b);--ink:light-dark(#1d1c1a,#f1efe9);--ink-2:light-dark(#5d5a55,#b4b0a7);--soft:light-dark(#6d6962,#9a968d);--rule:light-dark(#e4e0d8,#34332f);--grid:light-dark(#f0ede6,#292825);--harm:light-dark(#c22f28,#ff7a70);--on-harm:light-dark(#ffffff,#1b1210);--good:light-dark(#0b7667,#45bfab)}
.ground{fill:var(--ground)}.title{font-size:17px;font-weight:600}.name{font-weight:620}.note{font-size:11px;fill:var(--ink-2)}
.timeline-tick{font:11px 'JetBrains Mono',ui-monospace,monospace;fill:var(--soft)}.timeline-pole{stroke:var(--ink-2);stroke-opacity:.4}.timeline-pole.network{stroke:var(--harm);stroke-width:1.6;stroke-opacity:1}
.timeline-healed{stroke:var(--harm);stroke-opacity:.45;stroke-dasharray:2 4}.timeline-remark,.timeline-parting-label{font-weight:620;paint-order:stroke;stroke:var(--ground);stroke-width:4px}
.timeline-remark.harm{fill:var(--harm)}.timeline-remark.good{fill:var(--good)}.timeline-parting{fill:var(--ink-2)}.timeline-parting-label{font-size:11px;font-weight:500;fill:var(--ink-2)}
.state-bar{fill:color-mix(in srgb,var(--lane) 12%,var(--ground));rx:3px}.state-bar.live{fill:color-mix(in srgb,var(--lane) 30%,var(--ground))}.state-bar.calm{fill:var(--grid)}.state-bar.busy{stroke:color-mix(in srgb,var(--lane) 45%,var(--ground));stroke-dasharray:2 2}.state-bar.broken{fill:var(--ground);stroke:var(--harm);stroke-dasharray:3 3}
.state-label{font-size:10.5px}.state-label.broken{fill:var(--harm)}.stop-press{fill:var(--ink)}.stop-overshoot{fill:none;stroke:var(--ink);stroke-width:1.4}
.message{fill:none;stroke:var(--ink-2)}.message.lost{stroke:var(--harm);stroke-dasharray:3 2}.message-head{fill:var(--ink-2)}.message-cross{fill:none;stroke:var(--harm);stroke-width:1.6}.message-label{font-size:10.5px;fill:var(--ink-2)}
.band{fill:var(--harm);opacity:.12}.band.people{fill:var(--ink)}.flag rect{fill:var(--ground);stroke:var(--soft)}.flag.network rect{fill:var(--harm);stroke:var(--harm)}.flag text{font-size:12.5px}.flag.network text{fill:var(--on-harm)}
</style>`;
