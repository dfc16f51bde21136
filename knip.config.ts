/** Dead code and dependencies that nobody uses. */

import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'src/cli/{simulate,check-lessons,bench,write-json-schema}.ts',
    'src/bench/{draw,ensemble}-page.ts',
    'tools/{start,test,check,dev,serve,soak}.ts',
  ],
  project: ['src/**/*.{ts,tsx,css}', 'tools/**/*.{ts,mjs}'],
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Run as a program by tools/checks.ts.
  ignoreDependencies: ['prettier'],
  compilers: {
    // The typefaces are named in style sheets.
    css: (text) => Array.from(text.matchAll(/url\('(@[^']+)'\)/g), ([, path]) => `import '${path ?? ''}';`).join('\n'),
  },
};

export default config;
