/** What the person in front of a surface sees (contract: outcome report, `status`). */
export const SURFACE_STATUSES = ['idle', 'waiting', 'streaming', 'complete', 'cancelled', 'error', 'closed'] as const;

export type SurfaceStatus = (typeof SURFACE_STATUSES)[number];

/** How a run of the agent ended, `running` while it has not (contract: outcome report, `end`). */
export const RUN_ENDS = ['complete', 'cancelled', 'crashed', 'running'] as const;

export type RunEnd = (typeof RUN_ENDS)[number];
