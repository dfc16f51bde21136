/**
 * The palette: every verb of the scenario format, one line each, with where it can happen and what it
 * is when it is new. A verb of the schema that has no line here is a compile error.
 */

import type { VirtualMs } from '../../protocol/time.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { ScriptEntry, Verb } from '../../scenario/schema.ts';

/** The rows of the shared track. */
export const FLAG_ROWS = ['people', 'network', 'servers'] as const;
export type FlagRow = (typeof FLAG_ROWS)[number];

/** What an entry can happen to. */
export type Place = 'surface' | 'agent' | 'session' | 'proxy' | 'network';

/** What an entry says beside when, where and what. */
export type EntryField = 'how' | 'text' | 'forMs' | 'afterMs' | 'cut' | 'untilBytes' | 'latencyMs';

export interface VerbFact {
  readonly verb: Verb;
  /** What it is called on the page. */
  readonly name: string;
  readonly hint: string;
  readonly row: FlagRow;
  readonly places: readonly Place[];
  readonly fields: readonly EntryField[];
  /** What a new one says in its fields: long enough to be seen, short enough to be mended in sight. */
  readonly fresh: Readonly<Partial<Record<EntryField, string | number>>>;
}

type VerbLine = Omit<VerbFact, 'verb'>;

const line = (
  row: FlagRow,
  places: readonly Place[],
  name: string,
  hint: string,
  fields: readonly EntryField[] = [],
  fresh: VerbFact['fresh'] = {},
): VerbLine => ({ row, places, name, hint, fields, fresh });

const SURFACE: readonly Place[] = ['surface'];
const AGENT: readonly Place[] = ['agent'];
const PROXY: readonly Place[] = ['proxy'];

// prettier-ignore -- a table, one verb a line
const LINES: Readonly<Record<Verb, VerbLine>> = {
  open: line('people', SURFACE, 'open', 'the page loads'),
  send: line('people', SURFACE, 'send', 'another question', ['text']),
  stop: line('people', SURFACE, 'stop', 'press the button'),
  steer: line('people', SURFACE, 'steer', 'say more in the middle', ['text'], { text: 'Shorter, please.' }),
  approve: line('people', SURFACE, 'approve', 'say yes to the question'),
  reject: line('people', SURFACE, 'reject', 'say no to the question'),
  join: line('people', SURFACE, 'join', 'a person takes over'),
  retry: line('people', SURFACE, 'retry', 'ask again after an error'),
  refresh: line('people', SURFACE, 'refresh', 'the page loads again'),
  hide: line('people', SURFACE, 'hide', 'another tab in front'),
  show: line('people', SURFACE, 'show', 'back to the tab'),
  sleep: line('people', ['surface', 'agent'], 'sleep', 'frozen: the lid is closed', ['forMs'], { forMs: 2_000 }),
  close: line('people', SURFACE, 'close', 'the page is gone'),
  drop: line('network', SURFACE, 'drop', 'the connection breaks', ['how', 'forMs'], { how: 'reset', forMs: 3_000 }),
  latency: line('network', ['network'], 'latency', 'every path gets slower', ['latencyMs'], { latencyMs: 300 }),
  buffer: line('network', PROXY, 'buffer', 'the proxy holds words back', ['forMs', 'untilBytes'], { forMs: 2_000 }),
  'idle-timeout': line('network', PROXY, 'idle timeout', 'the proxy ends what is quiet', ['afterMs', 'cut'], {
    afterMs: 1_000,
    cut: 'reset',
  }),
  'duration-cap': line('network', PROXY, 'duration cap', 'the proxy ends what is old', ['afterMs', 'cut'], {
    afterMs: 3_000,
    cut: 'reset',
  }),
  crash: line('servers', AGENT, 'crash', 'the process dies', ['forMs'], { forMs: 2_000 }),
  deploy: line('servers', AGENT, 'deploy', 'a new version takes over', ['forMs'], { forMs: 500 }),
  outage: line('servers', ['session'], 'outage', 'the session layer is away', ['forMs'], { forMs: 2_000 }),
};

// Object.entries forgets that the keys are the verbs.
export const VERB_LIST: readonly VerbFact[] = (Object.entries(LINES) as [Verb, VerbLine][]).map(([verb, fact]) => ({
  verb,
  ...fact,
}));

export function verbFact(verb: Verb): VerbFact {
  return { verb, ...LINES[verb] };
}

/** The row that an entry's flag stands in: an agent that is frozen is no person. */
export function rowOf({ do: verb, on }: Pick<ScriptEntry, 'do' | 'on'>, agents: readonly string[]): FlagRow {
  return verb === 'sleep' && agents.includes(on) ? 'servers' : LINES[verb].row;
}

/** Everything in `scenario` that `verb` can happen to, the first the likeliest. */
export function targetsOf(verb: Verb, scenario: Pick<CompiledScenario, 'surfaces' | 'agents'>): readonly string[] {
  return LINES[verb].places.flatMap((place) => {
    if (place === 'surface') return scenario.surfaces.map(({ name }) => name);
    return place === 'agent' ? agentNames(scenario) : [place];
  });
}

export function agentNames({ agents }: Pick<CompiledScenario, 'agents'>): readonly string[] {
  return ['agent', ...agents.map(({ name }) => name)];
}

/** A new entry with the fields of a fresh one; `text` is what was asked before, if anything was. */
export function freshEntry(verb: Verb, on: string, atMs: VirtualMs, script: readonly ScriptEntry[]): ScriptEntry {
  const asked = script.find((entry) => entry.do === 'send');
  const text = verb === 'send' ? { text: asked?.text ?? '' } : {};
  // The test of this table holds every fresh entry against the schema.
  return { atMs, on, do: verb, ...LINES[verb].fresh, ...text } as ScriptEntry;
}
