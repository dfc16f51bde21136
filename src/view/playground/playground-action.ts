/** What can happen to the playground: what people do, and what the simulator and the clock report. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { Span } from '../../projection/stage/eventful-span.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { PriceFact } from '../../scenario/price-facts.ts';
import type { ScriptEntry } from '../../scenario/schema.ts';
import type { Run } from '../../sim/run.ts';
import type { PanelId } from '../dock/panel.ts';
import type { EntryMove } from './edit-script.ts';
import type { KeptDigest } from './kept-run.ts';
import type { NodeId } from './edit-tree.ts';
import type { Selection } from './selection.ts';

export type DragPhase = 'dragging' | 'dropped' | 'cancelled';

export type PlaygroundAction =
  | {
      readonly type: 'scenario.opened';
      /** As it came, or with the edits that a link carries. */
      readonly scenario: CompiledScenario;
      readonly playheadMs: VirtualMs | null;
      /** What its run came to when it was saved, to be held against the run here. */
      readonly kept?: KeptDigest | null;
    }
  /** The scenario as its text says it now; what is typed in one `burst` is one step, however often it could be read. */
  | {
      readonly type: 'scenario.written';
      readonly scenario: CompiledScenario;
      readonly burst: number;
      /** What the whole burst changed. */
      readonly label: string;
    }
  | { readonly type: 'entry.added'; readonly entry: ScriptEntry }
  /** The entry at `index` of the script says something else now; it has been checked. */
  | { readonly type: 'entry.replaced'; readonly index: number; readonly entry: ScriptEntry }
  | { readonly type: 'entries.removed'; readonly indices: readonly number[] }
  | { readonly type: 'entries.duplicated'; readonly indices: readonly number[]; readonly byMs: VirtualMs }
  | { readonly type: 'entries.moved'; readonly moves: readonly EntryMove[]; readonly phase: DragPhase }
  | { readonly type: 'entry.resized'; readonly index: number; readonly forMs: VirtualMs; readonly phase: DragPhase }
  | {
      readonly type: 'option.set';
      readonly lane: number;
      readonly option: string;
      readonly value: string | number | boolean;
    }
  | { readonly type: 'price.set'; readonly price: PriceFact; readonly dollars: number }
  | { readonly type: 'prices.reset'; readonly prices: readonly PriceFact[] }
  | { readonly type: 'seed.set'; readonly seed: number }
  | { readonly type: 'edit.undone' }
  | { readonly type: 'edit.redone' }
  | { readonly type: 'branch.opened'; readonly node: NodeId }
  /** With all that grew from it. */
  | { readonly type: 'branch.removed'; readonly node: NodeId }
  /** An empty name stands for what changed. */
  | { readonly type: 'branch.renamed'; readonly node: NodeId; readonly name: string }
  | { readonly type: 'branch.compared'; readonly node: NodeId | null }
  | {
      readonly type: 'comparison.answered';
      readonly scenario: CompiledScenario;
      readonly run: Run | null;
      readonly failure: string | null;
    }
  | { readonly type: 'plug.pulled'; readonly entry: ScriptEntry; readonly fromMs: VirtualMs; readonly plays: boolean }
  /** Places in the script; the last one is the one that people touched last. */
  | { readonly type: 'entries.selected'; readonly indices: readonly number[] }
  /** Looks into an event of a lane's trace, for a word into its making; `moves` takes the playhead there. */
  | (Selection & { readonly type: 'event.selected'; readonly moves: boolean })
  /** `leads`: people asked for it by hand, and it takes the focus. */
  | { readonly type: 'dock.opened'; readonly panel: PanelId | null; readonly leads?: boolean }
  | { readonly type: 'playhead.moved'; readonly atMs: VirtualMs }
  | { readonly type: 'playback.set'; readonly isPlaying: boolean }
  | { readonly type: 'playback.advanced'; readonly atMs: VirtualMs }
  | { readonly type: 'speed.set'; readonly speed: number }
  | { readonly type: 'span.set'; readonly span: Span }
  | {
      readonly type: 'run.arrived';
      readonly scenario: CompiledScenario;
      readonly run: Run;
      readonly restarted: boolean;
    }
  | {
      readonly type: 'run.failed';
      readonly scenario: CompiledScenario;
      readonly message: string;
      readonly restarted: boolean;
    }
  | { readonly type: 'notice.shown'; readonly text: string }
  | { readonly type: 'notice.dismissed' }
  /** People know that what they made before a reload is here. */
  | { readonly type: 'restoring.read' };
