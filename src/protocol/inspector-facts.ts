/** What the inspector knows beside a run. Made when the page is built, fetched when first asked for. */

import type { LaneName } from './lane-name.ts';
import type { MachineChart } from './machine-chart.ts';
import type { ProductCode } from './product-code.ts';

/** How a lane's messages travel: as the body of a response, as records of a session, as frames of a socket. */
export type WireStyle = 'pipe' | 'session' | 'socket';

export interface LaneFacts {
  readonly wire: WireStyle;
  readonly code: ProductCode;
}

export interface InspectorFacts {
  /** Every machine of the simulator. */
  readonly machines: readonly MachineChart[];
  readonly lanes: Readonly<Record<LaneName, LaneFacts>>;
}
