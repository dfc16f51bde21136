/** A pen that writes SVG: what is painted on the canvas of the page, as text. */

import type { Pen } from '../timeline/pen.ts';

interface Ink {
  readonly fillStyle: unknown;
  readonly strokeStyle: unknown;
  readonly lineWidth: number;
  readonly lineJoin: unknown;
  readonly globalAlpha: number;
  readonly dash: readonly number[];
  readonly clipId: string | null;
}

export interface SvgPen extends Pen {
  /** The elements so far, one a line, in the order in which they were painted. */
  readonly lines: readonly string[];
}

/** `name` is the beginning of the ids of its clips, unique within the figure. */
export function createSvgPen(name: string): SvgPen {
  const lines: string[] = [];
  const saved: Ink[] = [];
  let d = '';
  let dash: readonly number[] = [];
  let clipId: string | null = null;
  let clips = 0;
  /** A step along one axis is said by that axis alone. */
  let [penX, penY] = [Number.NaN, Number.NaN];
  const at = (x: number, y: number): void => {
    [penX, penY] = [short(x), short(y)];
  };
  const write = (path: string, look: string): void => {
    const clip = clipId === null ? '' : ` clip-path="url(#${clipId})"`;
    const alpha = pen.globalAlpha === 1 ? '' : ` opacity="${short(pen.globalAlpha)}"`;
    if (path !== '') lines.push(`<path d="${path}" ${look}${alpha}${clip}/>`);
  };
  const pen: SvgPen = {
    fillStyle: 'none',
    strokeStyle: 'none',
    lineWidth: 1,
    lineJoin: 'miter',
    globalAlpha: 1,
    lines,
    save: () => {
      const { fillStyle, strokeStyle, lineWidth, lineJoin, globalAlpha } = pen;
      saved.push({ fillStyle, strokeStyle, lineWidth, lineJoin, globalAlpha, dash, clipId });
    },
    restore: () => {
      const ink = saved.pop();
      if (ink === undefined) return;
      ({ dash, clipId } = ink);
      const { fillStyle, strokeStyle, lineWidth, lineJoin, globalAlpha } = ink;
      Object.assign(pen, { fillStyle, strokeStyle, lineWidth, lineJoin, globalAlpha });
    },
    beginPath: () => {
      d = '';
      [penX, penY] = [Number.NaN, Number.NaN];
    },
    moveTo: (x, y) => {
      at(x, y);
      d += `M${penX} ${penY}`;
    },
    lineTo: (x, y) => {
      const [fromX, fromY] = [penX, penY];
      at(x, y);
      if (fromX === penX && fromY === penY) return;
      d += fromY === penY ? `H${penX}` : fromX === penX ? `V${penY}` : `L${penX} ${penY}`;
    },
    rect: (x, y, width, height) => {
      d += `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`;
    },
    clip: () => {
      clips += 1;
      // A clip within a clip shows what lies in both.
      const within = clipId === null ? '' : ` clip-path="url(#${clipId})"`;
      clipId = `${name}-${clips}`;
      lines.push(`<clipPath id="${clipId}"${within}><path d="${d}"/></clipPath>`);
    },
    fill: () => write(d, `fill="${String(pen.fillStyle)}"`),
    stroke: () => {
      const dashes = dash.length === 0 ? '' : ` stroke-dasharray="${dash.join(' ')}"`;
      const look = `fill="none" stroke="${String(pen.strokeStyle)}" stroke-width="${short(pen.lineWidth)}"`;
      write(d, `${look} stroke-linejoin="${String(pen.lineJoin)}"${dashes}`);
    },
    fillRect: (x, y, width, height) => {
      const path = `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`;
      write(path, `fill="${String(pen.fillStyle)}"`);
    },
    setLineDash: (segments) => {
      dash = segments;
    },
  };
  return pen;
}

function short(value: number): number {
  return Math.round(value * 100) / 100;
}
