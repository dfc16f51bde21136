/** A QR code as a picture: one path of dark squares on white, with the quiet edge that readers need. */

import { correction, generate } from 'lean-qr';
import { escapeXmlAttribute } from '../../base/xml-text.ts';

/** Squares of white around the code, as the standard wants. */
const QUIET = 4;

/** SVG that stands alone; the same text gives the same picture. Throws when the text is longer than any code can hold, some 2,900 bytes. */
export function qrPicture(text: string): string {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const { size } = code;
  const rows = Array.from({ length: size }, (_, y) => rowPath(size, y, (x) => code.get(x, y)));
  const side = size + 2 * QUIET;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img" aria-label="${escapeXmlAttribute(`QR code of ${text}`)}" shape-rendering="crispEdges">`,
    `<path d="M0 0h${side}v${side}H0z" fill="#fff"/>`,
    `<path d="${rows.join('')}" fill="#000"/>`,
    '</svg>',
  ].join('');
}

/** Dark squares beside one another are one rectangle. */
function rowPath(size: number, y: number, isDark: (x: number) => boolean): string {
  let path = '';
  for (let x = 0; x < size;) {
    let end = x;
    while (end < size && isDark(end)) end += 1;
    if (end > x) path += `M${x + QUIET} ${y + QUIET}h${end - x}v1h${x - end}z`;
    x = end + 1;
  }
  return path;
}
