/** The panels of the dock in the order of the rail, one line each. */

import { CircleHelp, FileText, GitBranch, ListChecks, ScrollText } from 'lucide-react';
import type { Panel } from './panel.ts';

export const PANELS: readonly Panel[] = [
  {
    id: 'why',
    title: 'Why',
    icon: CircleHelp,
    load: async () => (await import('../inspector/inspector-panel.tsx')).InspectorPanel,
  },
  {
    id: 'branches',
    title: 'Branches',
    icon: GitBranch,
    load: async () => (await import('../branches/branches-panel.tsx')).BranchesPanel,
  },
  {
    id: 'score',
    title: 'Scorecard',
    icon: ListChecks,
    load: async () => (await import('../scorecard/scorecard-panel.tsx')).ScorecardPanel,
  },
  {
    id: 'file',
    title: 'Scenario',
    icon: FileText,
    load: async () => (await import('../editor/file-panel.tsx')).FilePanel,
  },
  {
    id: 'log',
    title: 'Log',
    icon: ScrollText,
    load: async () => (await import('../log/log-panel.tsx')).LogPanel,
  },
];
