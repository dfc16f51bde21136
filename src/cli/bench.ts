/**
 * `npm run --silent bench [world] [seeking] [ensemble] [drawing] [dragging] [memory]`: measures, and prints one JSON line for each
 * figure. Each is taken against something else in the same run, so that it can be read on any machine.
 */

import { measureDrawing } from '../bench/draw-figures.ts';
import { measureDrag } from '../bench/drag-figure.ts';
import { measureEnsemble } from '../bench/ensemble-figures.ts';
import type { Figure } from '../bench/figure.ts';
import { measureMemory } from '../bench/memory-figures.ts';
import { measureSeek } from '../bench/seek-figures.ts';
import { measureWorld } from '../bench/world-figures.ts';

const GROUPS: Readonly<Record<string, () => readonly Figure[] | Promise<readonly Figure[]>>> = {
  world: measureWorld,
  seeking: measureSeek,
  ensemble: measureEnsemble,
  drawing: measureDrawing,
  dragging: measureDrag,
  memory: measureMemory,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => GROUPS[name] === undefined);
if (unknown.length > 0) {
  console.error(`unable to measure ${unknown.join(', ')}; there are ${Object.keys(GROUPS).join(', ')}`);
  process.exitCode = 2;
} else {
  for (const [name, measure] of Object.entries(GROUPS)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    for (const figure of await measure()) console.log(JSON.stringify(figure));
  }
}
