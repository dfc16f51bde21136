/** What holds for any scenario as a file and as a link, and for whoever simulates it. */

import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import { describeLaneOptions } from '../../scenario/describe-lane-options.ts';
import { loadScenario } from '../../scenario/load.ts';
import { makeShareLink } from '../../scenario/make-link.ts';
import { openShareLink } from '../../scenario/open-link.ts';
import { scenarioSource } from '../../scenario/scenario-source.ts';
import { LONGEST_LINK, encodeShareLink } from '../../scenario/share-link.ts';
import { LimitError } from '../../sim/kernel/kernel.ts';
import { MODEL_VERSION } from '../../sim/run.ts';
import { simulate } from '../../sim/simulate.ts';
import { buildScenario } from '../build-scenario.ts';
import { anyWorld } from '../worlds/arbitrary-world.ts';
import { law } from './law.ts';
import type { Law } from './law.ts';

const laneOptions = describeLaneOptions();

/** Makes a link to `shown`, opens it, and looks whether it is the same; a link that would be too long is refused and says so. */
async function expectSameByLink(shown: CompiledScenario, scenarios: readonly CompiledScenario[]): Promise<void> {
  const context = { scenarios, laneOptions };
  const link = encodeShareLink(makeShareLink(shown, context, { model: MODEL_VERSION, playheadMs: 1_000, view: {} }));
  if (!link.ok) return equal(link.error.reason.includes(String(LONGEST_LINK)), true, link.error.reason);
  const opened = await openShareLink(link.value, context, MODEL_VERSION);
  deepEqual(opened.ok ? opened.value?.scenario : opened.error, shown);
}

export const FORMAT_LAWS: readonly Law[] = [
  law({
    id: 'V1',
    title: 'whatever the format can say is simulated, or refused by a limit with a name',
    worlds: 300,
    cases: fc.record({ parts: anyWorld }),
    check({ parts }) {
      try {
        simulate(buildScenario(parts));
      } catch (error) {
        if (!(error instanceof LimitError)) throw error;
      }
    },
  }),
  law({
    id: 'V2',
    title: 'a scenario written down and read again is the same, with the same run',
    worlds: 100,
    cases: fc.record({ parts: anyWorld }),
    check({ parts }) {
      const scenario = buildScenario(parts);
      const loaded = loadScenario(scenarioSource(scenario), { answers: new Map() });
      deepEqual(loaded.ok ? loaded.value : loaded.error, scenario);
      equal(loaded.ok ? simulate(loaded.value).report.digest : '', simulate(scenario).report.digest);
    },
  }),
  law({
    id: 'V3',
    title: 'a link opens as the scenario that it was made of',
    worlds: 100,
    cases: fc.record({ parts: anyWorld }),
    async check({ parts }) {
      const shown = buildScenario(parts);
      await expectSameByLink(shown, []);
      // The link names a scenario of the app, and carries what was changed.
      await expectSameByLink(shown, [buildScenario({ ...parts, seed: 0, script: [] })]);
    },
  }),
];
