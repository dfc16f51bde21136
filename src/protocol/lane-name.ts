/** The architectures that can run a scenario. Each is one folder in `src/sim/lanes`. */
export const LANE_NAMES = ['naive-sse', 'resumable-sse', 'durable-session'] as const;

export type LaneName = (typeof LANE_NAMES)[number];

/** How each architecture is called on the page, and what it is in one line. */
export const LANE_TITLES: Readonly<Record<LaneName, { readonly title: string; readonly subtitle: string }>> = {
  'naive-sse': { title: 'One pipe', subtitle: 'naive SSE: the response is the connection' },
  'resumable-sse': { title: 'Pipe with a buffer', subtitle: 'resumable SSE: resumes on reload' },
  'durable-session': { title: 'Session', subtitle: 'durable session: a log that everyone reads' },
};
