/** What the field under the pointer means. */

import type { JsonSchema } from '../annotate-schema.ts';
import { valueAt } from '../known-keys.ts';
import type { FieldPath } from '../scenario-problem.ts';
import { findScalar, pathOf } from './cursor-place.ts';
import { fieldKind, fieldMeaning } from './field-kind.ts';
import { looseData, looseDocument } from './loose-document.ts';
import { childrenOf, schemasAt } from './schema-at.ts';

export interface FieldNote {
  /** The word that it is about, as offsets in the text. */
  readonly from: number;
  readonly to: number;
  /** The way to the field. */
  readonly path: FieldPath;
  /** What may stand there, in a few words. */
  readonly kind: string;
  /** What it means, in a sentence; may be empty. */
  readonly note: string;
}

/** `null` where there is no field. */
export function explainField(text: string, offset: number, schema: JsonSchema): FieldNote | null {
  const document = looseDocument(text);
  const found = findScalar(document, ({ range }) => range != null && range[0] <= offset && offset <= range[1]);
  if (found === null) return null;
  const { node, ancestors, role } = found;
  const around = pathOf(node, ancestors, role);
  const path = role === 'key' ? [...around, String(node.value)] : around;
  const data = looseData(document);
  const last = path.at(-1);
  const holders = schemasAt(schema, path.slice(0, -1), data);
  const fields = last === undefined ? [] : childrenOf(holders, last);
  if (fields.length === 0) return null;
  const forms = fields.flatMap((field) => schemasAt(field, [], valueAt(data, path)));
  return {
    from: node.range?.[0] ?? 0,
    to: node.range?.[1] ?? 0,
    path,
    kind: fieldKind(forms),
    note: fieldMeaning(fields),
  };
}
