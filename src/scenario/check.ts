/** What spans several fields of a scenario and no schema can say: names that must exist, times that must fit. */

import { EVENT_NAMES } from './event-names.ts';
import { LIMITS } from './limits.ts';
import { suggestWord } from './nearest-word.ts';
import type { FieldPath, FieldProblem } from './scenario-problem.ts';
import type { LaneEntry, Scenario, ScriptEntry, Verb } from './schema.ts';

/** The parts of a lane's claims that are not surfaces, and the actors of a trace. */
const RESERVED_NAMES = ['agent', 'bill', 'guarantees', 'session', 'server', 'network', 'proxy'];

/** Every problem of a scenario whose fields are well formed one by one. */
export function checkScenario(scenario: Scenario): readonly FieldProblem[] {
  return [
    ...checkSurfaces(scenario),
    ...checkAgents(scenario),
    ...checkLanes(scenario.lanes),
    ...scenario.script.flatMap((entry, index) => checkEntry(entry, ['script', index], scenario)),
    ...checkClaims(scenario.expect ?? {}, ['expect'], {
      lanes: [...new Set(scenario.lanes.map(laneLabel))],
      surfaces: Object.keys(scenario.surfaces),
    }),
  ];
}

/** The name that report and trace give a lane. */
export function laneLabel(lane: Pick<LaneEntry, 'lane' | 'as'>): string {
  return lane.as ?? lane.lane;
}

function checkSurfaces({ surfaces }: Scenario): readonly FieldProblem[] {
  const names = Object.keys(surfaces);
  const reserved = names
    .filter((name) => RESERVED_NAMES.includes(name))
    .map((name) =>
      key(
        ['surfaces', name],
        `"${name}" is the name of another part of the world`,
        'Choose another name for the surface.',
      ),
    );
  if (names.length <= LIMITS.surfaces) return reserved;
  const reason = `it has ${names.length} surfaces, more than the limit of ${LIMITS.surfaces} (surfaces)`;
  return [...reserved, key(['surfaces'], reason, 'Remove surfaces that the script does not need.')];
}

function checkLanes(lanes: readonly LaneEntry[]): readonly FieldProblem[] {
  return lanes.flatMap((lane, index) => {
    const label = laneLabel(lane);
    const first = lanes.findIndex((other) => laneLabel(other) === label);
    if (first === index) return [];
    const remedy = `Give it a name of its own, such as { lane: ${lane.lane}, as: ${lane.lane}-${index + 1} }.`;
    return [value(['lanes', index], `lanes[${first}] is named "${label}" already`, remedy)];
  });
}

function checkEntry(entry: ScriptEntry, path: FieldPath, scenario: Scenario): readonly FieldProblem[] {
  return [...checkMoment(entry, path, scenario.horizonMs), ...checkActor(entry, path, scenario)];
}

function checkMoment({ atMs, after }: ScriptEntry, path: FieldPath, horizonMs: number): readonly FieldProblem[] {
  if (atMs === undefined && after === undefined) {
    return [value(path, 'it does not say when', 'Add atMs: 1000, or after: { token: 15 }.')];
  }
  if (atMs !== undefined && after !== undefined) {
    return [key([...path, 'after'], 'it says when twice, by atMs and by after', 'Keep one of the two.')];
  }
  if (atMs !== undefined && atMs > horizonMs) {
    const remedy = `Move it to ${horizonMs} or earlier, or raise horizonMs (at most ${LIMITS.horizonMs}).`;
    return [value([...path, 'atMs'], `${atMs} is beyond the horizon of ${horizonMs} ms, where the run ends`, remedy)];
  }
  if (after === undefined || !('event' in after) || EVENT_NAMES.includes(after.event)) return [];
  const remedy = suggestWord(after.event, EVENT_NAMES, 'Events');
  return [value([...path, 'after', 'event'], `"${after.event}" is not an event of the trace`, remedy)];
}

/** Where verbs go that are not for a surface. */
const PLACES: Readonly<Partial<Record<Verb, readonly Place[]>>> = {
  crash: ['agent'],
  deploy: ['agent'],
  sleep: ['surface', 'agent'],
  outage: ['session'],
  buffer: ['proxy'],
  'idle-timeout': ['proxy'],
  'duration-cap': ['proxy'],
  latency: ['network'],
};

type Place = 'surface' | 'agent' | 'session' | 'proxy' | 'network';

const PLACE_LABELS: Readonly<Record<Place, string>> = {
  surface: 'a surface',
  agent: 'an agent',
  session: 'the session',
  proxy: 'the proxy',
  network: 'the network',
};

/** The names that a script may use: those of its surfaces, and of the agents beside `agent`. */
export interface ActorNames {
  readonly surfaces: readonly string[];
  readonly agents: readonly string[];
}

/** Why an entry cannot happen where it says, `null` when it can. */
export function refuseActor(
  { on, do: verb }: Pick<ScriptEntry, 'on' | 'do'>,
  { surfaces, agents }: ActorNames,
): { readonly reason: string; readonly remedy: string } | null {
  const known: Readonly<Record<Place, readonly string[]>> = {
    surface: surfaces,
    agent: ['agent', ...agents],
    session: ['session'],
    proxy: ['proxy'],
    network: ['network'],
  };
  const places = PLACES[verb] ?? ['surface'];
  const allowed = places.flatMap((place) => known[place]);
  if (allowed.includes(on)) return null;
  const isElsewhere = [...Object.values(known).flat(), 'server'].includes(on);
  const where = places.map((place) => PLACE_LABELS[place]).join(' or ');
  return {
    reason: isElsewhere
      ? `"${verb}" happens on ${where}, not on "${on}"`
      : `there is no ${places.join(' or ')} "${on}"`,
    remedy: suggestWord(on, allowed, places.join() === 'surface' ? 'Surfaces' : 'Known'),
  };
}

function checkActor(entry: ScriptEntry, path: FieldPath, { surfaces, agents }: Scenario): readonly FieldProblem[] {
  const refusal = refuseActor(entry, { surfaces: Object.keys(surfaces), agents: Object.keys(agents) });
  return refusal === null ? [] : [value([...path, 'on'], refusal.reason, refusal.remedy)];
}

function checkAgents({ agents, surfaces }: Scenario): readonly FieldProblem[] {
  const names = Object.keys(agents);
  const taken = names
    .filter((name) => RESERVED_NAMES.includes(name) || Object.hasOwn(surfaces, name))
    .map((name) =>
      key(['agents', name], `"${name}" is the name of another part of the world`, 'Choose another name for the agent.'),
    );
  if (names.length < LIMITS.agents) return taken;
  const reason = `it has ${names.length + 1} agents, more than the limit of ${LIMITS.agents} (agents)`;
  return [...taken, key(['agents'], reason, 'Remove agents that the scenario does not need.')];
}

/** Claims name lanes and surfaces that must exist. `at` is where they stand. */
export function checkClaims(
  claims: NonNullable<Scenario['expect']>,
  at: FieldPath,
  { lanes, surfaces }: { readonly lanes: readonly string[]; readonly surfaces: readonly string[] },
): readonly FieldProblem[] {
  return Object.entries(claims).flatMap(([label, parts]) => {
    if (!lanes.includes(label)) {
      return [key([...at, label], `there is no lane "${label}" in this scenario`, suggestWord(label, lanes, 'Lanes'))];
    }
    const known = [...surfaces, 'agent', 'bill', 'guarantees'];
    return Object.keys(parts)
      .filter((part) => !known.includes(part))
      .map((part) => key([...at, label, part], `there is no surface "${part}"`, suggestWord(part, known, 'Known')));
  });
}

function key(path: FieldPath, reason: string, remedy: string): FieldProblem {
  return { path, at: 'key', reason, remedy };
}

function value(path: FieldPath, reason: string, remedy: string): FieldProblem {
  return { path, at: 'value', reason, remedy };
}
