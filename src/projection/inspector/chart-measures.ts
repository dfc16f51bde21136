/** How large the parts of a statechart are, for who lays it out and for who draws it. CSS pixels. */

/** Room around all, and around what stands inside of a state. */
export const MARGIN = 16;
export const NAME_SIZE = 13;
/** The height of a state's name, and of the title bar of one that has states inside. */
export const TITLE_HEIGHT = 28;
export const LABEL_SIZE = 10.5;
export const LABEL_LEADING = 14;
/** Left and right of the words inside a state. */
export const PADDING = 10;

/** Every glyph of the monospaced face is this many ems wide. */
const MONO_EMS = 0.6;

export function labelWidth(text: string): number {
  return Math.ceil(text.length * MONO_EMS * LABEL_SIZE);
}
