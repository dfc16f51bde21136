/** The far side of the thread boundary: `simulate`, and nothing else. */

import { expose } from 'comlink';
import { LimitError } from '../sim/kernel/kernel.ts';
import { simulate } from '../sim/simulate.ts';
import type { SimulationService } from './simulation-service.ts';

const service: SimulationService = {
  simulate(scenario) {
    try {
      const { model, lanes, report, beliefs } = simulate(scenario);
      return { kind: 'run', run: { model, lanes, report, beliefs } };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { kind: error instanceof LimitError ? 'beyond-limit' : 'broken', message };
    }
  },
};

expose(service);
