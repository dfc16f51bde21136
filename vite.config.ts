/** How the page is served and built; `vitest.config.ts` extends it. */

import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { englishOnly } from './tools/english-only.ts';
import { auditPlugin } from './src/cli/audit-plugin.ts';
import { inspectorPlugin } from './src/cli/inspector-plugin.ts';
import { lessonPlugin } from './src/cli/lesson-plugin.ts';
import { scenarioPlugin } from './src/cli/scenario-plugin.ts';

const scenarios = fileURLToPath(new URL('scenarios', import.meta.url));
const page = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  // Relative, so that the build works from any folder of any static host.
  base: './',
  plugins: [
    react(),
    englishOnly(),
    inspectorPlugin(),
    scenarioPlugin(scenarios),
    lessonPlugin(scenarios),
    auditPlugin(scenarios),
  ],
  worker: {
    format: 'es',
    plugins: () => [scenarioPlugin(scenarios)],
  },
  build: {
    target: 'es2023',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 800,
    // The demo deck is a page of its own: it frames the product as any deck would.
    rolldownOptions: { input: { index: page('index.html'), deck: page('src/deck/deck.html') } },
  },
});
