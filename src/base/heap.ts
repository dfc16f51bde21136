/**
 * A binary min-heap over a plain array, so that a queue can be copied with the world that holds it.
 * `isBefore(a, b)` must be a strict total order for the take order to be determined.
 */
export type IsBefore<T> = (a: T, b: T) => boolean;

/** Adds `item`; O(log n). */
export function pushHeap<T>(heap: T[], item: T, isBefore: IsBefore<T>): void {
  let at = heap.length;
  heap.push(item);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || !isBefore(item, above)) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = item;
}

/** Removes and returns the least item, `undefined` when the heap is empty; O(log n). */
export function popHeap<T>(heap: T[], isBefore: IsBefore<T>): T | undefined {
  const least = heap[0];
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return least;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    let below = heap[child];
    if (below === undefined) break;
    const right = heap[child + 1];
    if (right !== undefined && isBefore(right, below)) {
      child += 1;
      below = right;
    }
    if (!isBefore(below, last)) break;
    heap[at] = below;
    at = child;
  }
  heap[at] = last;
  return least;
}
