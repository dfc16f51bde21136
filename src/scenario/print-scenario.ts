/**
 * A compiled scenario as a file that people read and go on writing: YAML, without what goes without
 * saying. The answer's name and the kind of a surface are said always, as in the files of the repository.
 */

import type { Answers } from './answers.ts';
import type { CompiledAgent, CompiledScenario, CompiledSurface } from './compiled-scenario.ts';
import { omitDefaults } from './omit-defaults.ts';
import { scenarioInput } from './scenario-source.ts';
import { scenarioSchema } from './schema.ts';
import { yamlBlock, yamlField } from './yaml-text.ts';

/** Fields by name, in the order in which they stand in the file. */
export type FileFields = Readonly<Record<string, unknown>>;

/** Parsing and compiling the text with the same `answers` gives `scenario` again. */
export function printScenario(scenario: CompiledScenario, answers: Answers): string {
  const fields = scenarioFields(scenario, answers);
  return `${Object.entries(fields)
    .flatMap(([key, value]) => printField(key, value))
    .join('\n')}\n`;
}

/** One field of the file with all that belongs to it, as lines. */
export function printField(key: string, value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return yamlField(key, value);
  if (key === 'script' || (key === 'lanes' && !isNamesOnly(value))) return [`${key}:`, ...yamlBlock(value, 2)];
  return key === 'expect' ? [`${key}:`, ...yamlBlock(value, 2)] : yamlField(key, value);
}

/** What the file says, without defaults. */
export function scenarioFields(scenario: CompiledScenario, answers: Answers): FileFields {
  const { lanes, script, surfaces: _surfaces, ...input } = scenarioInput(scenario);
  const network = commonNetwork(scenario.surfaces);
  const agents = Object.fromEntries(
    scenario.agents.map((agent) => [agent.name, agentFields(input.agents?.[agent.name], agent, answers)]),
  );
  const kept = omitDefaults(scenarioSchema, { ...input, network, lanes, script }) as FileFields;
  const shortLanes = shortened(kept['lanes'] as readonly LaneFields[]);
  return inOrder({
    ...kept,
    agent: agentFields(kept['agent'], scenario.agent, answers),
    ...(scenario.agents.length === 0 ? {} : { agents }),
    surfaces: Object.fromEntries(scenario.surfaces.map((surface) => [surface.name, surfaceFields(surface, network)])),
    lanes: isDefaultLanes(shortLanes) ? undefined : shortLanes,
    script: (kept['script'] as readonly FileFields[]).map(entryFields),
    expect: kept['expect'] === undefined ? undefined : mapFields(kept['expect'], claimFields),
  });
}

const ORDER = [
  'version',
  'id',
  'title',
  'summary',
  'seed',
  'horizonMs',
  'agent',
  'agents',
  'network',
  'server',
  'browser',
  'proxy',
  'prices',
  'surfaces',
  'lanes',
  'script',
  'expect',
] as const satisfies readonly (keyof typeof scenarioSchema.shape)[];

function inOrder(fields: FileFields): FileFields {
  return Object.fromEntries(ORDER.flatMap((key) => (fields[key] === undefined ? [] : [[key, fields[key]]])));
}

/** What people see first, then what was paid for it, then the verdicts. */
function claimFields(claims: unknown): FileFields {
  const { agent, bill, guarantees, ...surfaces } = claims as FileFields;
  return withoutAbsent({ ...surfaces, agent, bill, guarantees });
}

function mapFields(fields: unknown, map: (field: unknown) => FileFields): FileFields {
  return Object.fromEntries(Object.entries(fields as FileFields).map(([key, field]) => [key, map(field)]));
}

function withoutAbsent(fields: FileFields): FileFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Who, when and what first, however the entry came about. */
function entryFields({ atMs, after, on, do: verb, ...rest }: FileFields): FileFields {
  return { ...(atMs === undefined ? { after } : { atMs }), on, do: verb, ...rest };
}

interface LaneFields {
  readonly lane: string;
}

function shortened(lanes: readonly LaneFields[]): readonly (LaneFields | string)[] {
  return lanes.map((lane) => (Object.keys(lane).length === 1 ? lane.lane : lane));
}

function isDefaultLanes(lanes: readonly (LaneFields | string)[]): boolean {
  const { lanes: byDefault } = scenarioSchema.parse({ version: 1, id: 'x', title: 'x', script: [] });
  return JSON.stringify(lanes) === JSON.stringify(byDefault.map(({ lane }) => lane));
}

function isNamesOnly(lanes: object): boolean {
  return Object.values(lanes).every((lane) => typeof lane === 'string');
}

/** An answer by its name where there is one that says the same words. */
function agentFields(input: unknown, { words }: CompiledAgent, answers: Answers): FileFields {
  const { answer, tokens, ...rest } = omitDefaults(scenarioSchema.shape.agent, input) as FileFields;
  for (const [name, text] of answers) {
    const named = wordsOf(text);
    if (words.every((word, at) => word === named[at % named.length]))
      return { answer: name, ...(words.length === named.length ? {} : { tokens: words.length }), ...rest };
  }
  const isWhole = typeof answer === 'object' && wordsOf((answer as { readonly text: string }).text).length === tokens;
  return { answer, ...(isWhole ? {} : { tokens }), ...rest };
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

interface Network {
  readonly latencyMs: number;
  readonly jitterMs: number;
}

/** The path that most surfaces have; of several the first one's. */
function commonNetwork(surfaces: readonly CompiledSurface[]): Network | undefined {
  const counted = surfaces.map(({ latencyMs, jitterMs }) => ({
    latencyMs,
    jitterMs,
    count: surfaces.filter((other) => other.latencyMs === latencyMs && other.jitterMs === jitterMs).length,
  }));
  const [first] = counted.toSorted((a, b) => b.count - a.count);
  return first === undefined ? undefined : { latencyMs: first.latencyMs, jitterMs: first.jitterMs };
}

function surfaceFields(surface: CompiledSurface, network: Network | undefined): FileFields {
  const { kind, mayStop, latencyMs, jitterMs } = surface;
  const own = {
    ...(latencyMs === network?.latencyMs ? {} : { latencyMs }),
    ...(jitterMs === network?.jitterMs ? {} : { jitterMs }),
  };
  return { kind, ...(mayStop ? {} : { mayStop }), ...(Object.keys(own).length === 0 ? {} : { network: own }) };
}
