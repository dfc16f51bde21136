/** Lines of the log as text that can be pasted anywhere: time, lanes, what happened. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { Run } from '../../sim/run.ts';
import { laneTitle } from '../moments.ts';
import { exactSeconds } from '../seconds.ts';
import { lineText } from './narration-log.ts';
import type { LogLine } from './narration-log.ts';

export function logText(run: Run, lines: readonly LogLine[], atMs: VirtualMs): string {
  return lines
    .map((line) => `${exactSeconds(line.atMs).padStart(8)} s  ${lanesText(run, line)}: ${lineText(line, atMs)}`)
    .join('\n');
}

/** `Session`, `One pipe, Session`, or `every lane`. */
export function lanesText({ lanes }: Run, { lanes: names }: LogLine): string {
  if (names.length === lanes.length && lanes.length > 1) return 'every lane';
  return lanes
    .filter(({ name }) => names.includes(name))
    .map(laneTitle)
    .join(', ');
}
