/** G6: nothing that happens to a link alone ends a run. */

import type { EventId, TraceEvent } from '../../protocol/trace-event.ts';
import type { GuaranteeVerdict } from '../../scenario/outcome-report.ts';
import type { RunEvidence } from './answer-evidence.ts';
import { causesOf } from '../../protocol/causes.ts';
import type { Evidence } from './evidence.ts';
import { brokenByFirst } from './verdict.ts';

/** Broken by a run that was cancelled or stands still because of a link, a reload or a closed tab, and that nobody stopped. */
export function judgeLinks({ events, runs }: Evidence): GuaranteeVerdict {
  return brokenByFirst(
    runs.flatMap((run) => {
      const cause = causeOf(run);
      const event = run.end === 'cancelled' ? run.ended : run.stalled;
      if (cause === null || event === null || !isLinksDoing(causesOf(events, cause))) return [];
      return [{ event, surface: null }];
    }),
  );
}

/** What ended the run or holds it up. An abort that a tool did not listen to ends it later, by the tool’s end. */
function causeOf({ end, ended, aborting, stalled }: RunEvidence): EventId | null {
  const cause = end === 'cancelled' ? (aborting ?? ended) : stalled;
  return cause?.id ?? null;
}

function isLinksDoing(chain: readonly TraceEvent[]): boolean {
  return chain.some(isOfLink) && !chain.some(isOfPerson);
}

function isOfLink({ type }: TraceEvent): boolean {
  return type === 'connection.noticed' || type === 'proxy.cut' || type === 'outage.began';
}

function isOfPerson(event: TraceEvent): boolean {
  if (event.type === 'stop.arrived') return event.outcome === 'applied' || event.outcome === 'kept';
  if (event.type === 'message.delivered') return event.kind === 'stop' || event.kind === 'takeover';
  return event.type === 'stop.pressed' || event.type === 'person.joined';
}
