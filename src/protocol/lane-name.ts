/** The architectures that can run a scenario. Each is one folder in `src/sim/lanes`. */
export const LANE_NAMES = ['naive-sse', 'resumable-sse', 'durable-session'] as const;

export type LaneName = (typeof LANE_NAMES)[number];
