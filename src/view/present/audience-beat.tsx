/** A beat: its sentence, the lanes at its moment, and the time that has passed. */

import { useMemo } from 'react';
import { createStageReader } from '../../projection/stage/stage-reader.ts';
import type { StageReader } from '../../projection/stage/stage-reader.ts';
import type { Run } from '../../sim/run.ts';
import type { BeatScene } from '../../present/beat-scene.ts';
import { useShared } from '../shared.ts';
import { AudienceLane } from './audience-lane.tsx';
import { AudienceTime } from './audience-time.tsx';
import { useBeatClock } from './use-beat-clock.ts';

interface AudienceBeatProps {
  readonly scene: BeatScene;
  readonly say: string;
  readonly eyebrow: string;
  readonly unit: number;
  readonly isPreview: boolean;
}

export function AudienceBeat({ scene, say, eyebrow, unit, isPreview }: AudienceBeatProps) {
  const { run, lane, surface } = scene;
  const atMs = useBeatClock(scene, isPreview);
  const reader = readerOf(run);
  const lanes = useShared(useMemo(() => reader.at(atMs), [reader, atMs]));
  return (
    <div className="audience-page" data-page="beat" data-at-rest={atMs === scene.toMs}>
      <p className="audience-eyebrow">{eyebrow}</p>
      <h1 className="audience-say">{say}</h1>
      <div className="audience-lanes" data-count={lanes.length}>
        {lanes.map((view) => (
          <AudienceLane
            key={view.head.name}
            view={view}
            isSpoken={view.head.name === lane}
            spokenSurface={surface}
            unit={unit}
          />
        ))}
      </div>
      <AudienceTime {...{ run, atMs, surface }} />
    </div>
  );
}

/** A window shows the same run up to three times. */
const readers = new WeakMap<Run, StageReader>();

function readerOf(run: Run): StageReader {
  const known = readers.get(run) ?? createStageReader(run);
  readers.set(run, known);
  return known;
}
