/** Runs in a page: has an ensemble run in a worker of its own. */

import { wrap } from 'comlink';
import type { runEnsemble } from './ensemble.ts';

declare global {
  interface Window {
    measureEnsemble?: (runs: number) => Promise<ReturnType<typeof runEnsemble>>;
  }
}

window.measureEnsemble = async (runs) => {
  const worker = new Worker(new URL('./ensemble-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await wrap<typeof runEnsemble>(worker)(runs);
  } finally {
    worker.terminate();
  }
};
