/**
 * The name of an architecture that can run a scenario, such as `naive-sse`. Which there are is said
 * by `src/sim/lanes/lane-list.ts` alone: a lane is one folder and one line there, and what people
 * read of it travels with its trace.
 */
export type LaneName = string;
