/** What the inspector knows beside a run. Made when the page is built, fetched when first asked for. */

import type { MachineChart } from './machine-chart.ts';

export interface InspectorFacts {
  /** Every machine of the simulator. */
  readonly machines: readonly MachineChart[];
}
