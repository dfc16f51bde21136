/** Finds a browser that starts, and gets one where there is none. */

import { chromium } from 'playwright';
import { BROWSER_FLAGS, findBrowsers } from './browser.ts';
import { runCommand } from './run-command.ts';

/** The path of a browser that was started and closed again; `null`, with the reasons printed, when none could be had. */
export async function ensureBrowser(): Promise<string | null> {
  const found = await firstThatStarts();
  if (found !== null) return found;
  for (const [command, ...args] of waysToGetOne()) {
    console.log(`No browser starts yet: running "${command} ${args.join(' ')}"`);
    const result = await runCommand(command, args);
    if (!result.ok) console.log(result.output.trimEnd());
    const got = await firstThatStarts();
    if (got !== null) return got;
  }
  console.log(
    'unable to find a browser; none of this machine starts and none could be installed. ' +
      'Install Chromium, or set CHROMIUM_PATH to one',
  );
  return null;
}

async function firstThatStarts(): Promise<string | null> {
  for (const path of findBrowsers()) {
    try {
      const browser = await chromium.launch({ executablePath: path, args: [...BROWSER_FLAGS] });
      await browser.close();
      return path;
    } catch (error) {
      console.log(`${path} does not start: ${firstLine(error)}`);
    }
  }
  return null;
}

/** In the order of their cost. Where one cannot work, it fails at once. */
function waysToGetOne(): readonly (readonly [string, ...string[]])[] {
  const isRoot = process.getuid?.() === 0;
  return [
    ['playwright', 'install', 'chromium'],
    // The browser may be there and miss libraries of the system.
    ...(isRoot ? ([['playwright', 'install-deps', 'chromium']] as const) : []),
    ...(isRoot && process.platform === 'linux'
      ? ([['sh', '-c', 'apt-get update -qq && apt-get install -y --no-install-recommends chromium']] as const)
      : []),
  ];
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? '';
}
