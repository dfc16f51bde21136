/**
 * Vite plugin: react-aria brings its sentences along in thirty languages, and the page, which speaks
 * English, takes the English ones for each of them. It saves three kilobytes of the first load.
 */

import type { Plugin } from 'vite';

const OTHER_LANGUAGE =
  /\/node_modules\/react-(?:aria|aria-components|stately)\/.*\/intl\/.*\/(?!en-US\.)[a-z]{2}-[A-Z]{2}\.(?<extension>m?js)$/;

export function englishOnly(): Plugin {
  return { name: 'pull-the-plug:english-only', enforce: 'pre', apply: 'build', load: (id) => englishInsteadOf(id) };
}

/** The module that stands for the sentences in `file`; `null` for any other file. */
export function englishInsteadOf(file: string): string | null {
  const extension = OTHER_LANGUAGE.exec(file)?.groups?.['extension'];
  return extension === undefined ? null : `export { default } from './en-US.${extension}';`;
}
