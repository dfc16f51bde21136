/** A text that is still being written, read as far as it goes: nothing here fails. */

import { parseDocument } from 'yaml';
import type { Document } from 'yaml';

/** Never throws but for nesting beyond all bounds; faults of the text are left in the document. */
export function looseDocument(text: string): Document {
  return parseDocument(text, { uniqueKeys: false, logLevel: 'silent' });
}

/** What it says as plain data, `null` when it cannot be had. Aliases are not unfolded. */
export function looseData(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return null;
  }
}
