/** Every limit has a name, so that an error can say which one was met and how to stay under it. */
export const LIMITS = {
  /** Bytes of any file that is opened; a run file holds its whole trace. */
  openedBytes: 200_000_000,
  /** Characters of a scenario file. */
  fileCharacters: 200_000,
  /** Aliases that YAML may expand: stops files that unfold to gigabytes. */
  yamlAliases: 100,
  lanes: 4,
  surfaces: 12,
  scriptEntries: 500,
  tokens: 5_000,
  agents: 8,
  parts: 50,
  processes: 8,
  answerCharacters: 50_000,
  horizonMs: 3_600_000,
  latencyMs: 60_000,
  /** Events of one lane’s trace. */
  eventsPerLane: 400_000,
} as const;

export type LimitName = keyof typeof LIMITS;
