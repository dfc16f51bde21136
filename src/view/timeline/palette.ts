/** The colours of the canvas, read from the tokens: a canvas cannot follow a custom property by itself. */

import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { Palette } from '../../projection/timeline/paint-palette.ts';

/** The stroke of a screen, in pixels: what the widths of lines were chosen beside. */
const SCREEN_STROKE = 1.6;

const QUERIES = ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print'];

/**
 * The colours where `place` stands, read once a theme, since reading makes the browser work out its
 * styles. `lanes` are the architectures of the lanes, with commas between: their hues go by attribute.
 */
export function usePalette(place: RefObject<HTMLElement | null>, lanes: string): Palette | null {
  const [palette, setPalette] = useState<Palette | null>(null);
  useLayoutEffect(() => {
    const read = (): void => {
      if (place.current !== null) setPalette(readPalette(place.current, lanes.split(',')));
    };
    read();
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const queries = QUERIES.map((query) => matchMedia(query));
    for (const query of queries) query.addEventListener('change', read);
    return () => {
      observer.disconnect();
      for (const query of queries) query.removeEventListener('change', read);
    };
  }, [place, lanes]);
  return palette;
}

function readPalette(place: HTMLElement, lanes: readonly string[]): Palette {
  // It is live: it follows the attribute that is set below.
  const style = getComputedStyle(place);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const palette = {
    ink: token('--ink'),
    faint: token('--ink-3'),
    rule: token('--rule'),
    grid: token('--rule-2'),
    harm: token('--harm'),
    lanes: lanes.map((lane) => {
      place.dataset['lane'] = lane;
      return token('--lane');
    }),
    thickness: Number.parseFloat(token('--stroke')) / SCREEN_STROKE,
  };
  delete place.dataset['lane'];
  return palette;
}
