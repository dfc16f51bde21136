/** A text of a lesson with its placeholders filled from the runs. */

import { assertNever } from '../../base/assert.ts';
import type { Placeholder, Template, ValueFormat } from '../../scenario/lesson/lesson-data.ts';
import { amountText } from '../money-text.ts';
import { durationText } from '../seconds.ts';
import type { LessonRuns } from './find-moment.ts';
import { evaluate } from './read-value.ts';
import type { LessonValue } from './read-value.ts';

/** What stands for a value that the run does not have; the check refuses lessons that come to this. */
const NOTHING = '–';

export function fillTemplate(template: Template, runs: LessonRuns): string {
  return template.map((part) => (typeof part === 'string' ? part : fillPlaceholder(part, runs))).join('');
}

/** The placeholders that the runs have nothing for. */
export function emptyPlaceholders(template: Template, runs: LessonRuns): readonly Placeholder[] {
  return template.filter((part) => typeof part !== 'string').filter(({ value }) => evaluate(value, runs) === null);
}

function fillPlaceholder({ value, format }: Placeholder, runs: LessonRuns): string {
  const found = evaluate(value, runs);
  return found === null ? NOTHING : formatValue(found, format);
}

function formatValue(value: LessonValue, format: ValueFormat): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  switch (format) {
    case 'plain':
      return value.toLocaleString('en-GB');
    case 'ms':
      return durationText(value);
    case 'seconds':
      return `${Number((value / 1000).toFixed(1))} s`;
    case 'percent':
      return `${Math.round(value * 100)} %`;
    case 'dollars':
      return `$${amountText(value / 1_000_000)}`;
    case 'words':
    case 'runs':
    case 'messages':
    case 'connections':
    case 'times':
      return `${value.toLocaleString('en-GB')} ${value === 1 ? format.slice(0, -1) : format}`;
    default:
      return assertNever(format);
  }
}
