/** Made at build time by `src/cli/scenario-plugin.ts`. */
declare module 'virtual:scenarios' {
  /** The scenarios of the repository, compiled, in the order of their files. */
  export const scenarios: readonly import('./compiled-scenario.ts').CompiledScenario[];
  /** What each lane's options are, for controls and links. */
  export const laneOptions: import('./lane-option-fact.ts').LaneOptionFacts;
}

/** The same files as text, for who reads and writes them. Loaded when first asked for. */
declare module 'virtual:scenario-texts' {
  /** The named answers, in the order of their file. */
  export const answers: ReadonlyMap<string, string>;
  /** The scenario files by the id of their scenario, comments and all. */
  export const texts: ReadonlyMap<string, string>;
}

/** Made at build time by `src/cli/inspector-plugin.ts`. Loaded when first asked for. */
declare module 'virtual:inspector' {
  export const facts: import('../protocol/inspector-facts.ts').InspectorFacts;
}

/** The lessons of the repository, run and checked. Made by `src/cli/lesson-plugin.ts`; a chunk for each lesson. */
declare module 'virtual:lessons' {
  /** What a list of lessons shows, in the order of the course. */
  export const lessonSummaries: readonly import('./lesson/lesson-data.ts').LessonSummary[];
  /** Loads one lesson; `null` when there is none with this id. */
  export function loadLesson(id: string): Promise<import('./lesson/lesson-data.ts').Lesson | null>;
}

/** What all lessons refer to. Loaded when first asked for. */
declare module 'virtual:course' {
  export const sources: import('./lesson/sources.ts').Sources;
  export const glossary: import('./lesson/glossary.ts').Glossary;
}

/** Made at build time by `src/cli/audit-plugin.ts`. Loaded when first asked for. */
declare module 'virtual:audit' {
  export const audit: import('./audit/audit-data.ts').Audit;
}
