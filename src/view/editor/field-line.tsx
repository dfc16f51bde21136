/** What the field at the cursor means: the help that a pointer gets by hovering, for keys and fingers. */

import type { FieldNote } from '../../scenario/editing/explain-field.ts';

export function FieldLine({ note }: { readonly note: FieldNote | null }) {
  if (note === null) return <p className="field-line quiet">The field at the cursor is explained here.</p>;
  const name = note.path.findLast((part) => typeof part === 'string');
  return (
    <p className="field-line">
      <strong className="mono">{name}</strong> <span className="quiet">{note.kind}</span>
      {note.note === '' ? null : <> · {note.note}</>}
    </p>
  );
}
