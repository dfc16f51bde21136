/**
 * What the playground knows: the scenario with people's edits, its history, the newest Run and the
 * one before the edit, and where people look. A pure reducer; the simulator and the clock are elsewhere.
 */

import { assertNever } from '../../base/assert.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import { branchOutcome } from '../../projection/branches/branch-outcome.ts';
import { eventfulSpan } from '../../projection/stage/eventful-span.ts';
import type { Span } from '../../projection/stage/eventful-span.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { Run } from '../../sim/run.ts';
import {
  addEntry,
  duplicateEntries,
  moveEntries,
  removeEntries,
  replaceEntry,
  resetPrices,
  resizeEntry,
  setOption,
  setPrice,
  setSeed,
} from './edit-script.ts';
import { compareWith, noteCompared, openBranch, withoutRemoved } from './comparison.ts';
import type { Comparison } from './comparison.ts';
import { createEditTree, currentNode, noteOutcome, removeNode, renameNode } from './edit-tree.ts';
import type { EditTree } from './edit-tree.ts';
import type { PlaygroundAction } from './playground-action.ts';
import type { PanelId } from '../dock/panel.ts';
import { compareKept, withKept } from './kept-run.ts';
import type { KeptRun } from './kept-run.ts';
import { commit, drag, grown, open, redo, undo, walk, write } from './playground-history.ts';
import { carrySelection } from './selection.ts';
import type { Selection } from './selection.ts';

export const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4, 8, 16] as const;

export interface Gesture {
  readonly before: CompiledScenario;
  readonly ghostBefore: Run | null;
}

export interface PlaygroundState {
  /** With people's edits. */
  readonly scenario: CompiledScenario;
  /** All that people made of it, and where in it they are. */
  readonly tree: EditTree;
  readonly gesture: Gesture | null;
  readonly run: Run | null;
  /** The outcome before the edit under way, or before the last one. */
  readonly ghost: Run | null;
  /** What the simulator answered last; until that is `scenario`, an answer is awaited. */
  readonly answered: CompiledScenario | null;
  /** Why there is no run of `answered`, `null` when there is one. */
  readonly failure: string | null;
  /** The branch that people compare with. */
  readonly comparison: Comparison | null;
  /** What was opened says that it was run before; until the run here has been held against that. */
  readonly kept: KeptRun | null;
  /** What people should know once; named on screen until it is dismissed. */
  readonly notice: string | null;
  /** It was left with edits, and people have yet to read that they are here again. */
  readonly isRestored: boolean;
  /** Places in the script; the last one is the one that people touched last. */
  readonly selected: readonly number[];
  /** What people look into; carried along when the world runs again. */
  readonly selection: Selection | null;
  /** The panel that is open beside the stage. */
  readonly dock: PanelId | null;
  /** The panel that people asked for by hand, and how often: each time it takes the focus. */
  readonly dockLed: { readonly panel: PanelId; readonly times: number } | null;
  /** `null`: at rest after the last event, wherever that is. */
  readonly playheadMs: VirtualMs | null;
  readonly isPlaying: boolean;
  readonly speed: number;
  readonly span: Span;
  /** People chose the span themselves. */
  readonly isZoomed: boolean;
}

const RESTARTED = 'The simulator did not answer and was restarted. Your changes are all here.';

export function createPlaygroundState(
  scenario: CompiledScenario,
  playheadMs: VirtualMs | null = null,
): PlaygroundState {
  return {
    scenario,
    tree: createEditTree(scenario),
    gesture: null,
    run: null,
    ghost: null,
    answered: null,
    failure: null,
    comparison: null,
    kept: null,
    notice: null,
    isRestored: false,
    selected: [],
    selection: null,
    dock: null,
    dockLed: null,
    playheadMs,
    isPlaying: false,
    speed: 1,
    span: { fromMs: 0, toMs: Math.min(scenario.horizonMs, 8000) },
    isZoomed: false,
  };
}

/** As the page was left with `tree`. */
export function resumePlayground(tree: EditTree): PlaygroundState {
  return { ...createPlaygroundState(currentNode(tree).scenario), tree, isRestored: true };
}

export function reducePlayground(state: PlaygroundState, action: PlaygroundAction): PlaygroundState {
  switch (action.type) {
    case 'scenario.opened':
      return withKept(
        open(state, action.scenario, {
          playheadMs: action.playheadMs,
          isPlaying: false,
          selected: [],
          isZoomed: false,
        }),
        action.kept ?? null,
      );
    case 'scenario.written':
      return write(state, action);
    case 'entry.added':
      return commit(state, addEntry(state.scenario, action.entry), { selected: [state.scenario.script.length] });
    case 'entry.replaced':
      return commit(state, replaceEntry(state.scenario, action.index, action.entry), { selected: [action.index] });
    case 'entries.removed':
      return commit(state, removeEntries(state.scenario, action.indices), { selected: [] });
    case 'entries.duplicated':
      return commit(state, duplicateEntries(state.scenario, action.indices, action.byMs), {
        selected: action.indices.map((_, at) => state.scenario.script.length + at),
      });
    case 'entries.moved':
      return drag(state, action.phase, `move ${action.moves.map(({ index }) => index).join()}`, (base) =>
        moveEntries(base, action.moves),
      );
    case 'entry.resized':
      return drag(state, action.phase, `resize ${action.index}`, (base) =>
        resizeEntry(base, action.index, action.forMs),
      );
    case 'option.set':
      return commit(state, setOption(state.scenario, action.lane, action.option, action.value));
    case 'price.set':
      return commit(state, setPrice(state.scenario, action.price, action.dollars));
    case 'prices.reset':
      return commit(state, resetPrices(state.scenario, action.prices));
    case 'seed.set':
      return action.seed === state.scenario.seed ? state : commit(state, setSeed(state.scenario, action.seed));
    case 'edit.undone':
      return undo(state);
    case 'edit.redone':
      return withoutRemoved(redo(state));
    case 'branch.opened':
      return openBranch(state, action.node);
    case 'branch.removed':
      return withoutRemoved(walk(state, (tree) => removeNode(tree, action.node), { selected: [] }));
    case 'branch.compared':
      return compareWith(state, action.node);
    case 'comparison.answered':
      return noteCompared(state, action.scenario, action);
    case 'branch.renamed':
      return walk(state, (tree) => renameNode(tree, action.node, action.name));
    case 'plug.pulled':
      return commit(state, addEntry(state.scenario, action.entry), {
        selected: [state.scenario.script.length],
        playheadMs: action.plays ? action.fromMs : null,
        isPlaying: action.plays,
      });
    case 'entries.selected':
      return { ...state, selected: action.indices };
    case 'event.selected':
      return select(state, action);
    case 'dock.opened':
      return openDock(state, action.panel, action.leads ?? false);
    case 'playhead.moved':
      return { ...state, playheadMs: clampToRun(state, action.atMs), isPlaying: false };
    case 'playback.set':
      return setPlaying(state, action.isPlaying);
    case 'playback.advanced':
      return advance(state, action.atMs);
    case 'speed.set':
      return { ...state, speed: action.speed };
    case 'span.set':
      return { ...state, span: action.span, isZoomed: true };
    case 'run.arrived':
      return arrive(state, action);
    case 'run.failed':
      return {
        ...state,
        answered: action.scenario,
        failure: action.message,
        notice: action.restarted ? RESTARTED : state.notice,
      };
    case 'notice.shown':
      return { ...state, notice: action.text };
    case 'notice.dismissed':
      return { ...state, notice: null };
    case 'restoring.read':
      return { ...state, isRestored: false };
    default:
      return assertNever(action);
  }
}

/** Whether the run on the page is the run of the scenario on the page. */
export function isSettled(state: PlaygroundState): boolean {
  return state.answered === state.scenario;
}

/** Where the playhead stands, at rest as well. */
export function playheadOf(state: PlaygroundState): VirtualMs {
  return state.playheadMs ?? (state.run === null ? state.span.toMs : eventfulSpan(state.run).restMs);
}

function openDock(state: PlaygroundState, panel: PanelId | null, leads: boolean): PlaygroundState {
  const times = (state.dockLed?.times ?? 0) + 1;
  return { ...state, dock: panel, dockLed: leads && panel !== null ? { panel, times } : null };
}

function select(
  state: PlaygroundState,
  { lane, event, surface, moves }: Extract<PlaygroundAction, { readonly type: 'event.selected' }>,
): PlaygroundState {
  const subject = state.run?.lanes.find(({ name }) => name === lane)?.events[event];
  if (subject === undefined) return state;
  const selected = { ...state, selection: { lane, event, ...(surface === undefined ? {} : { surface }) } };
  return moves ? { ...selected, playheadMs: clampToRun(state, subject.atMs), isPlaying: false } : selected;
}

function setPlaying(state: PlaygroundState, isPlaying: boolean): PlaygroundState {
  if (!isPlaying || state.run === null) return { ...state, isPlaying: false };
  const isAtEnd = playheadOf(state) >= eventfulSpan(state.run).restMs;
  return { ...state, isPlaying, playheadMs: isAtEnd ? 0 : playheadOf(state) };
}

function advance(state: PlaygroundState, atMs: VirtualMs): PlaygroundState {
  if (!state.isPlaying || state.run === null) return state;
  const { restMs } = eventfulSpan(state.run);
  return atMs >= restMs ? { ...state, playheadMs: null, isPlaying: false } : { ...state, playheadMs: atMs };
}

function arrive(
  state: PlaygroundState,
  arrived: Extract<PlaygroundAction, { readonly type: 'run.arrived' }>,
): PlaygroundState {
  const { run, scenario, restarted } = arrived;
  // An answer that was under way when people went to another scenario.
  if (scenario.id !== state.scenario.id) return state;
  const isOther = state.run?.scenario.id !== run.scenario.id;
  const { fromMs, toMs } = eventfulSpan(run);
  const next = grown({
    ...state,
    run,
    // What a drag passes through is not kept.
    tree: currentNode(state.tree).scenario === scenario ? noteOutcome(state.tree, branchOutcome(run)) : state.tree,
    answered: scenario,
    failure: null,
    notice: restarted ? RESTARTED : state.notice,
    span: isOther ? { fromMs, toMs } : state.span,
    ghost: isOther ? null : state.ghost,
    selection: isOther || state.selection === null ? null : carrySelection(state.run, run, state.selection),
  });
  return compareKept(next);
}

function clampToRun(state: PlaygroundState, atMs: VirtualMs): VirtualMs {
  return Math.min(Math.max(0, Math.round(atMs)), state.scenario.horizonMs);
}
