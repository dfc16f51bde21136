/**
 * Seeking in a run of 100,000 events: what the stage shows at a moment anywhere in it, made from the
 * prepared trace. In Node, without a page; against a walk through the trace up to that moment.
 */

import { createStageReader } from '../projection/stage/stage-reader.ts';
import type { Run } from '../sim/run.ts';
import { simulate } from '../sim/simulate.ts';
import { buildScenario } from '../testing/build-scenario.ts';
import { quantile, rounded } from './figure.ts';
import type { Figure } from './figure.ts';

const LEAST_EVENTS = 100_000;
const SEEKS = 400;
const WARM_UPS = 40;
const SHARE = 0.95;
const MOST_MS = 16;

export function measureSeek(): readonly Figure[] {
  const run = simulate(longWorld());
  const events = run.lanes.reduce((sum, lane) => sum + lane.events.length, 0);
  if (events < LEAST_EVENTS) throw new Error(`unable to measure; the run has only ${events} events`);
  const prepared = performance.now();
  const reader = createStageReader(run);
  const preparedMs = performance.now() - prepared;
  const { horizonMs } = run.scenario;
  const [seeks, walks]: [number[], number[]] = [[], []];
  let seen = 0;
  for (let turn = 0; turn < WARM_UPS + SEEKS; turn += 1) {
    // Steps of the golden ratio meet all parts of the run, forwards and backwards.
    const atMs = Math.round(((turn * 0.618034) % 1) * horizonMs);
    let began = performance.now();
    seen += reader.at(atMs).length;
    const seekMs = performance.now() - began;
    began = performance.now();
    seen += eventsUntil(run, atMs);
    const walkMs = performance.now() - began;
    if (turn < WARM_UPS) continue;
    seeks.push(seekMs);
    walks.push(walkMs);
  }
  if (seen === 0) throw new Error('unable to measure; nothing was seen');
  const [seekMs, walkMs] = [quantile(seeks, SHARE), quantile(walks, SHARE)];
  const name = `seek in ${events.toLocaleString('en')} events`;
  return [
    {
      figure: `${name}, ${SHARE * 100}% of ${SEEKS}`,
      value: rounded(seekMs),
      unit: 'ms',
      against: `a walk through the trace up to there, ${rounded(walkMs)} ms`,
      ratio: rounded(seekMs / walkMs),
      bar: `value <= ${MOST_MS}`,
      holds: seekMs <= MOST_MS,
    },
    {
      figure: `${name}, what is prepared once`,
      value: rounded(preparedMs),
      unit: 'ms',
      against: `one seek, ${rounded(seekMs)} ms`,
      ratio: rounded(preparedMs / seekMs),
      bar: null,
      holds: true,
    },
  ];
}

/** Long answers, asked for again and again, read by four surfaces in three lanes. */
function longWorld() {
  const surfaces = ['laptop', 'desk', 'phone', 'tablet'];
  const asks = Array.from({ length: 13 }, (_, turn) => ({
    atMs: 500 + turn * 42_000,
    on: 'laptop',
    do: 'send',
    text: 'Go on.',
  }));
  return buildScenario({
    id: 'long-world',
    title: 'Long world',
    horizonMs: 560_000,
    agent: { answer: { text: 'word' }, tokens: 800, firstTokenMs: 200, tokenIntervalMs: 50 },
    surfaces: Object.fromEntries(surfaces.map((name) => [name, { kind: 'tab' }])),
    script: [
      ...surfaces.map((on) => ({ atMs: 0, on, do: 'open' })),
      ...asks,
      { atMs: 60_000, on: 'phone', do: 'drop', how: 'offline', forMs: 20_000 },
    ],
  });
}

function eventsUntil({ lanes }: Run, atMs: number): number {
  return lanes.reduce((sum, { events }) => sum + events.filter((event) => event.atMs <= atMs).length, 0);
}
