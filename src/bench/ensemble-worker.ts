/** Runs in a worker: an ensemble of as many runs as the page asks for. */

import { expose } from 'comlink';
import { runEnsemble } from './ensemble.ts';

expose(runEnsemble);
