/** Made at build time by `src/cli/scenario-plugin.ts`. */
declare module 'virtual:scenarios' {
  /** The scenarios of the repository, compiled, in the order of their files. */
  export const scenarios: readonly import('./compiled-scenario.ts').CompiledScenario[];
  /** What each lane's options are, for controls and links. */
  export const laneOptions: import('./lane-option-fact.ts').LaneOptionFacts;
}
