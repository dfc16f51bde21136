/** A scenario's data with the changes of a patch, before it is checked. */

import { ok, type Result } from '../../base/result.ts';
import { setField } from '../override.ts';
import type { FieldProblem } from '../scenario-problem.ts';
import type { ScenarioPatch } from './patch-schema.ts';

/** Fields first, then entries that go, then entries that come. The path of a problem is that within the patch. */
export function applyPatch(data: unknown, { set, remove, add }: ScenarioPatch): Result<unknown, FieldProblem> {
  let changed = data;
  for (const [path, value] of Object.entries(set)) {
    const next = setField(changed, path, value);
    if (!next.ok) return { ok: false, error: { ...next.error, path: ['set', path], at: 'key' } };
    changed = next.value;
  }
  if (remove.length === 0 && add.length === 0) return ok(changed);
  const { script = [] } = changed as { readonly script?: readonly unknown[] }; // the scenario has been checked
  const beyond = remove.findIndex((index) => index >= script.length);
  if (beyond !== -1) {
    const reason = `the script has ${script.length} entries, counted from 0`;
    return { ok: false, error: { path: ['remove', beyond], at: 'value', reason, remedy: 'Name one of them.' } };
  }
  const kept = script.filter((_, index) => !remove.includes(index));
  return ok({ ...(changed as object), script: [...kept, ...add] });
}
