/** What the page needs from below, handed in by the composition root so that the view knows none of it. */

import type { Result } from '../../base/result.ts';
import type { InspectorFacts } from '../../protocol/inspector-facts.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { ScriptEntry } from '../../scenario/schema.ts';
import type { LaneOptionFacts } from '../../scenario/lane-option-fact.ts';
import type { OpenableFile, OpenedText } from '../../scenario/open-text.ts';
import type { ScenarioFormat } from '../../scenario/scenario-format.ts';
import type { PriceFact } from '../../scenario/price-facts.ts';
import type { Run } from '../../sim/run.ts';

export type SimulationOutcome =
  | { readonly kind: 'run'; readonly run: Run; readonly restarted: boolean }
  /** A newer request took its place. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'failed'; readonly message: string; readonly restarted: boolean };

/** A moment of a run: the scenario with people's edits, and where the playhead stands. */
export interface Moment {
  readonly scenario: CompiledScenario;
  readonly playheadMs: VirtualMs | null;
}

export interface PlaygroundPorts {
  readonly scenarios: readonly CompiledScenario[];
  /** The scenario that the page opens on without a link. */
  readonly home: CompiledScenario;
  readonly laneOptions: LaneOptionFacts;
  /** What can be priced, with where each default comes from. */
  readonly priceFacts: readonly PriceFact[];
  /** The newest request wins; never rejects. */
  readonly simulate: (scenario: CompiledScenario) => Promise<SimulationOutcome>;
  /** The same beside it, for a run that is not on the page: neither takes the place of the other. */
  readonly simulateAside: (scenario: CompiledScenario) => Promise<SimulationOutcome>;
  /** The hash part of a link to the moment, or the sentence that says why there is none. */
  readonly encodeLink: (moment: Moment) => Promise<Result<string, string>>;
  /** The moment that a hash names, `null` for an empty one, or a sentence for each part that cannot be read. */
  readonly openLink: (hash: string) => Promise<OpenedLink>;
  /** What a file holds, or a sentence for each thing that cannot be read; may reject when the page or the file cannot be reached. */
  readonly openFile: (file: OpenableFile) => Promise<OpenedFile>;
  /** The reader and writer of scenarios as text; may reject when the page cannot be reached. */
  readonly loadFormat: () => Promise<ScenarioFormat>;
  /** What the inspector knows beside a run; may reject when the page cannot be reached. */
  readonly loadInspectorFacts: () => Promise<InspectorFacts>;
  /** `entry` in the place `index` of the script as the scenario's own parser takes it, or its sentences. */
  readonly checkEntry: (
    scenario: CompiledScenario,
    index: number,
    entry: unknown,
  ) => Promise<Result<ScriptEntry, readonly string[]>>;
  /** Hears of what is on the page, so that a failure can offer a link to it. */
  readonly onMoment: (moment: Moment) => void;
}

/** A moment, and what its run came to when it was kept. */
export type OpenedFile = Result<OpenedText, readonly string[]>;

export type OpenedLink = Result<Moment | null, readonly string[]>;

/** The address that the page was opened at, and what it named. */
export interface Opening {
  readonly hash: string;
  readonly link: OpenedLink;
}
