/** The panels of the dock in the order of the rail, one line each. */

import type { Panel } from './panel.ts';

export const PANELS: readonly Panel[] = [];
