/** The one stretch in which two texts differ, so that cursor, scrolling and history keep their places. */

export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** `null` when they are the same. */
export function textChange(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) };
}
