/** The composition root: the only file that sees every layer. */

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { laneOptions, scenarios } from 'virtual:scenarios';
import { assertPresent } from './base/assert.ts';
import { err, ok } from './base/result.ts';
import type { OpenableFile } from './scenario/open-text.ts';
import type { ScenarioFormat } from './scenario/scenario-format.ts';
import { describeLinkProblem, describeUnmadeLink } from './scenario/link-problem.ts';
import { PRICE_FACTS } from './scenario/price-facts.ts';
import { describeProblem } from './scenario/scenario-problem.ts';
import { MODEL_VERSION } from './sim/run.ts';
import type { AuditPorts } from './view/audit/audit-ports.ts';
import type { CoursePorts } from './view/course/course-ports.ts';
import { keepProgress, readKeptProgress } from './view/course/progress-store.ts';
import type { Moment, OpenedFile, OpenedLink, PlaygroundPorts } from './view/playground/playground-ports.ts';
import { ErrorBoundary } from './view/shell/error-boundary.tsx';
import { SCREENS } from './view/shell/screen-list.ts';
import { screenIdOf } from './view/shell/screen.ts';
import { Site } from './view/shell/site.tsx';
import { createLessonRunner } from './worker/lesson-runs.ts';
import { createSimulationQueue } from './worker/simulation-queue.ts';
import { createSimulationClient } from './worker/simulation-client.ts';
import type { SimulationClient } from './worker/simulation-client.ts';
import './view/theme/tokens.css';
import './view/theme/forced-colors.css';

const HOME = 'wifi-blip';

const app = { scenarios, laneOptions, model: MODEL_VERSION };
const home = assertPresent(scenarios.find(({ id }) => id === HOME) ?? scenarios[0], 'the app has no scenario');

/** Not part of the first load: most visits begin without a link. */
const links = () => import('./scenario/link-codec.ts');
const learnLinks = () => import('./scenario/lesson/learn-link.ts');
const solutionLinks = () => import('./scenario/lesson/solution-link.ts');
const progressFiles = () => import('./scenario/lesson/progress-file.ts');
const lessons = () => import('virtual:lessons');

/** Files are opened by the same readers as scenarios, with the answers that they name. */
async function openFile(file: OpenableFile): Promise<OpenedFile> {
  const [{ openFile: open }, { answers }] = await Promise.all([
    import('./scenario/open-text.ts'),
    import('virtual:scenario-texts'),
  ]);
  return open(file, { ...app, answers });
}

/** Reading and writing scenarios as text brings the whole schema along: it comes with the panel that needs it. */
async function loadFormat(): Promise<ScenarioFormat> {
  const [{ createScenarioFormat }, { answers, texts }] = await Promise.all([
    import('./scenario/scenario-format.ts'),
    import('virtual:scenario-texts'),
  ]);
  return createScenarioFormat({ answers, texts });
}

/** The addresses of other screens ask nothing of the playground. */
async function openLink(hash: string): Promise<OpenedLink> {
  const isElsewhere = /^#?\/?$/.test(hash) || screenIdOf(hash, SCREENS) !== 'play';
  return isElsewhere ? ok(null) : (await links()).openLink(hash, app);
}

const client = createSimulationClient();
/** Has a worker of its own from the first comparison on. */
let asideClient: SimulationClient | null = null;
let lastMoment: Moment = { scenario: home, playheadMs: null };

const ports: PlaygroundPorts = {
  scenarios,
  home,
  laneOptions,
  priceFacts: PRICE_FACTS,
  simulate: (scenario) => client.run(scenario),
  simulateAside: (scenario) => (asideClient ??= createSimulationClient()).run(scenario),
  openLink,
  openFile,
  loadFormat,
  loadInspectorFacts: async () => (await import('virtual:inspector')).facts,
  encodeLink: async (moment) => (await links()).encodeLink(moment, app),
  checkEntry: async (scenario, index, entry) =>
    (await import('./scenario/check-entry.ts')).checkEntry(scenario, index, entry),
  onMoment: (moment) => {
    lastMoment = moment;
  },
};

const runner = createLessonRunner();

const course: CoursePorts = {
  loadSummaries: async () => (await lessons()).lessonSummaries,
  loadReference: () => import('virtual:course'),
  loadLesson: async (id) => (await lessons()).loadLesson(id),
  runLesson: (lesson) => runner.run(lesson),
  readProgress: async () => readKeptProgress({ read: (await progressFiles()).readProgressFile }),
  keepProgress: async (progress) => keepProgress(progress, { write: (await progressFiles()).writeProgressFile }),
  writeProgressFile: async (progress) => (await progressFiles()).writeProgressFile(progress),
  readProgressFile: async (text) => {
    const read = (await progressFiles()).readProgressFile(text);
    return read.ok ? read : err(read.error.map((problem) => describeProblem(problem, 'progress')));
  },
  encodeLearnLink: async (link) => {
    const encoded = (await learnLinks()).encodeLearnLink(link);
    return encoded.ok ? encoded : err(describeUnmadeLink(encoded.error));
  },
  decodeLearnLink: async (hash) => {
    const decoded = (await learnLinks()).decodeLearnLink(hash, MODEL_VERSION);
    return decoded.ok ? decoded : err(decoded.error.map(describeLinkProblem));
  },
  encodeSolution: async (lesson, shown) => (await solutionLinks()).encodeSolution(lesson, shown, app),
  openSolution: async (lesson, link) => (await solutionLinks()).openSolution(lesson, link, app),
};

const auditFiles = () => import('./scenario/audit/audit-file.ts');

const audit: AuditPorts = {
  loadAudit: async () => (await import('virtual:audit')).audit,
  priceFacts: PRICE_FACTS,
  simulate: createSimulationQueue(),
  writeFile: async (state) => (await auditFiles()).writeAuditFile(state),
  readFile: async (text, name, terms) => (await auditFiles()).readAuditFile(text, name, terms),
};

async function replayLink(): Promise<string> {
  const link = await ports.encodeLink(lastMoment);
  return link.ok ? link.value : location.hash;
}

const { hash } = location;
const opening = { hash, link: await openLink(hash) };
createRoot(assertPresent(document.querySelector('#root'), 'the page has no root')).render(
  <StrictMode>
    <ErrorBoundary replayLink={replayLink}>
      <Site ports={{ play: ports, course, audit }} opening={opening} />
    </ErrorBoundary>
  </StrictMode>,
);
// Copying a link must not wait for the network: browsers allow it right after a gesture only.
void links();
