/** The panels of the dock in the order of the rail, one line each. */

import { FileText } from 'lucide-react';
import type { Panel } from './panel.ts';

export const PANELS: readonly Panel[] = [
  {
    id: 'file',
    title: 'Scenario',
    icon: FileText,
    load: async () => (await import('../editor/file-panel.tsx')).FilePanel,
  },
];
