/** The stage: the lanes of a run side by side at one moment; one at a time where there is no room. */

import { useState } from 'react';
import type { LaneView } from '../../projection/stage/stage-reader.ts';
import type { CompiledLane } from '../../scenario/compiled-scenario.ts';
import type { LaneOptionFact, LaneOptionFacts } from '../../scenario/lane-option-fact.ts';
import { useElementSize } from '../element-size.ts';
import { useShared } from '../shared.ts';
import { LaneColumn } from './lane-column.tsx';
import { LaneSwitch } from './lane-switch.tsx';
import { LegendButton } from './legend-button.tsx';
import type { StageHands } from './stage-hands.ts';
import './stage.css';

interface StageProps {
  readonly lanes: readonly LaneView[];
  /** The lanes as they are set, by name those of `lanes`. */
  readonly options: readonly CompiledLane[];
  readonly laneOptions: LaneOptionFacts;
  readonly hands: StageHands;
  /** The lane that the page speaks of: marked, and brought to the front where there is room for one; `null` for none. */
  readonly spoken?: string | null;
}

/** Narrower than this, a lane cannot be read beside others. */
const LEAST_LANE_PX = 225;
const NO_FACTS: readonly LaneOptionFact[] = [];

export function Stage({ lanes, options, laneOptions, hands, spoken = null }: StageProps) {
  const [front, setFront] = useState<string | null>(spoken);
  const [heard, setHeard] = useState(spoken);
  if (heard !== spoken) {
    setHeard(spoken);
    setFront(spoken ?? front);
  }
  const inFront = lanes.some(({ head }) => head.name === front) ? front : (lanes[0]?.head.name ?? null);
  const lead = leadOf(lanes);
  const choices = useShared(lanes.map(({ head: { name, lane, title, verdict } }) => ({ name, lane, title, verdict })));
  const [ref, { width }] = useElementSize<HTMLElement>({ width: 1440, height: 400 });
  const isSingle = width < lanes.length * LEAST_LANE_PX;
  return (
    <section className="stage" aria-label="Stage" ref={ref} data-single={isSingle}>
      <h1 className="visually-hidden">
        The same answer in {lanes.length === 1 ? 'one architecture' : `${lanes.length} architectures`}
      </h1>
      {isSingle && lanes.length > 1 && inFront !== null && (
        <LaneSwitch choices={choices} front={inFront} onFront={setFront} />
      )}
      <div className="lanes" data-count={lanes.length}>
        {lanes.map((view) => (
          <div
            key={view.head.name}
            className="lane-slot"
            data-front={view.head.name === inFront}
            data-spoken={view.head.name === spoken}
          >
            <LaneColumn
              view={view}
              lead={lead?.lane === view.head.name ? lead.surface : null}
              setting={options.find(({ name }) => name === view.head.name) ?? null}
              facts={laneOptions[view.head.lane] ?? NO_FACTS}
              hands={hands}
            />
          </div>
        ))}
      </div>
      {lanes.length > 0 && <LegendButton />}
    </section>
  );
}

/** Where the eye is led: the first surface that lacks words that were made. */
function leadOf(lanes: readonly LaneView[]): { readonly lane: string; readonly surface: string } | null {
  for (const { head, surfaces } of lanes) {
    const wounded = surfaces.find(({ truth, missing, shown }) => truth !== null && missing > 0 && shown > 0);
    if (wounded !== undefined) return { lane: head.name, surface: wounded.name };
  }
  return null;
}
