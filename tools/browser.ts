/** The browser that tests and bench run in, and the flags that keep it from doing anything else. */

import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** Pinned, so that a run differs from another in what is tested only. */
export const BROWSER_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Machines that test have no graphics card. The browser would emulate one, and paint more slowly than by itself.
  '--disable-gpu',
];

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The browsers that may do, best first: what CHROMIUM_PATH says, the one that Playwright manages, one
 * of the machine. Each is a path that exists.
 */
export function findBrowsers(): readonly string[] {
  const places = [process.env['CHROMIUM_PATH'] ?? '', chromium.executablePath(), ...USUAL_PLACES];
  return [...new Set(places)].filter((path) => path !== '' && existsSync(path));
}

/** Launch options for the best browser; without one, what Playwright does by itself (and says why not). */
export function browserLaunch(): { readonly executablePath?: string; readonly args: string[] } {
  const [path] = findBrowsers();
  return { ...(path === undefined ? {} : { executablePath: path }), args: [...BROWSER_FLAGS] };
}
