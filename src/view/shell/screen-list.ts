/** The screens beside the playground, one line each. */

import type { Screen } from './screen.ts';

export const SCREENS: readonly Screen[] = [
  { id: 'learn', load: async () => (await import('../learn/learn-screen.tsx')).LearnScreen },
  { id: 'glossary', load: async () => (await import('../glossary/glossary-screen.tsx')).GlossaryScreen },
  { id: 'present', load: async () => (await import('../present/present-screen.tsx')).PresentScreen },
  { id: 'audit', load: async () => (await import('../audit/audit-screen.tsx')).AuditScreen },
  { id: 'handout', load: async () => (await import('../handout/handout-screen.tsx')).HandoutScreen },
];
