/** The canvas of one lane's curves: repainted when what it shows, its size or the theme changes, and never otherwise. */

import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { TimeSpan } from '../../projection/timeline/pixel-columns.ts';
import { paintStaircases } from './paint-staircases.ts';
import type { CurvePicture, Palette } from './paint-staircases.ts';

interface CurveCanvasProps {
  readonly picture: CurvePicture;
  readonly span: TimeSpan;
  readonly width: number;
  readonly height: number;
}

export function CurveCanvas({ picture, span, width, height }: CurveCanvasProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const palette = usePalette(ref);
  useLayoutEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (canvas === null || context === null || context === undefined || palette === null) return;
    if (width < 1 || height < 1) return;
    const pixelRatio = devicePixelRatio;
    const [wide, high] = [Math.round(width * pixelRatio), Math.round(height * pixelRatio)];
    if (canvas.width !== wide) canvas.width = wide;
    if (canvas.height !== high) canvas.height = high;
    paintStaircases(context, picture, { width, height, pixelRatio, span }, palette);
  }, [picture, span, width, height, palette]);
  return <canvas ref={ref} className="timeline-curves" style={{ width, height }} aria-hidden="true" />;
}

/** The colours of the theme where the canvas stands. Reading them makes the browser work out its styles, so it is done once a theme. */
function usePalette(canvas: RefObject<HTMLCanvasElement | null>): Palette | null {
  const [palette, setPalette] = useState<Palette | null>(null);
  useLayoutEffect(() => {
    const read = (): void => {
      if (canvas.current === null) return;
      const style = getComputedStyle(canvas.current);
      const color = (name: string): string => style.getPropertyValue(name).trim();
      setPalette({ lane: color('--lane'), faint: color('--ink-3'), harm: color('--harm') });
    };
    read();
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', read);
    return () => {
      observer.disconnect();
      dark.removeEventListener('change', read);
    };
  }, [canvas]);
  return palette;
}
