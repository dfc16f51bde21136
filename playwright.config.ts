/** Journeys through the production build, served as `npm start` serves it. */

import { defineConfig, devices } from '@playwright/test';
import { browserLaunch } from './tools/browser.ts';

const PORT = Number(process.env['E2E_PORT'] ?? 4187);

export default defineConfig({
  testDir: 'src/e2e',
  testMatch: '*.e2e.ts',
  outputDir: 'test-results',
  // A test that passes at the second try has found something.
  retries: 0,
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 30_000,
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://127.0.0.1:${PORT}/`,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme: 'light',
    // Each test begins with nothing kept and nothing set; what it does not begin with is another process.
    reuseContext: true,
    // Without its pictures, which a browser that draws in software makes instead of the page's frames.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: browserLaunch(),
  },
  webServer: {
    command: `node tools/serve.ts ${PORT}`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
  },
});
