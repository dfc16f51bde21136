/** A JSON Schema whose references are replaced by what they stand for, so that it can be walked from the top. */

import type { JsonSchema } from '../annotate-schema.ts';

/** The definitions of scenarios do not refer to one another in a circle. */
export function inlineRefs(schema: JsonSchema): JsonSchema {
  const definitions = (schema.$defs ?? {}) as Readonly<Record<string, unknown>>;
  const inline = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(inline);
    if (typeof node !== 'object' || node === null) return node;
    const { $ref, ...rest } = node as Readonly<Record<string, unknown>>;
    const name = typeof $ref === 'string' ? /^#\/\$defs\/(.+)$/.exec($ref)?.[1] : undefined;
    const own = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, inline(value)]));
    return name === undefined ? own : { ...(inline(definitions[name]) as object), ...own };
  };
  const { $defs: _, ...rest } = schema;
  return inline(rest) as JsonSchema; // a schema stays one
}
