/** Data without what its schema would fill in, so that a file says only what somebody decided. */

import { z } from 'zod';
import { unwrapSchema } from './known-keys.ts';

/** A copy of `data`, which fits `schema`, without the fields that have their default; parsing it gives the same. */
export function omitDefaults(schema: z.core.$ZodType, data: unknown): unknown {
  const inner = unwrapSchema(schema, data);
  if (Array.isArray(data)) {
    const items = data as readonly unknown[];
    return inner instanceof z.ZodArray ? items.map((item) => omitDefaults(inner.element, item)) : items;
  }
  if (typeof data !== 'object' || data === null) return data;
  const fields = Object.entries(data);
  if (inner instanceof z.ZodRecord)
    return Object.fromEntries(fields.map(([key, value]) => [key, omitDefaults(inner.valueType, value)]));
  if (!(inner instanceof z.ZodObject)) return data;
  return Object.fromEntries(fields.flatMap(([key, value]) => omitField(fieldOf(inner, key), key, value)));
}

function fieldOf(schema: z.ZodObject, key: string): z.core.$ZodType | undefined {
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
  return Object.hasOwn(shape, key) ? shape[key] : schema.def.catchall;
}

function omitField(field: z.core.$ZodType | undefined, key: string, value: unknown): readonly [string, unknown][] {
  if (value === undefined) return [];
  if (field === undefined) return [[key, value]];
  const kept = omitDefaults(field, value);
  const isDefault =
    (field instanceof z.ZodDefault || field instanceof z.ZodPrefault) &&
    isSame(kept, omitDefaults(field, field.def.defaultValue));
  return isDefault ? [] : [[key, kept]];
}

/** Both come from the same schema, hence with their keys in whatever order people chose. */
function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
