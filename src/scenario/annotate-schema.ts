/** Gives the fields of a JSON Schema the notes that their own schemas lack. */

import type { z } from 'zod';
import { fieldNote } from './field-notes.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;
type AnySchema = boolean | JsonSchema;

/** A copy with a description at every field that `field-notes.ts` knows. `path` has `*` for names and places in lists. */
export function annotateSchema(schema: JsonSchema, path: readonly string[] = []): JsonSchema {
  const below = (inner: AnySchema, part: string): AnySchema => withNote(inner, [...path, part]);
  const { properties, items, additionalProperties, anyOf, oneOf } = schema;
  return {
    ...schema,
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, inner]) => [name, below(inner, name)] as const),
          ),
        }),
    ...(isSchema(items) ? { items: below(items, '*') } : {}),
    ...(isSchema(additionalProperties) ? { additionalProperties: below(additionalProperties, '*') } : {}),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map((branch) => branchOf(branch, path)) }),
    ...(oneOf === undefined ? {} : { oneOf: oneOf.map((branch) => branchOf(branch, path)) }),
  } as JsonSchema; // the same schema with descriptions
}

function withNote(schema: AnySchema, path: readonly string[]): AnySchema {
  if (typeof schema === 'boolean') return schema;
  const note = fieldNote(path, schema.const);
  return {
    ...(note === null ? {} : { description: note }),
    ...annotateSchema(schema, path),
  };
}

/** One of several forms of a field; the field itself has the note. */
function branchOf(schema: AnySchema, path: readonly string[]): AnySchema {
  return typeof schema === 'boolean' ? schema : annotateSchema(schema, path);
}

function isSchema(schema: unknown): schema is JsonSchema {
  return typeof schema === 'object' && schema !== null && !Array.isArray(schema);
}
