/** A way to write a run down for a reader outside of the page. */

import type { VirtualMs } from '../../protocol/time.ts';
import type { Run } from '../../sim/run.ts';

export interface ExportSubject {
  readonly run: Run;
  /** `null` for nowhere in particular. */
  readonly playheadMs: VirtualMs | null;
  /** The scenario as a file, written by who knows the format. */
  readonly scenarioText: string;
}

export interface ExportFormat {
  /** As it is named on the command line. */
  readonly id: string;
  readonly title: string;
  /** One line that says what reads it. */
  readonly readBy: string;
  /** What the file's name ends with, after the scenario's id. */
  readonly extension: string;
  readonly mediaType: string;
  readonly write: (subject: ExportSubject) => string;
}
