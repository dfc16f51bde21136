/** The composition root: the only file that sees every layer. */

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { laneOptions, scenarios } from 'virtual:scenarios';
import { assertPresent } from './base/assert.ts';
import { ok } from './base/result.ts';
import { MODEL_VERSION } from './sim/run.ts';
import type { Moment, OpenedLink, PlaygroundPorts } from './view/playground/playground-ports.ts';
import { Playground } from './view/playground/playground.tsx';
import { ErrorBoundary } from './view/shell/error-boundary.tsx';
import { createSimulationClient } from './worker/simulation-client.ts';
import './view/theme/tokens.css';

const HOME = 'wifi-blip';

const app = { scenarios, laneOptions, model: MODEL_VERSION };
const home = assertPresent(scenarios.find(({ id }) => id === HOME) ?? scenarios[0], 'the app has no scenario');

/** Not part of the first load: most visits begin without a link. */
const links = () => import('./scenario/link-codec.ts');

async function openLink(hash: string): Promise<OpenedLink> {
  return /^#?\/?$/.test(hash) ? ok(null) : (await links()).openLink(hash, app);
}

const client = createSimulationClient();
let lastMoment: Moment = { scenario: home, playheadMs: null };

const ports: PlaygroundPorts = {
  scenarios,
  home,
  laneOptions,
  simulate: (scenario) => client.run(scenario),
  openLink,
  encodeLink: async (moment) => (await links()).encodeLink(moment, app),
  checkEntry: async (scenario, index, entry) =>
    (await import('./scenario/check-entry.ts')).checkEntry(scenario, index, entry),
  onMoment: (moment) => {
    lastMoment = moment;
  },
};

async function replayLink(): Promise<string> {
  const link = await ports.encodeLink(lastMoment);
  return link.ok ? link.value : location.hash;
}

const opening = await openLink(location.hash);
createRoot(assertPresent(document.querySelector('#root'), 'the page has no root')).render(
  <StrictMode>
    <ErrorBoundary replayLink={replayLink}>
      <Playground ports={ports} opening={opening} />
    </ErrorBoundary>
  </StrictMode>,
);
// Copying a link must not wait for the network: browsers allow it right after a gesture only.
void links();
