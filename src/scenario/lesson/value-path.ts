/**
 * Paths to what a run supplies, the closed vocabulary of answers and placeholders. In front of each may stand a
 * variant: `forwarded/LANE.agent.end`.
 *
 *     LANE.SURFACE.missing                a field of the report for the surface, as under `expect`
 *     LANE.SURFACE.firstShownAtMs         when its first word of all appeared
 *     LANE.SURFACE.lastWords              the last four words on it
 *     LANE.SURFACE.curve                  the words on it over time (for a drawn curve)
 *     LANE.agent.end, LANE.bill.messages  a field of the report for the agent, or of the bill
 *     LANE.guarantees.G1                  is it kept? `LANE.guarantees.G1.atMs` when it broke, `LANE.guarantees.broken` how many are not
 *     LANE.EVENT.atMs, LANE.EVENT.count   an event of the trace: connection.closed@laptop, run.ended[end=cancelled], message.lost#2
 *     LANE.options.rollupMs               an option of the lane
 *     scenario.script.2.forMs             a field of the scenario, lists by number or by name, `scenario.agent.words` their length
 *
 * The long form of the outcome report, `lanes.LANE.surfaces.SURFACE.missing`, is the same path.
 */

import { err, ok, type Result } from '../../base/result.ts';
import { GUARANTEE_IDS } from '../../protocol/guarantee.ts';
import type { CompiledScenario } from '../compiled-scenario.ts';
import { suggestWord } from '../nearest-word.ts';
import { laneReportSchema, surfaceReportSchema } from '../outcome-report.ts';
import { parsePattern } from './event-pattern.ts';
import type { KnownRuns, Refusal } from './known-runs.ts';
import { MAIN_RUN } from './lesson-data.ts';
import type { ValuePath, ValueType } from './lesson-data.ts';
import { scenarioValue } from './scenario-value.ts';

const SURFACE_FIELDS = [...Object.keys(surfaceReportSchema.shape), 'firstShownAtMs', 'lastWords', 'curve'];
const AGENT_FIELDS = Object.keys(laneReportSchema.shape.agent.shape);
const BILL_FIELDS = Object.keys(laneReportSchema.shape.bill.shape);

/** Reads one path; what it names must exist in the scenario of its run. */
export function parseValuePath(written: string, runs: KnownRuns): Result<ValuePath, Refusal> {
  const slash = written.indexOf('/');
  const run = slash === -1 ? MAIN_RUN : written.slice(0, slash);
  const scenario = runs.get(run);
  if (scenario === undefined) return refuse(`there is no variant "${run}"`, suggestWord(run, [...runs.keys()], 'Runs'));
  const steps = written.slice(slash + 1).split('.');
  if (steps[0] === 'scenario') return parseScenarioPath(run, steps.slice(1), scenario);
  const [lane = '', part = '', ...rest] = steps[0] === 'lanes' ? steps.slice(1) : steps;
  const found = scenario.lanes.find(({ name }) => name === lane);
  if (found === undefined) {
    const names = scenario.lanes.map(({ name }) => name);
    return refuse(`there is no lane "${lane}"`, suggestWord(lane, [...names, 'scenario'], 'Lanes'));
  }
  if (part === 'surfaces') return parseSurfacePath(run, lane, rest, scenario);
  if (part === 'agent' || part === 'bill') {
    const known = part === 'agent' ? AGENT_FIELDS : BILL_FIELDS;
    const field = onlyField(rest, known);
    return field.ok ? ok({ run, of: part, lane, field: field.value, type: typeOf(field.value) }) : field;
  }
  if (part === 'guarantees') return parseGuaranteePath(run, lane, rest);
  if (part === 'options') {
    const field = onlyField(rest, Object.keys(found.options));
    if (!field.ok) return field;
    const option = found.options[field.value];
    return ok({ run, of: 'option', lane, field: field.value, type: typeOfValue(field.value, option) });
  }
  return scenario.surfaces.some(({ name }) => name === part)
    ? parseSurfacePath(run, lane, [part, ...rest], scenario)
    : parseEventPath(run, lane, [part, ...rest], scenario);
}

function parseSurfacePath(
  run: string,
  lane: string,
  [surface = '', ...rest]: readonly string[],
  { surfaces }: CompiledScenario,
): Result<ValuePath, Refusal> {
  const names = surfaces.map(({ name }) => name);
  if (!names.includes(surface))
    return refuse(`there is no surface "${surface}"`, suggestWord(surface, names, 'Surfaces'));
  const field = onlyField(rest, SURFACE_FIELDS);
  return field.ok ? ok({ run, of: 'surface', lane, surface, field: field.value, type: typeOf(field.value) }) : field;
}

function parseGuaranteePath(
  run: string,
  lane: string,
  [name = '', field = 'held', ...rest]: readonly string[],
): Result<ValuePath, Refusal> {
  if (name === 'broken' && field === 'held')
    return ok({ run, of: 'guarantee', lane, id: null, field: 'broken', type: 'count' });
  const id = GUARANTEE_IDS.find((known) => known === name);
  if (id === undefined)
    return refuse(`there is no guarantee "${name}"`, suggestWord(name, [...GUARANTEE_IDS, 'broken'], 'Guarantees'));
  const known = onlyField([field, ...rest], ['held', 'atMs']);
  return known.ok
    ? ok({ run, of: 'guarantee', lane, id, field: known.value, type: known.value === 'held' ? 'truth' : 'ms' })
    : known;
}

function parseEventPath(
  run: string,
  lane: string,
  steps: readonly string[],
  scenario: CompiledScenario,
): Result<ValuePath, Refusal> {
  const written = steps.join('.');
  const [, event = '', nth, field] = /^([^#]+?)(?:#(\d{1,4}))?\.(atMs|count)$/.exec(written) ?? [];
  if (field === undefined) {
    const names = [...scenario.surfaces.map(({ name }) => name), 'agent', 'bill', 'guarantees', 'options'];
    const remedy = `${suggestWord(steps[0] ?? '', names, 'After a lane comes one of')} Or an event with .atMs or .count: run.ended.atMs.`;
    return refuse(`"${written}" is nothing that the lane has`, remedy);
  }
  const pattern = parsePattern(lane, event, scenario);
  if (!pattern.ok) return pattern;
  return ok({
    run,
    of: 'event',
    pattern: pattern.value,
    nth: Math.max(1, Number(nth ?? 1)),
    field: field === 'atMs' ? 'atMs' : 'count',
    type: field === 'atMs' ? 'ms' : 'count',
  });
}

function parseScenarioPath(
  run: string,
  path: readonly string[],
  scenario: CompiledScenario,
): Result<ValuePath, Refusal> {
  const value = scenarioValue(scenario, path);
  if (value === undefined)
    return refuse(
      `the scenario has no "${path.join('.')}"`,
      'For example: scenario.script.2.forMs, scenario.agent.words, scenario.surfaces.laptop.latencyMs.',
    );
  return ok({ run, of: 'scenario', path, type: typeOfValue(path.at(-1) ?? '', value) });
}

function onlyField([field = '', ...more]: readonly string[], known: readonly string[]): Result<string, Refusal> {
  const written = [field, ...more].join('.');
  return known.includes(written)
    ? ok(written)
    : refuse(`"${written}" is not a field there`, suggestWord(written, known, 'Fields'));
}

function typeOfValue(field: string, value: unknown): ValueType {
  if (typeof value === 'boolean') return 'truth';
  return typeof value === 'number' ? typeOf(field) : 'word';
}

function typeOf(field: string): ValueType {
  if (field.endsWith('Ms')) return 'ms';
  if (field === 'moneyMicroUsd') return 'money';
  if (field === 'textMatches') return 'truth';
  if (['status', 'end', 'lastWords'].includes(field)) return 'word';
  return field === 'curve' ? 'curve' : 'count';
}

function refuse(reason: string, remedy: string): Result<never, Refusal> {
  return err({ reason, remedy });
}
