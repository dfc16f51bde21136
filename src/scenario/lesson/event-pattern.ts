/** Which events of a lane are meant: `connection.closed[how=failed]@laptop`, in paths and in the anchors of beats. */

import { err, ok, type Result } from '../../base/result.ts';
import type { TraceEventType } from '../../protocol/trace-event.ts';
import { TRACE_FIELDS } from '../../protocol/trace-fields.ts';
import type { CompiledScenario } from '../compiled-scenario.ts';
import { suggestWord } from '../nearest-word.ts';
import type { Refusal } from './known-runs.ts';
import type { EventPattern } from './lesson-data.ts';

/** The parts of a pattern as an author writes them. */
export interface PatternParts {
  readonly lane: string;
  readonly event: string;
  readonly on?: string | undefined;
  readonly with?: EventPattern['with'] | undefined;
}

/** What is wrong, and with which of the parts. */
export type PatternRefusal = Refusal & { readonly part: 'lane' | 'event' | 'on' | 'with' };

const ALSO_ACTORS = ['agent', 'server', 'session', 'proxy', 'network'];

/** Reads `EVENT`, `EVENT[field=value]@ACTOR`. */
export function parsePattern(
  lane: string,
  written: string,
  scenario: CompiledScenario,
): Result<EventPattern, PatternRefusal> {
  const [, event, fields, on] = /^([a-z.-]+)(?:\[([^\]]*)\])?(?:@([a-z0-9-]+))?$/.exec(written) ?? [];
  if (event === undefined) {
    const reason = `"${written}" is not an event`;
    return err({ part: 'event', reason, remedy: 'An event looks like connection.closed[how=failed]@laptop.' });
  }
  const pairs = (fields ?? '').split(',').filter((pair) => pair !== '');
  const values = pairs.map((pair) => {
    const [key = '', ...rest] = pair.split('=');
    return [key.trim(), readScalar(rest.join('=').trim())] as const;
  });
  return checkPattern({ lane, event, on, with: Object.fromEntries(values) }, scenario);
}

/** Every part must exist: the lane, the event, its fields, and who it happens to. */
export function checkPattern(parts: PatternParts, scenario: CompiledScenario): Result<EventPattern, PatternRefusal> {
  const refuse = (part: PatternRefusal['part'], reason: string, remedy: string) => err({ part, reason, remedy });
  const lanes = scenario.lanes.map(({ name }) => name);
  if (!lanes.includes(parts.lane))
    return refuse('lane', `there is no lane "${parts.lane}"`, suggestWord(parts.lane, lanes, 'Lanes'));
  const types = Object.keys(TRACE_FIELDS);
  const event = types.find((type): type is TraceEventType => type === parts.event);
  if (event === undefined) {
    const remedy = suggestWord(parts.event, types, 'Events');
    return refuse('event', `"${parts.event}" is not an event of the trace`, remedy);
  }
  const actors = [...scenario.surfaces, ...scenario.agents].map(({ name }) => name).concat(ALSO_ACTORS);
  if (parts.on !== undefined && !actors.includes(parts.on))
    return refuse('on', `there is no "${parts.on}"`, suggestWord(parts.on, actors, 'Known'));
  const fields: readonly string[] = TRACE_FIELDS[event];
  const odd = Object.keys(parts.with ?? {}).find((field) => !fields.includes(field));
  if (odd !== undefined) return refuse('with', `${event} has no field "${odd}"`, suggestWord(odd, fields, 'Fields'));
  return ok({ lane: parts.lane, event, on: parts.on ?? null, with: parts.with ?? {} });
}

function readScalar(text: string): string | number | boolean | null {
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  return /^-?\d{1,9}$/.test(text) ? Number(text) : text;
}
