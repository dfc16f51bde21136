/** Which flags are selected, in the order in which they were touched: the last one is the one that is meant first. */

/** `selected` with `index` in it, or without it when it was. */
export function toggled(selected: readonly number[], index: number): readonly number[] {
  return selected.includes(index) ? selected.filter((other) => other !== index) : [...selected, index];
}

/** What a key or a button does to `index`: to all that are selected when it is one of them, else to itself. */
export function meantBy(selected: readonly number[], index: number): readonly number[] {
  return selected.includes(index) ? selected : [index];
}
