/** A statechart at one moment as an SVG file that stands alone: its colours, title and description inside. */

import { escapeXml } from '../../base/xml-text.ts';
import { exactSeconds } from '../seconds.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import { chartMarks } from './chart-marks.ts';
import type { EdgeMark, PlacedText, StateMark } from './chart-marks.ts';
import { LABEL_SIZE, NAME_SIZE } from './chart-measures.ts';
import type { MachineInstance } from './machine-instance.ts';
import { machineMoment } from './machine-moment.ts';
import { momentText } from './moment-text.ts';

/** Every colour as it stands in the file: documents seldom know of themes. */
const PAPER = '#ffffff';
const INK = '#1d1c1a';
const QUIET = '#5d5a55';
const PALE = '#a9a49b';
const GROUP = '#faf8f4';

const SANS = `font-family="Inter, system-ui, sans-serif"`;
const MONO = `font-family="'JetBrains Mono', ui-monospace, monospace"`;

/** `hue` colours what is active. The same moment gives the same text. */
export function chartSvg(instance: MachineInstance, atMs: VirtualMs, hue: string): string {
  const moment = machineMoment(instance, atMs);
  const { width, height, states, edges } = chartMarks(instance.chart, 'full', moment);
  const groups = states.filter(({ isGroup }) => isGroup);
  const leaves = states.filter(({ isGroup }) => !isGroup);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escapeXml(`${instance.chart.id} of ${instance.owner} at ${exactSeconds(atMs)} s`)}</title>`,
    `<desc id="desc">${escapeXml(momentText(instance, moment))}</desc>`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    ...groups.map((state) => drawState(state, hue)),
    ...edges.filter(({ isNext, isLast }) => !isNext && !isLast).map((edge) => drawEdge(edge, hue)),
    ...edges.filter(({ isNext, isLast }) => isNext || isLast).map((edge) => drawEdge(edge, hue)),
    ...leaves.map((state) => drawState(state, hue)),
    '</svg>\n',
  ].join('\n');
}

function drawState({ box, name, tone, isGroup, initial, title, lines }: StateMark, hue: string): string {
  const isActive = tone === 'active';
  const fill = isActive ? hue : isGroup ? GROUP : PAPER;
  const stroke = tone === 'idle' ? PALE : hue;
  const ink = isActive ? PAPER : INK;
  return [
    initial !== null
      ? `<circle cx="${initial.dot.x}" cy="${initial.dot.y}" r="3" fill="${INK}"/><path d="${initial.line}" stroke="${INK}"/>`
      : '',
    `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="7" fill="${fill}" stroke="${stroke}" stroke-width="${tone === 'idle' ? 1 : 1.5}"/>`,
    `<text x="${title.x}" y="${title.y}" ${SANS} font-size="${NAME_SIZE}" font-weight="600" fill="${ink}">${escapeXml(name)}</text>`,
    ...lines.map((line) => drawText(line, isActive ? PAPER : QUIET)),
  ].join('');
}

function drawEdge({ line, head, isNext, isLast, lines }: EdgeMark, hue: string): string {
  const colour = isNext || isLast ? hue : PALE;
  const dash = isLast && !isNext ? ' stroke-dasharray="5 3"' : '';
  return [
    `<path d="${line}" fill="none" stroke="${colour}" stroke-width="${isNext || isLast ? 1.75 : 1}"${dash}/>`,
    `<path d="${head}" fill="${colour}"/>`,
    ...lines.map((text) => drawText(text, isNext ? INK : QUIET)),
  ].join('');
}

function drawText({ x, y, text }: PlacedText, colour: string): string {
  return `<text x="${x}" y="${y}" ${MONO} font-size="${LABEL_SIZE}" fill="${colour}">${escapeXml(text)}</text>`;
}
