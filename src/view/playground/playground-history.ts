/** Edits, drags, undo and redo: how the playground's script changes and how it comes back. */

import { eventfulSpan } from '../../projection/stage/eventful-span.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { Run } from '../../sim/run.ts';
import type { Edit } from './edit-script.ts';
import type { DragPhase } from './playground-action.ts';
import type { Gesture, PlaygroundState, Step } from './playground-state.ts';

/** One edit, one step; a drag under way is given up. */
export function commit(
  state: PlaygroundState,
  edit: Edit | null,
  also: Partial<PlaygroundState> = {},
): PlaygroundState {
  if (edit === null) return state;
  const base = state.gesture === null ? state : cancel(state);
  return {
    ...base,
    scenario: edit.scenario,
    past: [...base.past, { label: edit.label, scenario: base.scenario, nudged: null }],
    future: [],
    ghost: base.run,
    ...also,
  };
}

/** A drag changes the script all the time and is one step when it is dropped. */
export function drag(
  state: PlaygroundState,
  phase: DragPhase,
  name: string,
  edit: (base: CompiledScenario) => Edit | null,
): PlaygroundState {
  if (phase === 'cancelled') return cancel(state);
  const gesture = state.gesture ?? { before: state.scenario, ghostBefore: state.ghost };
  const edited = edit(gesture.before);
  if (edited === null) return state;
  const ghost = state.gesture === null ? state.run : state.ghost;
  if (phase === 'dragging') return { ...state, gesture, ghost, scenario: edited.scenario };
  return drop(state, name, gesture, ghost, edited, edit);
}

/** One step for a whole drag; nudges of the same entry, one after the other, are one step too. */
function drop(
  state: PlaygroundState,
  name: string,
  gesture: Gesture,
  ghost: Run | null,
  edited: Edit,
  edit: (base: CompiledScenario) => Edit | null,
): PlaygroundState {
  if (isSameScript(edited.scenario, gesture.before)) return cancel({ ...state, gesture });
  const isNudge = state.gesture === null;
  const last = state.past.at(-1);
  if (isNudge && last !== undefined && last.nudged === name) {
    const label = edit(last.scenario)?.label ?? last.label;
    return {
      ...state,
      scenario: edited.scenario,
      past: state.past.with(-1, { ...last, label }),
      future: [],
    };
  }
  const step: Step = { label: edited.label, scenario: gesture.before, nudged: isNudge ? name : null };
  return grown({ ...state, gesture: null, ghost, scenario: edited.scenario, past: [...state.past, step], future: [] });
}

function cancel(state: PlaygroundState): PlaygroundState {
  if (state.gesture === null) return state;
  return { ...state, scenario: state.gesture.before, ghost: state.gesture.ghostBefore, gesture: null };
}

export function undo(state: PlaygroundState): PlaygroundState {
  if (state.gesture !== null) return cancel(state);
  const step = state.past.at(-1);
  if (step === undefined) return state;
  return {
    ...state,
    scenario: step.scenario,
    past: state.past.slice(0, -1),
    future: [...state.future, { ...step, scenario: state.scenario, nudged: null }],
    ghost: state.run,
    selectedIndex: null,
  };
}

export function redo(state: PlaygroundState): PlaygroundState {
  const step = state.future.at(-1);
  if (step === undefined || state.gesture !== null) return state;
  return {
    ...state,
    scenario: step.scenario,
    future: state.future.slice(0, -1),
    past: [...state.past, { ...step, scenario: state.scenario }],
    ghost: state.run,
    selectedIndex: null,
  };
}

/** A fitted span grows with the run, and never under a finger that is dragging. */
export function grown(state: PlaygroundState): PlaygroundState {
  if (state.isZoomed || state.gesture !== null || state.run === null) return state;
  const { toMs } = eventfulSpan(state.run);
  return toMs > state.span.toMs ? { ...state, span: { ...state.span, toMs } } : state;
}

function isSameScript(a: CompiledScenario, b: CompiledScenario): boolean {
  return JSON.stringify(a.script) === JSON.stringify(b.script);
}
