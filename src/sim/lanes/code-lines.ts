/** Short forms for writing product code down as data. */

import type { CodeLine } from '../../protocol/product-code.ts';

/** `behind` is a list of events between commas; `''` for a line that is only there to be read. */
export function line(text: string, behind = '', when: CodeLine['when'] = {}): CodeLine {
  return { text, behind: behind === '' ? [] : behind.split(', '), when };
}
