/**
 * A run that was saved and opened again. It is run anew, and what comes out is held against what came out
 * then: where the two differ, people are told, and that what they see is the run of today.
 */

import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { PlaygroundState } from './playground-state.ts';

export interface KeptDigest {
  /** The version of the model that made it. */
  readonly model: number;
  readonly digest: string;
}

export interface KeptRun extends KeptDigest {
  /** As it is on the page: its answer is the one to hold against the digest. */
  readonly scenario: CompiledScenario;
}

/** Waits for the run of the scenario that has just been opened, or compares at once when it is there. */
export function withKept(state: PlaygroundState, kept: KeptDigest | null): PlaygroundState {
  return compareKept({ ...state, kept: kept === null ? null : { ...kept, scenario: state.scenario } });
}

/** Says so when the run that has arrived is not the one that was kept. */
export function compareKept(state: PlaygroundState): PlaygroundState {
  const { kept, run, answered, failure } = state;
  if (kept === null || run === null || failure !== null || answered !== kept.scenario) return state;
  const isSame = run.report.digest === kept.digest;
  return { ...state, kept: null, notice: isSame ? state.notice : difference(kept, run.model, run.report.digest) };
}

function difference({ model, digest }: KeptDigest, modelHere: number, digestHere: string): string {
  const digests = `The digest in the file is ${digest}, here it is ${digestHere}.`;
  if (model === modelHere) {
    return `This run came out otherwise than the one that was saved, by the same version of the model (${model}): the file was changed since. ${digests}`;
  }
  const versions = `The file was made by version ${model} of the model, this page has version ${modelHere}`;
  const remedy = model > modelHere ? ' Reload the page to get the newest version.' : '';
  return `${versions}, and the same scenario comes out otherwise. What you see is the run of version ${modelHere}. ${digests}${remedy}`;
}
