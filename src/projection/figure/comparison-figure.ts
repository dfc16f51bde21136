/**
 * A run as one still picture: for each lane the words shown over time beside what its first surface
 * shows at the end. SVG that stands alone, light and dark; every mark comes from the run.
 */

import { escapeXml, escapeXmlAttribute } from '../../base/xml-text.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { Run } from '../../sim/run.ts';
import { momentsOf } from '../moments.ts';
import { createStageReader } from '../stage/stage-reader.ts';
import type { LaneView } from '../stage/stage-reader.ts';
import { figureHue } from './figure-hue.ts';
import { setAnswers } from './figure-answer.ts';
import type { SetWord } from './figure-answer.ts';

const WIDTH = 960;
const TOP = 84;
const ROW = 132;
const PLOT = { x: 286, width: 244, height: 84 };
const ANSWER = { x: 566, width: 370, size: 16, leading: 23 };

interface Sample {
  readonly atMs: VirtualMs;
  readonly lanes: readonly LaneView[];
}

/** The picture of `run` at its horizon; the same run gives the same text. `metadata` is an element that it carries unseen. */
export function comparisonFigure(run: Run, metadata = ''): string {
  const stage = createStageReader(run);
  const { horizonMs, title } = run.scenario;
  const samples = [...momentsOf(run).eventsAtMs, horizonMs].map((atMs) => ({ atMs, lanes: stage.at(atMs) }));
  const drawn: { readonly y: number; readonly svg: string; readonly height: number }[] = [];
  for (const [index, lane] of stage.at(horizonMs).entries()) {
    const above = drawn.at(-1);
    const y = above === undefined ? TOP : above.y + above.height;
    const answer = setAnswers(lane.surfaces[0]?.answers ?? [], ANSWER);
    // Several answers may stand taller than the plot beside them.
    const rowHeight = Math.max(ROW, answer.height + ANSWER.size);
    drawn.push({ y, height: rowHeight, svg: drawLane(lane, index, y, answer.words, stage.length, samples, horizonMs) });
  }
  const rows = drawn.map(({ svg }) => svg);
  const height = drawn.reduce((sum, row) => sum + row.height, TOP);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeXmlAttribute(describe(title, stage.at(horizonMs)))}">`,
    ...(metadata === '' ? [] : [metadata]),
    STYLE,
    `<rect width="${WIDTH}" height="${height}" rx="10" class="ground"/>`,
    `<text x="24" y="34" class="title">${escapeXml(title)}</text>`,
    `<text x="${PLOT.x}" y="66" class="note">words over time</text><text x="${ANSWER.x}" y="66" class="note">the answer in the end</text>`,
    drawFaults(run, height),
    ...rows,
    '</svg>\n',
  ].join('\n');
}

function drawLane(
  lane: LaneView,
  index: number,
  y: number,
  answer: readonly SetWord[],
  length: number,
  samples: readonly Sample[],
  horizonMs: VirtualMs,
): string {
  const { head, surfaces } = lane;
  const base = y + 20 + PLOT.height;
  const point = (atMs: VirtualMs, count: number) =>
    `${xOf(atMs, horizonMs)} ${Math.round(base - (count / length) * PLOT.height)}`;
  const made = stairs(samples, point, ({ lanes }) => madeOf(lanes[index]));
  const shown = stairs(samples, point, ({ lanes }) => lanes[index]?.surfaces[0]?.shown ?? 0);
  const end = `L${point(horizonMs, surfaces[0]?.shown ?? 0)}`;
  const tone = head.verdict.tone;
  const sign = tone === 'harm' ? '✕ ' : tone === 'good' ? '✓ ' : '';
  return [
    `<g style="--lane:${figureHue(head.lane)}">`,
    `<path d="M24 ${y}H${WIDTH - 24}" class="rule"/><rect x="24" y="${y + 22}" width="11" height="11" rx="3" class="lane"/>`,
    `<text x="44" y="${y + 33}" class="name">${escapeXml(head.title)}</text>`,
    `<text x="44" y="${y + 55}" class="${tone}">${sign}${escapeXml(head.verdict.text)}</text>`,
    `<text x="44" y="${y + 76}" class="note">${madeOf(lane)} words made</text>`,
    `<path d="M${made}${end}L${shown.split('L').toReversed().join('L')}Z" class="lost"/>`,
    `<path d="M${made}" class="made"/><path d="M${shown}${end}" class="shown"/>`,
    ...answer.map((word) => drawWord(word, y + 18)),
    '</g>',
  ].join('\n');
}

function madeOf(lane: LaneView | undefined): number {
  return lane?.agents.reduce((sum, { made }) => sum + made, 0) ?? 0;
}

function stairs(
  samples: readonly Sample[],
  point: (atMs: VirtualMs, count: number) => string,
  countAt: (sample: Sample) => number,
): string {
  const points: string[] = [];
  let last = 0;
  for (const sample of samples) {
    const count = countAt(sample);
    if (count === last && points.length > 0) continue;
    points.push(point(sample.atMs, last), point(sample.atMs, count));
    last = count;
  }
  const end = samples.at(-1);
  return [...points, ...(end === undefined ? [] : [point(end.atMs, last)])].join('L');
}

function drawWord({ text, kind, x, y, width }: SetWord, top: number): string {
  const left = ANSWER.x + x;
  if (kind === 'missing') {
    return `<rect x="${left}" y="${top + y - 13}" width="${width}" height="17" rx="3" class="hole"/>`;
  }
  const line = kind === 'on-time' ? '' : `<path d="M${left} ${top + y + 4}h${width}" class="${kind}"/>`;
  return `<text x="${left}" y="${top + y}" textLength="${width}" lengthAdjust="spacingAndGlyphs" class="word">${escapeXml(text)}</text>${line}`;
}

function drawFaults({ scenario: { script, horizonMs } }: Run, height: number): string {
  return script
    .flatMap((entry) => {
      if (entry.do !== 'drop' || entry.atMs === undefined) return [];
      const x = xOf(entry.atMs, horizonMs);
      const end = xOf(Math.min(horizonMs, entry.atMs + (entry.forMs ?? horizonMs)), horizonMs);
      return [
        `<rect x="${x}" y="${TOP}" width="${end - x}" height="${height - TOP - 8}" class="fault"/>`,
        `<path d="M${x} ${TOP}V${height - 8}" class="cut"/><text x="${x}" y="${TOP + 14}" dx="5" class="harm">drop</text>`,
      ];
    })
    .join('\n');
}

function xOf(atMs: VirtualMs, horizonMs: VirtualMs): number {
  return Math.round(PLOT.x + (atMs / horizonMs) * PLOT.width);
}

function describe(title: string, lanes: readonly LaneView[]): string {
  return `${title}. ${lanes.map(({ head }) => `${head.title}: ${head.verdict.text}`).join('; ')}.`;
}

const STYLE = `<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(38)"><path d="M0 0V6" class="stripe"/></pattern></defs>
<style>
text{font:13px Inter,system-ui,sans-serif;fill:var(--ink)}svg{color-scheme:light dark;--ground:light-dark(#fbfaf7,#171614);--ink:light-dark(#1d1b18,#ece8e1);--soft:light-dark(#6d675e,#a39c91);--rule:light-dark(#e3dfd6,#35322d);--harm:light-dark(#b3261e,#ff8a80);--good:light-dark(#0b7a68,#5fc9b5)}
.stripe{stroke:var(--harm);stroke-width:1.3;opacity:.5}
.ground{fill:var(--ground)}.title{font-size:19px;font-weight:600}.name{font-size:16px;font-weight:600}.note{fill:var(--soft)}
.harm{fill:var(--harm);font-weight:600}.good{fill:var(--good);font-weight:600}.rule{stroke:var(--rule)}.lane{fill:var(--lane)}
.word{font:${ANSWER.size}px 'Source Serif 4',Georgia,serif}.shown,.made{fill:none;stroke:var(--lane);stroke-width:2.2}
.made{stroke:var(--soft);stroke-width:1.2;stroke-dasharray:1 4}.lost{fill:url(#hatch)}.hole{fill:url(#hatch);stroke:var(--harm);stroke-opacity:.6}
.late{stroke:var(--lane);stroke-width:1.8;stroke-dasharray:2 3}.doubled{stroke:var(--harm);stroke-width:3}
.fault{fill:var(--harm);opacity:.08}.cut{stroke:var(--harm);stroke-width:1.6}
</style>`;
