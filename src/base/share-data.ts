/**
 * Structural sharing of plain data: what is equal to what was there before stays the same object, so that
 * whoever holds it sees at a glance that nothing changed.
 */

/** `now`, with `before` or parts of it in every place where they are equal. Both must be plain data without cycles. */
export function shareData<T>(before: T, now: T): T {
  // What stands in for `now` is equal to it.
  return shared(before, now) as T;
}

/** Shares each value with the one before it. */
export function createSharer<T>(): (now: T) => T {
  let kept: T | null = null;
  return (now) => (kept = kept === null ? now : shareData(kept, now));
}

function shared(before: unknown, now: unknown): unknown {
  if (Object.is(before, now)) return before;
  if (Array.isArray(before) && Array.isArray(now)) return sharedList(before, now);
  if (isRecord(before) && isRecord(now)) return sharedRecord(before, now);
  return now;
}

function sharedList(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const list = now.map((item, at) => shared(before[at], item));
  return list.length === before.length && list.every((item, at) => Object.is(item, before[at])) ? before : list;
}

type DataRecord = Readonly<Record<string, unknown>>;

function sharedRecord(before: DataRecord, now: DataRecord): DataRecord {
  const names = Object.keys(now);
  const record = Object.fromEntries(names.map((name) => [name, shared(before[name], now[name])]));
  const isSame =
    names.length === Object.keys(before).length &&
    names.every((name) => name in before && Object.is(record[name], before[name]));
  return isSame ? before : record;
}

function isRecord(value: unknown): value is DataRecord {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
