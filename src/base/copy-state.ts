/**
 * A deep copy of plain state: objects, arrays, maps and sets are copied; anything with a prototype
 * of its own (a held machine snapshot) counts as an immutable value and is shared. What is held at
 * two places of the state is one thing in the copy as well, so that a change of one is seen by both.
 */
export function copyState<T>(value: T): T {
  return copyOf(value, new Map());
}

type Copies = Map<object, object>;

function copyOf<T>(value: T, copies: Copies): T;
function copyOf(value: unknown, copies: Copies): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    copies.set(value, list);
    for (const item of value) list.push(copyOf<unknown>(item, copies));
    return list;
  }
  if (value instanceof Map) {
    const map = new Map<unknown, unknown>();
    copies.set(value, map);
    for (const [key, item] of value) map.set(key, copyOf<unknown>(item, copies));
    return map;
  }
  if (value instanceof Set) {
    const set = new Set(value);
    copies.set(value, set);
    return set;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const fields: Record<string, unknown> = {};
  copies.set(value, fields);
  for (const [key, item] of Object.entries(value)) fields[key] = copyOf<unknown>(item, copies);
  return fields;
}
