/** The panels of the dock in the order of the rail, one line each. */

import { GitBranch } from 'lucide-react';
import type { Panel } from './panel.ts';

export const PANELS: readonly Panel[] = [
  {
    id: 'branches',
    title: 'Branches',
    icon: GitBranch,
    load: async () => (await import('../branches/branches-panel.tsx')).BranchesPanel,
  },
];
