/** What a burst of typing changed, as the history of edits names it. */

import { recordedSince } from '../../projection/record/recorded-since.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';

/** `text: 1.700 s Laptop drop`, or the first of several changes and how many more there are. */
export function textEditLabel(before: CompiledScenario, after: CompiledScenario): string {
  const { entries, changes } = recordedSince(before, after);
  const written = entries.filter(({ isYours }) => isYours).map(({ when, who, what }) => `${when} ${who} ${what}`);
  // An entry that reads otherwise than before is told once, by how it reads now.
  const gone = changes.filter((change) => change.startsWith('no longer: ')).slice(written.length);
  const others = changes.filter((change) => !change.startsWith('no longer: '));
  const titled = before.title === after.title ? [] : [`title “${after.title}”`];
  const claimed = JSON.stringify(before.expect) === JSON.stringify(after.expect) ? [] : ['claims'];
  const named = [...written, ...gone, ...titled, ...others.filter((change) => change !== OTHER), ...claimed];
  const all = named.length === 0 ? others : named;
  const [first = 'fields', ...more] = all;
  return `text: ${first}${more.length === 0 ? '' : ` and ${more.length} more`}`;
}

const OTHER = 'other fields of the file';
