/** Vite plugin: `virtual:inspector` is what the inspector knows beside a run, such as every machine as a statechart. */

import type { Plugin } from 'vite';

const ID = 'virtual:inspector';
const RESOLVED = `\0${ID}`;

export function inspectorPlugin(): Plugin {
  return {
    name: 'pull-the-plug:inspector',
    resolveId: (id) => (id === ID ? RESOLVED : null),
    async load(id) {
      if (id !== RESOLVED) return null;
      // The layout library is large, and most of what reads this configuration never asks for a chart.
      const { inspectorFacts } = await import('./inspector-facts.ts');
      // A JSON text inside a string is parsed faster than the same data as source.
      return `export const facts = JSON.parse(${JSON.stringify(JSON.stringify(await inspectorFacts()))});`;
    },
  };
}
