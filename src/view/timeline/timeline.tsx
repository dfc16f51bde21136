/** The timeline: one axis, every lane in lockstep, and the flags that people drag. */

import type { TimelineProps } from './timeline-props.ts';

export function Timeline({ run }: TimelineProps) {
  return <div className="timeline" data-lanes={run.lanes.length} />;
}
