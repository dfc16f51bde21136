/** How wide a line of the sans face is, estimated without a page: enough to keep labels apart. */

const NARROW = new Set("iljtfrI1.,:;'’|!()[] ");
const WIDE = new Set('mwMW@%—…');

/** CSS pixels at `size`; a little more than Inter takes at weight 600. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size;
}

function emsOf(character: string): number {
  if (NARROW.has(character)) return 0.33;
  if (WIDE.has(character)) return 0.92;
  if (character >= '0' && character <= '9') return 0.64;
  return character === character.toLowerCase() ? 0.59 : 0.7;
}
