/** The figure as a picture of points, drawn once its SVG is there. */

import { useEffect, useState } from 'react';
import { drawPicture } from './figure-png.ts';
import type { Picture } from './figure-png.ts';
import type { WrittenFile } from './use-exports.ts';

export type DrawnPicture =
  { readonly kind: 'drawing' } | { readonly kind: 'drawn'; readonly picture: Picture } | { readonly kind: 'failed' };

/** In the scheme of the page: dark where the page is. */
export function usePicture(figure: WrittenFile | undefined): DrawnPicture {
  const [drawn, setDrawn] = useState<DrawnPicture>({ kind: 'drawing' });
  const svg = figure?.kind === 'written' ? figure.text : null;
  useEffect(() => {
    if (svg === null) return;
    const stop = new AbortController();
    const note = (next: DrawnPicture) => {
      if (!stop.signal.aborted) setDrawn(next);
    };
    drawPicture(svg, schemeOfPage()).then(
      (picture) => note({ kind: 'drawn', picture }),
      () => note({ kind: 'failed' }),
    );
    return () => stop.abort();
  }, [svg]);
  return figure?.kind === 'failed' ? { kind: 'failed' } : drawn;
}

function schemeOfPage(): 'light' | 'dark' {
  const theme = document.documentElement.dataset['theme'];
  if (theme !== undefined) return theme === 'dark' ? 'dark' : 'light';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
