/** The tabs that need more than the run: machine, wire and code of the lane that is looked into. */

import type { EventId, LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { PlaygroundPorts } from '../playground/playground-ports.ts';
import { CodeTab } from './code-tab.tsx';
import { FactsStatus } from './facts-status.tsx';
import { MachineTab } from './machine-tab.tsx';
import { useFacts } from './use-facts.ts';
import { WireTab } from './wire-tab.tsx';

export interface FactsTabProps {
  readonly show: 'machine' | 'wire' | 'code';
  readonly ports: PlaygroundPorts;
  readonly trace: LaneTrace;
  readonly scenario: CompiledScenario;
  readonly event: TraceEvent;
  readonly playheadMs: VirtualMs;
  readonly onJump: (event: EventId) => void;
}

export function FactsTab({ show, ports, trace, scenario, event, playheadMs, onJump }: FactsTabProps) {
  const loaded = useFacts(ports);
  if (loaded.kind !== 'ready') return <FactsStatus loaded={loaded} />;
  const { machines, lanes } = loaded.facts;
  if (show === 'machine')
    return <MachineTab charts={machines} trace={trace} event={event.id} playheadMs={playheadMs} onJump={onJump} />;
  const lane = lanes[trace.lane];
  if (lane === undefined) return <p className="quiet inspector-section">Nothing is known of this lane.</p>;
  return show === 'wire' ? (
    <WireTab style={lane.wire} trace={trace} scenario={scenario} event={event} />
  ) : (
    <CodeTab code={lane.code} trace={trace} scenario={scenario} event={event} />
  );
}
