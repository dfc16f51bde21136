/** The pages that are measured: the production build of the app, and of the page that only draws. */

import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { build, preview } from 'vite';
import { browserLaunch } from '../../tools/browser.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = `${ROOT}node_modules/.cache/bench`;

export const HOME_PAGE = 'index.html';
export const DRAW_PAGE = 'src/bench/draw-page.html';
export const ENSEMBLE_PAGE = 'src/bench/ensemble-page.html';

/**
 * Builds and serves the pages, opens `path` in a browser of its own, measures, and ends both. The build
 * is made once for the process.
 */
export async function onBenchPage<T>(path: string, measure: (page: Page) => Promise<T>): Promise<T> {
  await buildOnce();
  const server = await preview({ root: ROOT, logLevel: 'error', build: { outDir: OUT }, preview: { open: false } });
  const browser = await chromium.launch(browserLaunch());
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${server.resolvedUrls?.local[0] ?? ''}${path}`);
    return await measure(page);
  } finally {
    await browser.close();
    await server.close();
  }
}

let built: Promise<unknown> | null = null;

function buildOnce(): Promise<unknown> {
  built ??= build({
    root: ROOT,
    logLevel: 'error',
    build: {
      outDir: OUT,
      emptyOutDir: true,
      // Beside the pages that the product has.
      rolldownOptions: { input: { draw: `${ROOT}${DRAW_PAGE}`, ensemble: `${ROOT}${ENSEMBLE_PAGE}` } },
    },
  });
  return built;
}
