/** A run to look at and not to change: its stage and its timeline at one moment. */

import { useMemo, useState } from 'react';
import { causeChain } from '../../projection/cause-chain.ts';
import type { CauseStep } from '../../projection/cause-chain.ts';
import { eventfulSpan } from '../../projection/stage/eventful-span.ts';
import { createStageReader } from '../../projection/stage/stage-reader.ts';
import { wordEvent } from '../../projection/stage/word-event.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { CompiledLane } from '../../scenario/compiled-scenario.ts';
import type { LaneOptionFacts } from '../../scenario/lane-option-fact.ts';
import type { Run } from '../../sim/run.ts';
import { Late, latePart } from '../late.tsx';
import { useLatest } from '../latest.ts';
import { useShared } from '../shared.ts';
import type { StageHands } from '../stage/stage-hands.ts';
import { Stage } from '../stage/stage.tsx';
import { RunTimeline } from './run-timeline.tsx';
import './run-view.css';

interface RunViewProps {
  readonly run: Run;
  readonly playheadMs: VirtualMs;
  /** Where people take the playhead; `null` where it is not theirs to move. */
  readonly onPlayhead: ((atMs: VirtualMs) => void) | null;
  /**
   * What comes after the playhead is covered, and how a lane comes out is not said before all is over: for people who
   * are to see it happen.
   */
  readonly hidesFuture?: boolean;
  /** The lane that is spoken of, by its name in the run. */
  readonly spoken?: string | null;
}

/** Without a setting a lane has no switches. */
const NO_SETTINGS: readonly CompiledLane[] = [];
const NO_FACTS: LaneOptionFacts = {};

const runWhy = latePart(async () => (await import('./run-why.tsx')).RunWhy);

export function RunView({ run, playheadMs, onPlayhead, hidesFuture = false, spoken = null }: RunViewProps) {
  const reader = useMemo(() => createStageReader(run), [run]);
  const lanes = useShared(useMemo(() => reader.at(playheadMs), [reader, playheadMs]));
  const [asked, setAsked] = useState<readonly CauseStep[] | null>(null);
  const latest = useLatest({ run, playheadMs, onPlayhead });
  const hands = useMemo((): StageHands => {
    const traceOf = (lane: string) => latest.current.run.lanes.find(({ name }) => name === lane);
    const causesOf: StageHands['causesOf'] = (lane, event) => {
      const trace = traceOf(lane);
      return trace === undefined ? [] : causeChain(trace, event);
    };
    return {
      causesOf,
      goTo: (atMs) => latest.current.onPlayhead?.(atMs),
      look: (lane, event, opens) => {
        if (opens) setAsked(causesOf(lane, event));
      },
      lookAtWord: (lane, place) => {
        const trace = traceOf(lane);
        const event = trace === undefined ? null : wordEvent(trace, place, latest.current.playheadMs);
        if (event !== null) setAsked(causesOf(lane, event));
      },
      setOption: () => undefined,
    };
  }, [latest]);
  const isOver = playheadMs >= eventfulSpan(run).restMs;
  return (
    <div className="run-view" data-outcome={hidesFuture && !isOver ? 'hidden' : 'shown'}>
      <Stage lanes={lanes} options={NO_SETTINGS} laneOptions={NO_FACTS} hands={hands} spoken={spoken} />
      <RunTimeline
        run={run}
        playheadMs={playheadMs}
        onPlayhead={onPlayhead}
        hidesFuture={hidesFuture}
        spoken={spoken}
      />
      <Late part={runWhy} isOpen={asked !== null} onClose={() => setAsked(null)}>
        {(RunWhy) => asked !== null && <RunWhy steps={asked} onMoment={onPlayhead} onClose={() => setAsked(null)} />}
      </Late>
    </div>
  );
}
