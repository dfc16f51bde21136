/**
 * What a first visit loads, gzipped. The entry and everything that it imports at once stand in
 * `dist/index.html`; chunks that are loaded later do not count.
 */

import { readFileSync } from 'node:fs';

const html = readFileSync(new URL('dist/index.html', import.meta.url), 'utf8');
const initial = Array.from(
  html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g),
  ([, path]) => `dist/${path ?? ''}`,
);
if (initial.length === 0)
  throw new Error('unable to measure the build; dist/index.html loads no script. Run "npm run build"');

export default [
  { name: 'initial JavaScript', path: initial, gzip: true, limit: '200 kB' },
  // Comes with the text of a scenario, when somebody opens it.
  { name: 'text editor', path: 'dist/assets/text-editor-*.js', gzip: true, limit: '150 kB' },
  { name: 'simulation worker', path: 'dist/assets/simulation-worker-*.js', gzip: true, limit: '60 kB' },
];
