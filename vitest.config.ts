/** Two projects: `pure` runs in Node, `browser` in a real browser. */

import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserLaunch } from './tools/browser.ts';

export default defineConfig({
  test: {
    projects: [
      {
        extends: './vite.config.ts',
        test: {
          name: 'pure',
          environment: 'node',
          // Nothing here keeps state between files, and a property may take its time on a busy machine.
          isolate: false,
          testTimeout: 60_000,
          include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
          exclude: ['src/**/*.browser.test.{ts,tsx}'],
        },
      },
      {
        extends: './vite.config.ts',
        // What is found late makes the page reload in the middle of a test, so all entries are read first.
        optimizeDeps: {
          entries: ['src/**/*.browser.test.{ts,tsx}', 'src/main.tsx', 'src/worker/simulation-worker.ts'],
          include: ['react/jsx-dev-runtime', 'vitest-browser-react'],
        },
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.{ts,tsx}'],
          globalSetup: ['src/testing/provide-digests.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: browserLaunch() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
