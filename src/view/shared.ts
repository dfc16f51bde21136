/** A value that stays the same object for as long as nothing in it changes, whoever makes it anew. */

import { useState } from 'react';
import { createSharer } from '../base/share-data.ts';

/** `value` is plain data. */
export function useShared<T>(value: T): T {
  const [share] = useState(() => createSharer<T>());
  return share(value);
}
