/** A machine laid out as a statechart: where its boxes, arrows and words stand. Made when the page is built. */

import type { MachineGraph } from './machine-graph.ts';

/** In pixels of the chart, from its top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MachineChart extends MachineGraph {
  /** Without words on the arrows: narrow enough for a column beside the stage. */
  readonly map: ChartLayout;
  /** With what each transition waits for beside its arrow. */
  readonly full: ChartLayout;
}

export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  /** By the path of the state. */
  readonly boxes: Readonly<Record<string, Box>>;
  readonly edges: readonly ChartEdge[];
}

/** One arrow for all transitions from one state to another. */
export interface ChartEdge {
  readonly from: string;
  readonly to: string;
  /** Places in the machine's `transitions`, never empty. */
  readonly transitions: readonly number[];
  /** From the border of one box to that of the other, along straight lines: `[x, y]`. */
  readonly points: readonly (readonly [number, number])[];
  /** Where its words stand, a line for each transition; `null` in a layout without words. */
  readonly label: Box | null;
}
