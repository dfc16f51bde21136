/** What the screens need from below, handed in by the composition root. */

import type { AuditPorts } from '../audit/audit-ports.ts';
import type { CoursePorts } from '../course/course-ports.ts';
import type { PlaygroundPorts } from '../playground/playground-ports.ts';

export interface SitePorts {
  readonly play: PlaygroundPorts;
  readonly course: CoursePorts;
  readonly audit: AuditPorts;
}
