/** A state machine as plain data: what can be drawn and asked of it without running it. */

export interface MachineGraph {
  /** The machine's id, as `state.entered` names it. */
  readonly id: string;
  /** Parents before their children. */
  readonly states: readonly GraphState[];
  readonly transitions: readonly GraphTransition[];
}

export interface GraphState {
  /** The names from the outermost state inwards, joined with dots, as `state.entered` has them. */
  readonly path: string;
  readonly name: string;
  readonly parent: string | null;
  /** Where it begins when its parent, or the machine, is entered. */
  readonly isInitial: boolean;
  /** All of its children are active at once. */
  readonly isParallel: boolean;
}

export interface GraphTransition {
  readonly from: string;
  /** `null` when it acts and stays where it is. */
  readonly to: string | null;
  /** `event`: when it comes; `delay`: after a time; `always`: at once. */
  readonly kind: 'event' | 'delay' | 'always';
  /** The type of the event, or the name of the delay; empty for `always`. */
  readonly on: string;
  /** The condition by its name, `null` for none. Of several for one event the first that holds is taken. */
  readonly guard: string | null;
}
