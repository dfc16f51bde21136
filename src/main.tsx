/** The composition root: the only file that sees every layer. */

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { laneOptions, scenarios } from 'virtual:scenarios';
import { assertPresent } from './base/assert.ts';
import { err, ok } from './base/result.ts';
import { describeLinkProblem, describeUnmadeLink } from './scenario/link-problem.ts';
import { makeShareLink } from './scenario/make-link.ts';
import { openShareLink } from './scenario/open-link.ts';
import { encodeShareLink } from './scenario/share-link.ts';
import { MODEL_VERSION } from './sim/run.ts';
import type { OpenedLink, PlaygroundPorts } from './view/playground/playground-ports.ts';
import { Playground } from './view/playground/playground.tsx';
import { ErrorBoundary } from './view/shell/error-boundary.tsx';
import { createSimulationClient } from './worker/simulation-client.ts';
import type { SimulationClient } from './worker/simulation-client.ts';
import './view/theme/tokens.css';

const HOME = 'wifi-blip';

const links = { scenarios, laneOptions };

async function openLink(hash: string): Promise<OpenedLink> {
  const opened = await openShareLink(hash, links, MODEL_VERSION);
  if (!opened.ok) return err(opened.error.map(describeLinkProblem));
  if (opened.value === null) return ok(null);
  const { scenario, link } = opened.value;
  return ok({ scenario, playheadMs: link.playheadMs });
}

const client = createSimulationClient();
/** Has a worker of its own from the first comparison on. */
let asideClient: SimulationClient | null = null;
let lastLink = location.hash;

const ports: PlaygroundPorts = {
  scenarios,
  home: assertPresent(scenarios.find(({ id }) => id === HOME) ?? scenarios[0], 'the app has no scenario'),
  laneOptions,
  simulate: (scenario) => client.run(scenario),
  simulateAside: (scenario) => (asideClient ??= createSimulationClient()).run(scenario),
  openLink,
  encodeLink: (scenario, playheadMs) => {
    const encoded = encodeShareLink(makeShareLink(scenario, links, { model: MODEL_VERSION, playheadMs, view: {} }));
    return encoded.ok ? encoded : err(describeUnmadeLink(encoded.error));
  },
  onMoment: (hash) => {
    lastLink = hash;
  },
};

const opening = await openLink(location.hash);
createRoot(assertPresent(document.querySelector('#root'), 'the page has no root')).render(
  <StrictMode>
    <ErrorBoundary replayLink={() => lastLink}>
      <Playground ports={ports} opening={opening} />
    </ErrorBoundary>
  </StrictMode>,
);
