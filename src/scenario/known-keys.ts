/** Looks into a zod schema: which keys may stand in the object at a path, and which variant some data is of. */

import { z } from 'zod';
import type { FieldPath } from './scenario-problem.ts';

/** The keys that `schema` allows at `path`; `data` chooses between variants. Empty where any key goes. */
export function knownKeys(schema: z.core.$ZodType, path: FieldPath, data: unknown): readonly string[] {
  const inner = unwrapSchema(schema, data);
  const [part, ...rest] = path;
  // Where no variant fits, what any of them takes is a help.
  if (inner instanceof z.ZodUnion)
    return [...new Set(inner.options.flatMap((option) => knownKeys(option, path, data)))];
  if (part === undefined) return inner instanceof z.ZodObject && !takesAnyKey(inner) ? Object.keys(inner.shape) : [];
  const next = child(inner, part);
  return next === null ? [] : knownKeys(next, rest, valueAt(data, [part]));
}

/** What stands at `path` in plain data, `undefined` where nothing does. */
export function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((value, part) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    return (value as Readonly<Record<string | number, unknown>>)[part]; // an own key of an object
  }, data);
}

function takesAnyKey(schema: z.ZodObject): boolean {
  return schema.def.catchall !== undefined && !(schema.def.catchall instanceof z.ZodNever);
}

function child(schema: z.core.$ZodType, part: string | number): z.core.$ZodType | null {
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (!(schema instanceof z.ZodObject)) return null;
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
  return (Object.hasOwn(shape, part) ? shape[part] : undefined) ?? schema.def.catchall ?? null;
}

/** What a schema checks once its default is filled in: of several variants the one that `data` fits. */
export function unwrapSchema(schema: z.core.$ZodType, data: unknown): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return unwrapSchema(schema.def.innerType, data);
  }
  if (schema instanceof z.ZodPipe) return unwrapSchema(schema.def.out, data);
  if (schema instanceof z.ZodUnion) {
    const fits = schema.options.find((option) => variantFits(unwrapSchema(option, data), data));
    return fits === undefined ? schema : unwrapSchema(fits, data);
  }
  return schema;
}

/**
 * A variant fits when each literal of its own (`do: drop`) equals what the data has there; one
 * without literals, when the data has every field that it cannot do without.
 */
function variantFits(schema: z.core.$ZodType, data: unknown): boolean {
  if (!(schema instanceof z.ZodObject) || typeof data !== 'object') return false;
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
  const fields = Object.entries(shape);
  const literals = fields.filter((entry): entry is [string, z.ZodLiteral] => entry[1] instanceof z.ZodLiteral);
  if (literals.length === 0)
    return fields.every(([key, field]) => isOptional(field) || valueAt(data, [key]) !== undefined);
  return literals.every(([key, field]) => field.def.values.some((value) => value === valueAt(data, [key])));
}

function isOptional(schema: z.core.$ZodType): boolean {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault;
}
