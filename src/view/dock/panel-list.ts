/** The panels of the dock in the order of the rail, one line each. */

import { CircleHelp } from 'lucide-react';
import type { Panel } from './panel.ts';

export const PANELS: readonly Panel[] = [
  {
    id: 'why',
    title: 'Why',
    icon: CircleHelp,
    load: async () => (await import('../inspector/inspector-panel.tsx')).InspectorPanel,
  },
];
