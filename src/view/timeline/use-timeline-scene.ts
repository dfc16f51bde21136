/** The scene of the timeline: run and ghost are read once, the rest follows zoom, size and hand. */

import { useMemo } from 'react';
import { idleFolding } from '../../projection/timeline/idle-stretches.ts';
import { UNFOLDED } from '../../projection/timeline/time-scale.ts';
import type { TimeSpan } from '../../projection/timeline/time-scale.ts';
import { layoutTimeline } from '../../projection/timeline/timeline-geometry.ts';
import { timelineOf } from '../../projection/timeline/timeline-model.ts';
import { sceneFrame, sceneWithFlags } from '../../projection/timeline/timeline-scene.ts';
import type { TimelineScene } from '../../projection/timeline/timeline-scene.ts';
import type { Run } from '../../sim/run.ts';
import type { ElementSize } from '../element-size.ts';
import { withHeldFlags } from './use-held-flag.ts';
import type { HeldFlags } from './use-held-flag.ts';

interface SceneInputs {
  readonly run: Run;
  readonly ghost: Run | null;
  readonly held: HeldFlags | null;
  readonly span: TimeSpan;
  readonly isFolded: boolean;
  readonly size: ElementSize;
}

/** The scene, and whether there is anything in it to fold. */
export function useTimelineScene({ run, ghost, held, span, isFolded, size }: SceneInputs): {
  readonly scene: TimelineScene;
  readonly canFold: boolean;
} {
  const model = useMemo(() => timelineOf(run), [run]);
  // A ghost of another scenario has nothing to compare; the run itself has nothing to say.
  const hasGhost = ghost !== null && ghost !== run && ghost.scenario.id === run.scenario.id;
  const before = useMemo(
    () => (hasGhost ? { model: timelineOf(ghost), report: ghost.report } : null),
    [ghost, hasGhost],
  );
  const { width, height } = size;
  const [lanes, surfaces] = [model.lanes.length, run.scenario.surfaces.length];
  const hasServers = model.flags.some(({ row }) => row === 'servers');
  const geometry = useMemo(
    () => layoutTimeline({ width, height, lanes, surfaces, hasServers }),
    [width, height, lanes, surfaces, hasServers],
  );
  const idle = useMemo(() => idleFolding(run), [run]);
  const folding = isFolded ? idle : UNFOLDED;
  const flags = useMemo(() => withHeldFlags(model.flags, held, run), [model, held, run]);
  const frame = useMemo(
    () => sceneFrame({ model, report: run.report, ghost: before, span, folding, geometry }),
    [model, run, before, span, folding, geometry],
  );
  const scene = useMemo(() => sceneWithFlags(frame, flags), [frame, flags]);
  return { scene, canFold: idle.stretches.length > 0 };
}
