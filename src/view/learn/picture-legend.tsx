/** What the lines and marks of the pictures mean, each drawn as they draw it. */

import type { ReactNode } from 'react';

export function PictureLegend() {
  return (
    <ul className="picture-legend" aria-label="In the pictures">
      <Sign shape={<path className="picture-told" d="M0 10l9-6h9" />}>words on a screen, over time</Sign>
      <Sign shape={<path className="picture-made" d="M0 10l18-8" />}>words that were made</Sign>
      <Sign shape={<path className="picture-break" d="M9 0v12" />}>something breaks</Sign>
      <Sign shape={<path className="picture-deed" d="M9 0v12" />}>somebody acts</Sign>
      <Sign shape={<path className="picture-good" d="M13.5 6a4.5 4.5 0 1 1-9 0a4.5 4.5 0 1 1 9 0z" />}>
        as promised
      </Sign>
      <Sign shape={<path className="picture-harm" d="M5 2l8 8M5 10l8-8" />}>not as promised</Sign>
    </ul>
  );
}

function Sign({ shape, children }: { readonly shape: ReactNode; readonly children: ReactNode }) {
  return (
    <li>
      <svg width={18} height={12} aria-hidden="true">
        {shape}
      </svg>
      {children}
    </li>
  );
}
