/** The machine behind a mark as a statechart that follows the playhead, with what can come next in words. */

import { useMemo, useState } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { chartMarks } from '../../projection/inspector/chart-marks.ts';
import { instanceOf, machineInstances } from '../../projection/inspector/machine-instance.ts';
import type { MachineInstance } from '../../projection/inspector/machine-instance.ts';
import { entryAt, machineMoment } from '../../projection/inspector/machine-moment.ts';
import { momentText } from '../../projection/inspector/moment-text.ts';
import { exactSeconds } from '../../projection/seconds.ts';
import type { MachineChart } from '../../protocol/machine-chart.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { EventId, LaneTrace } from '../../protocol/trace-event.ts';
import { ChartFile } from './chart-file.tsx';
import { ChartPicture } from './chart-picture.tsx';
import { MachinePicker } from './machine-picker.tsx';
import { NextSteps } from './next-steps.tsx';

export interface MachineTabProps {
  readonly charts: readonly MachineChart[];
  readonly trace: LaneTrace;
  readonly event: EventId;
  readonly playheadMs: VirtualMs;
  readonly onJump: (event: EventId) => void;
}

export function MachineTab({ charts, trace, event, playheadMs, onJump }: MachineTabProps) {
  const instances = useMemo(() => machineInstances(trace, charts), [trace, charts]);
  // What people pick holds until they choose another mark.
  const [picked, setPicked] = useState<{ readonly event: EventId; readonly key: string } | null>(null);
  const followed = useMemo(() => instanceOf(trace, instances, event), [trace, instances, event]);
  const chosen = picked?.event === event ? instances.find(({ key }) => key === picked.key) : undefined;
  const instance = chosen ?? followed;
  if (instance === null) return <p className="quiet inspector-section">No machine ran in this lane.</p>;
  return (
    <>
      <div className="machine-head">
        <MachinePicker instances={instances} current={instance} onPick={({ key }) => setPicked({ event, key })} />
      </div>
      <Chart instance={instance} playheadMs={playheadMs} onJump={onJump} />
    </>
  );
}

interface ChartProps {
  readonly instance: MachineInstance;
  readonly playheadMs: VirtualMs;
  readonly onJump: (event: EventId) => void;
}

function Chart({ instance, playheadMs, onJump }: ChartProps) {
  const [hasWords, setWords] = useState(false);
  // Between two of its states nothing of the picture changes.
  const enteredMs = entryAt(instance, playheadMs)?.atMs ?? null;
  const moment = useMemo(() => machineMoment(instance, enteredMs), [instance, enteredMs]);
  const marks = useMemo(
    () => chartMarks(instance.chart, hasWords ? 'full' : 'map', moment),
    [instance, hasWords, moment],
  );
  return (
    <>
      <ChartPicture
        key={`${instance.chart.id} ${hasWords}`}
        marks={marks}
        label={momentText(instance, moment)}
        isWide={hasWords}
      />
      <div className="machine-tools">
        <ToggleButton className="inspector-more" isSelected={hasWords} onChange={setWords}>
          {hasWords ? 'Without words' : 'Words on the arrows'}
        </ToggleButton>
        <ChartFile instance={instance} playheadMs={playheadMs} />
      </div>
      <NextSteps instance={instance} moment={moment} onJump={onJump} />
      <p className="quiet machine-source">
        Laid out from the definition that the simulator runs. At {exactSeconds(playheadMs)} s.
      </p>
    </>
  );
}
