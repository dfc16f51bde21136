/** What stands at a path of a lesson in its runs: from the report, the trace, or the scenario. */

import type { ValueExpression, ValuePath } from '../../scenario/lesson/lesson-data.ts';
import { scenarioValue } from '../../scenario/lesson/scenario-value.ts';
import type { LaneReport } from '../../scenario/outcome-report.ts';
import type { Run } from '../../sim/run.ts';
import { wordsOfRun } from '../inspector/words-of-run.ts';
import { eventsLike } from './find-moment.ts';
import type { LessonRuns } from './find-moment.ts';

export type LessonValue = string | number | boolean;

const LAST_WORDS = 4;

/** `null` when the run has nothing there: a surface that never recovered, an event that never happened. */
export function readValue(path: ValuePath, runs: LessonRuns): LessonValue | null {
  const run = runs.get(path.run);
  if (run === undefined) return null;
  switch (path.of) {
    case 'surface':
      return surfaceValue(path, run);
    case 'agent':
    case 'bill':
      return fieldOf(run.report.lanes[path.lane]?.[path.of], path.field);
    case 'guarantee':
      return guaranteeValue(path, run.report.lanes[path.lane]);
    case 'event': {
      const events = eventsLike(path.pattern, run);
      return path.field === 'count' ? events.length : (events[path.nth - 1]?.atMs ?? null);
    }
    case 'option':
      return fieldOf(run.scenario.lanes.find(({ name }) => name === path.lane)?.options, path.field);
    default:
      return scenarioValue(run.scenario, path.path) ?? null;
  }
}

/** `null` when one of its values is, or when it divides by nothing. */
export function evaluate({ left, operator, right }: ValueExpression, runs: LessonRuns): LessonValue | null {
  const first = readValue(left, runs);
  if (right === null) return first;
  const second = readValue(right, runs);
  if (typeof first !== 'number' || typeof second !== 'number') return null;
  if (operator === '-') return first - second;
  return second === 0 ? null : first / second;
}

function surfaceValue({ lane, surface, field }: Extract<ValuePath, { of: 'surface' }>, run: Run): LessonValue | null {
  const trace = run.lanes.find(({ name }) => name === lane);
  if (trace === undefined) return null;
  if (field !== 'firstShownAtMs' && field !== 'lastWords')
    return fieldOf(run.report.lanes[lane]?.surfaces[surface], field);
  const shown = trace.events.filter((event) => event.type === 'tokens.shown' && event.actor === surface);
  if (field === 'firstShownAtMs') return shown[0]?.atMs ?? null;
  const wiped = trace.events.findLast(({ type, actor }) => type === 'screen.cleared' && actor === surface)?.id ?? -1;
  const last = shown.findLast((event) => event.id > wiped);
  if (last?.type !== 'tokens.shown') return null;
  return wordsOfRun(trace, run.scenario, last.run)
    .slice(Math.max(0, last.to - LAST_WORDS), last.to)
    .join(' ');
}

function guaranteeValue(
  { id, field }: Extract<ValuePath, { of: 'guarantee' }>,
  report?: LaneReport,
): LessonValue | null {
  if (report === undefined) return null;
  if (id === null) return Object.values(report.guarantees).filter(({ held }) => !held).length;
  const verdict = report.guarantees[id];
  if (field === 'held') return verdict.held;
  return verdict.held ? null : verdict.atMs;
}

function fieldOf(fields: Readonly<Record<string, unknown>> | undefined, field: string): LessonValue | null {
  const value = fields !== undefined && Object.hasOwn(fields, field) ? fields[field] : null;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
