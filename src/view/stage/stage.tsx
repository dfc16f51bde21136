/** The stage: the lanes of a run side by side at one moment; one at a time where there is no room. */

import { useState } from 'react';
import type { ReactNode } from 'react';
import type { CauseStep } from '../../projection/cause-chain.ts';
import type { LaneView } from '../../projection/stage/stage-reader.ts';
import { LaneColumn } from './lane-column.tsx';
import { LaneSwitch } from './lane-switch.tsx';
import './stage.css';

interface StageProps {
  readonly lanes: readonly LaneView[];
  readonly onMoment: (atMs: number) => void;
  readonly why: (lane: string, event: number) => readonly CauseStep[];
  readonly optionsOf: (lane: number) => ReactNode;
}

export function Stage({ lanes, onMoment, why, optionsOf }: StageProps) {
  const [front, setFront] = useState<string | null>(null);
  const inFront = lanes.some(({ head }) => head.name === front) ? front : (lanes[0]?.head.name ?? null);
  return (
    <section className="stage" aria-label="Stage">
      <h1 className="visually-hidden">
        The same answer in {lanes.length === 1 ? 'one architecture' : `${lanes.length} architectures`}
      </h1>
      {lanes.length > 1 && inFront !== null && (
        <LaneSwitch heads={lanes.map(({ head }) => head)} front={inFront} onFront={setFront} />
      )}
      <div className="lanes" data-count={lanes.length}>
        {lanes.map((view, index) => (
          <div key={view.head.name} className="lane-slot" data-front={view.head.name === inFront}>
            <LaneColumn view={view} onMoment={onMoment} why={why} options={optionsOf(index)} />
          </div>
        ))}
      </div>
    </section>
  );
}
