/**
 * A deep copy of plain state: objects, arrays, maps and sets are copied; anything with a prototype
 * of its own (a held machine snapshot) counts as an immutable value and is shared.
 */
export function copyState<T>(value: T): T;
export function copyState(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => copyState(item));
  if (value instanceof Map) return new Map(Array.from(value, ([key, item]) => [key, copyState<unknown>(item)]));
  if (value instanceof Set) return new Set(value);
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyState<unknown>(item)]));
}
