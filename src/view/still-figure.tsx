/** A picture as SVG text with style rules of its own, which must not reach the page, nor its ids those of another. */

import { useLayoutEffect, useRef } from 'react';

interface StillFigureProps {
  readonly svg: string;
  readonly className: string;
  /** Rules that the place of the picture adds to its own. */
  readonly rules: string;
}

export function StillFigure({ svg, className, rules }: StillFigureProps) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (host.current === null) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    root.innerHTML = `${svg}<style>${rules}</style>`;
  }, [svg, rules]);
  return <div className={className} ref={host} />;
}
