/**
 * `npm run --silent soak -- [--minutes N] [--law ID]... [--seed N]`
 *
 * Looks at random worlds until the time is over, at each law in turn with a new seed each turn, and
 * prints how many worlds each law was looked at with. A law that breaks is reported once, with its
 * seed and the command that replays the world, and is left out from then on. Exit 1 when one broke,
 * 2 when the command line is not understood.
 */

import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { describeFinding } from '../src/testing/laws/describe-finding.ts';
import { LAWS } from '../src/testing/laws/law-list.ts';
import type { Law } from '../src/testing/laws/law.ts';

/** Worlds of one law before it is the turn of the next. */
const TURN = 40;
const MOST_SEED = 2 ** 31 - 1;

const EXIT = { allHold: 0, oneBroke: 1, notUnderstood: 2 } as const;

interface Command {
  readonly laws: readonly Law[];
  readonly minutes: number;
  readonly firstSeed: number;
}

function readCommand(args: readonly string[]): Command | string {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '1' },
      law: { type: 'string', multiple: true },
      seed: { type: 'string' },
    },
  });
  const minutes = Number(values.minutes);
  const firstSeed = values.seed === undefined ? randomInt(MOST_SEED) : Number(values.seed);
  const ids = values.law ?? LAWS.map(({ id }) => id);
  const unknown = ids.filter((id) => !LAWS.some((law) => law.id === id));
  if (!(minutes > 0)) return `unable to soak; --minutes is a number greater than 0, and not "${values.minutes}"`;
  if (!Number.isInteger(firstSeed)) return `unable to soak; --seed is a whole number, and not "${values.seed}"`;
  if (unknown.length > 0)
    return `unable to soak; there is no law ${unknown.join(', ')}. Laws: ${LAWS.map(({ id }) => id).join(' ')}`;
  return { laws: LAWS.filter(({ id }) => ids.includes(id)), minutes, firstSeed };
}

async function soak({ laws, minutes, firstSeed }: Command): Promise<number> {
  const endsAtMs = performance.now() + minutes * 60_000;
  const worlds = new Map(laws.map(({ id }) => [id, 0]));
  const broken = new Set<string>();
  console.log(`Looking at ${laws.length} laws for ${minutes} min, from seed ${firstSeed} on, ${TURN} worlds a seed.`);
  for (let turn = 0; performance.now() < endsAtMs && broken.size < laws.length; turn += 1) {
    const law = laws[turn % laws.length];
    if (law === undefined || broken.has(law.id)) continue;
    const outcome = await law.search({ seed: (firstSeed + turn) % MOST_SEED, worlds: TURN });
    worlds.set(law.id, (worlds.get(law.id) ?? 0) + outcome.worlds);
    if (outcome.finding === null) continue;
    broken.add(law.id);
    console.log(`\n${describeFinding(outcome.finding)}\n`);
  }
  for (const { id, title } of laws) {
    console.log(
      `${broken.has(id) ? 'BROKEN' : 'held  '}  ${String(worlds.get(id)).padStart(7)} worlds  [${id}] ${title}`,
    );
  }
  const total = [...worlds.values()].reduce((sum, count) => sum + count, 0);
  console.log(`${total} worlds, ${laws.length - broken.size} laws held, ${broken.size} broken`);
  return broken.size === 0 ? EXIT.allHold : EXIT.oneBroke;
}

const command = readCommand(process.argv.slice(2));
if (typeof command === 'string') console.error(command);
process.exitCode = typeof command === 'string' ? EXIT.notUnderstood : await soak(command);
