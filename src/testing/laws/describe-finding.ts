/** A finding as a person reads it, with the command that replays it. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashString } from '../../base/hash.ts';
import type { Finding } from './law.ts';

/** Keeps the world of a finding as a scenario file in the system's temporary folder; returns its path. */
function keepFinding({ law, found }: Finding): string {
  const { parts } = found;
  const title = `Breaks ${law.id}: ${law.title}`.slice(0, 120);
  const text = JSON.stringify({ version: 1, id: 'finding', title, ...parts }, null, 1);
  const folder = join(tmpdir(), 'pull-the-plug');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${law.id}-${hashString(text).toString(16)}.json`);
  writeFileSync(file, `${text}\n`);
  return file;
}

/** What is wrong, in which world, and how to see it. Writes the world's file. */
export function describeFinding(finding: Finding): string {
  const { law, search, found, tried, shrinks, reason } = finding;
  const { parts, ...beside } = found;
  const others = Object.keys(beside).length === 0 ? [] : [`Drawn beside the world: ${JSON.stringify(beside)}`];
  return [
    `[${law.id}] ${law.title}: broken by world ${tried} of seed ${search.seed}, made smaller ${shrinks} times.`,
    reason,
    ...others,
    'Replay it with:',
    `  npm run --silent simulate -- ${keepFinding(finding)} --trace`,
    `which holds: ${JSON.stringify(parts)}`,
  ].join('\n');
}
