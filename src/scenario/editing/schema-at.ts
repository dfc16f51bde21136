/** Looks into the JSON Schema of scenarios: what may stand at a path, given what stands there already. */

import type { JsonSchema } from '../annotate-schema.ts';
import { valueAt } from '../known-keys.ts';
import type { FieldPath } from '../scenario-problem.ts';

/** Every form that the field at `path` may have; `data` is the text as far as it can be read, and rules some out. */
export function schemasAt(schema: JsonSchema, path: FieldPath, data: unknown): readonly JsonSchema[] {
  const forms = formsOf(schema, data);
  const [part, ...rest] = path;
  if (part === undefined) return forms;
  return forms.flatMap((form) => {
    const next = childOf(form, part);
    return next === null ? [] : schemasAt(next, rest, valueAt(data, [part]));
  });
}

/** What stands under `part` in any of `forms`. */
export function childrenOf(forms: readonly JsonSchema[], part: string | number): readonly JsonSchema[] {
  return forms.map((form) => childOf(form, part)).filter((child) => child !== null);
}

/** What stands in an object or a list under `part`, before its forms are told apart. */
function childOf({ properties, items, additionalProperties }: JsonSchema, part: string | number): JsonSchema | null {
  if (typeof part === 'number') return isSchema(items) ? items : null;
  const own = properties !== undefined && Object.hasOwn(properties, part) ? properties[part] : additionalProperties;
  return isSchema(own) ? own : null;
}

/** Of several forms those that the data may become; all of them when it is none. */
function formsOf(schema: JsonSchema, data: unknown): readonly JsonSchema[] {
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].filter(isSchema).filter(isForm);
  if (branches.length === 0) return [schema];
  const forms = branches.flatMap((branch) => formsOf(branch, data));
  const fitting = forms.filter((form) => fits(form, data));
  return fitting.length === 0 ? forms : fitting;
}

/** A branch may also be a condition beside a form, such as that one of two fields is there. */
function isForm({ type, enum: values, const: only, anyOf, oneOf }: JsonSchema): boolean {
  return type !== undefined || values !== undefined || only !== undefined || anyOf !== undefined || oneOf !== undefined;
}

/** By its literals (`do: drop`) when the data has them, and by the keys that are there. */
function fits(form: JsonSchema, data: unknown): boolean {
  if (data === undefined || data === null) return true;
  if (Array.isArray(data)) return form.type === 'array';
  if (typeof data !== 'object') return form.type !== 'object' && form.type !== 'array';
  const { properties = {} } = form;
  return (
    form.type === 'object' &&
    Object.entries(data).every(([key, value]) => {
      const field = properties[key];
      if (!isSchema(field)) return form.additionalProperties !== false;
      return field.const === undefined || value === null || field.const === value;
    })
  );
}

function isSchema(schema: unknown): schema is JsonSchema {
  return typeof schema === 'object' && schema !== null && !Array.isArray(schema);
}
