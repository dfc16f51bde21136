/**
 * What the fields of a scenario mean, for editors: one sentence for each field whose own schema does
 * not say it. The sentences stand here and not in the schema, which the simulator carries along.
 */

import type { z } from 'zod';
import { GUARANTEE_PROMISES } from '../protocol/guarantee.ts';
import { laneReportSchema, surfaceReportSchema } from './outcome-report.ts';

/** By the way to the field; `*` stands for any name or place in a list. */
const NOTES: Readonly<Record<string, string>> = {
  version: 'The version of the format; there is one.',
  id: 'The name of the scenario in links, files and reports.',
  title: 'What the scenario is called on the page.',
  summary: 'What happens, and what is worth seeing.',
  seed: 'Every chance in the run is drawn from it: the same seed, the same run.',
  horizonMs: 'Where the run ends, in milliseconds.',
  lanes: 'The architectures that run the scenario side by side, each in a world of its own.',
  'lanes.*.lane': 'Which architecture it is.',
  'lanes.*.as': 'A name of its own, so that one architecture can stand there twice.',
  'lanes.*.options': 'What is built otherwise than by default.',
  agent: 'The program that answers.',
  '*.answer': 'What it answers: the name of a text that comes with the app, or a text of your own.',
  '*.answer.text': 'The words of the answer; each is a token.',
  '*.tokens': 'How many words it makes: fewer cut the answer short, more begin it again.',
  '*.firstTokenMs': 'From the prompt’s arrival to the first word.',
  '*.tokenIntervalMs': 'From one word to the next.',
  '*.stopLagMs': 'From a stop’s arrival to the last word that is still made.',
  network: 'The path between every surface and the far end.',
  'network.latencyMs': 'How long a message takes, one way.',
  'network.jitterMs': 'How much longer it may take, by chance.',
  server: 'Where the agent runs.',
  browser: 'What all tabs share.',
  proxy: 'What stands in the middle of every path.',
  prices: 'What things cost, in US dollars, for the bill.',
  surfaces: 'Where people see the answer: tabs and devices, each under a name of your own.',
  'surfaces.*.kind': 'A tab is reloaded and shares its browser; a device is on a network of its own.',
  'surfaces.*.network': 'A path that differs from the others.',
  'surfaces.*.network.latencyMs': 'How long a message takes here, one way.',
  'surfaces.*.network.jitterMs': 'How much longer it may take here, by chance.',
  script: 'What people and the network do, and when.',
  'script.*.atMs': 'When it happens, in milliseconds since the start.',
  'script.*.after': 'It happens right after this, instead of at a time.',
  'script.*.after.token': 'After so many words were made.',
  'script.*.after.event': 'After the first event of this type in the lane’s trace.',
  'script.*.on': 'Where it happens: a surface, an agent, session, proxy or network.',
  'script.*.do': 'What happens.',
  'script.*.do=open': 'The page is loaded on the surface.',
  'script.*.do=close': 'The page is closed.',
  'script.*.do=send': 'A person asks.',
  'script.*.do=stop': 'A person presses stop.',
  'script.*.do=refresh': 'The page is loaded again.',
  'script.*.do=hide': 'Another tab comes to the front.',
  'script.*.do=show': 'The tab comes to the front again.',
  'script.*.do=sleep': 'The device is frozen, its lid closed; on an agent, its process stands still.',
  'script.*.do=drop': 'The connection of the surface breaks.',
  'script.*.do=retry': 'A person presses retry.',
  'script.*.do=steer': 'A person says more while the answer is made.',
  'script.*.do=approve': 'A person says yes to what the run asks.',
  'script.*.do=reject': 'A person says no to what the run asks.',
  'script.*.do=join': 'A person takes over from the agent.',
  'script.*.do=crash': 'The process of the agent dies.',
  'script.*.do=deploy': 'A new version takes the place of the process.',
  'script.*.do=outage': 'The session layer answers nobody.',
  'script.*.do=buffer': 'The proxy holds words back.',
  'script.*.do=idle-timeout': 'The proxy ends connections that are quiet.',
  'script.*.do=duration-cap': 'The proxy ends connections that are old.',
  'script.*.do=latency': 'Every path takes another time from then on.',
  'script.*.text': 'What is said.',
  'script.*.forMs': 'How long it lasts; without it, to the end.',
  'script.*.how': 'How the connection breaks, and so who learns of it when.',
  'script.*.afterMs': 'After how long the proxy ends a connection.',
  'script.*.untilBytes': 'The proxy passes on what it holds once it is this much.',
  'script.*.latencyMs': 'How long a message takes from then on, one way.',
  expect: 'What the run proves, lane by lane; checked whenever somebody runs it.',
  'expect.*': 'What is claimed of this lane.',
  'expect.*.agent': 'What the agent did.',
  'expect.*.bill': 'What was paid for it.',
  'expect.*.guarantees': 'Which promises are kept (true) and which are broken (false).',
  'expect.*.*': 'What stands on this surface at the end.',
  'expect.*.*.status': 'How the surface ends.',
  'expect.*.*.lastShownAtMs': 'When the last word appeared there.',
  'expect.*.agent.runs': 'How many runs were started.',
  'expect.*.agent.generated': 'How many words were made.',
  'expect.*.agent.generatedAfterStop': 'How many words were made after stop was pressed.',
  ...claimNotes(),
};

/**
 * The note for a field, `null` where there is none; `path` has `*` for names and places in lists.
 * A field that can be one word only, `only`, may have a note on that word.
 */
export function fieldNote(path: readonly string[], only?: unknown): string | null {
  const at = path.join('.');
  const ofWord = typeof only === 'string' ? NOTES[`${at}=${only}`] : undefined;
  if (ofWord !== undefined) return ofWord;
  const ofAgent = path[0] === 'agent' || path[0] === 'agents' ? path.slice(path[0] === 'agent' ? 1 : 2) : null;
  return NOTES[at] ?? (ofAgent === null ? null : (NOTES[['*', ...ofAgent].join('.')] ?? null));
}

/** Claims mean what the report says that its fields mean. */
function claimNotes(): Readonly<Record<string, string>> {
  const { agent, bill } = laneReportSchema.shape;
  const parts: Readonly<Record<string, z.ZodObject>> = { '*': surfaceReportSchema, agent, bill };
  const described = Object.entries(parts).flatMap(([part, { shape }]) =>
    Object.entries(shape as Readonly<Record<string, z.ZodType>>).flatMap(([field, { description }]) =>
      description === undefined ? [] : [[`expect.*.${part}.${field}`, sentence(description)]],
    ),
  );
  const promised = Object.entries(GUARANTEE_PROMISES).map(([id, promise]) => [`expect.*.guarantees.${id}`, promise]);
  return Object.fromEntries([...described, ...promised]) as Readonly<Record<string, string>>;
}

function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
