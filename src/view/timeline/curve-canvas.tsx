/** The canvas of one lane's curves: repainted when what it shows, its size or the theme changes, and never otherwise. */

import { useLayoutEffect, useRef, useState } from 'react';
import { paintStaircases } from './paint-staircases.ts';
import type { CurvePicture } from './paint-staircases.ts';
import type { TimeSpan } from '../../projection/timeline/pixel-columns.ts';

interface CurveCanvasProps {
  readonly picture: CurvePicture;
  readonly span: TimeSpan;
  readonly width: number;
  readonly height: number;
}

export function CurveCanvas({ picture, span, width, height }: CurveCanvasProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const theme = useThemeChanges();
  useLayoutEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (canvas === null || context === null || context === undefined || width < 1 || height < 1) return;
    const pixelRatio = devicePixelRatio;
    const [wide, high] = [Math.round(width * pixelRatio), Math.round(height * pixelRatio)];
    if (canvas.width !== wide) canvas.width = wide;
    if (canvas.height !== high) canvas.height = high;
    // The colours follow the theme: each change of it is a reason to read them again.
    canvas.dataset['themes'] = String(theme);
    const style = getComputedStyle(canvas);
    const color = (name: string): string => style.getPropertyValue(name).trim();
    const palette = { lane: color('--lane'), faint: color('--ink-3'), harm: color('--harm') };
    paintStaircases(context, picture, { width, height, pixelRatio, span }, palette);
  }, [picture, span, width, height, theme]);
  return <canvas ref={ref} className="timeline-curves" style={{ width, height }} aria-hidden="true" />;
}

/** Grows whenever the colours may have changed: a theme chosen on the page, or the system's. */
function useThemeChanges(): number {
  const [changes, setChanges] = useState(0);
  useLayoutEffect(() => {
    const changed = (): void => setChanges((count) => count + 1);
    const observer = new MutationObserver(changed);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', changed);
    return () => {
      observer.disconnect();
      dark.removeEventListener('change', changed);
    };
  }, []);
  return changes;
}
