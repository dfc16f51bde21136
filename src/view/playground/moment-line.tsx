/** What happens at the moment of the playhead, in a sentence. Silent while the run is played. */

import { memo, useMemo } from 'react';
import { exactSeconds } from '../../projection/seconds.ts';
import { sayMoment } from '../../projection/moments.ts';
import type { Run } from '../../sim/run.ts';

interface MomentLineProps {
  readonly run: Run | null;
  readonly playheadMs: number;
  readonly isPlaying: boolean;
  /** The playhead is where it was left to rest: there is nothing to say about that moment. */
  readonly isAtRest: boolean;
  /** What the scenario is about, `null` once people made something else of it. */
  readonly summary: string | null;
}

const MOST_SENTENCES = 3;

export const MomentLine = memo(function MomentLine({ run, playheadMs, isPlaying, isAtRest, summary }: MomentLineProps) {
  const said = useMemo(
    () => (run === null || isPlaying || isAtRest ? [] : sayMoment(run, playheadMs, MOST_SENTENCES)),
    [run, playheadMs, isPlaying, isAtRest],
  );
  return (
    <p className="moment-line" role="status">
      {isAtRest && summary}
      {said.length > 0 && (
        <>
          <span className="mono">{exactSeconds(playheadMs)} s</span> {said.join(' · ')}
        </>
      )}
    </p>
  );
});
