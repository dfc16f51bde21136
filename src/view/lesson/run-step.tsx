/** The run, beat by beat: it plays to what happens next, one sentence says what it is, and people go on when they want. */

import { RotateCcw } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { beatStops, legTo } from '../../projection/lesson/beat-plan.ts';
import { fillTemplate } from '../../projection/lesson/fill-template.ts';
import { termsIn } from '../../projection/lesson/glossary-links.ts';
import { exactSeconds } from '../../projection/seconds.ts';
import { MAIN_RUN } from '../../scenario/lesson/lesson-data.ts';
import { LinkedText } from '../course/linked-text.tsx';
import { RunView } from '../course/run-view.tsx';
import { StepActions } from './step-actions.tsx';
import { StepHeading } from './step-heading.tsx';
import type { StepProps } from './step-props.ts';
import { useLeg } from './use-leg.ts';
import { variantTitle } from './variant-title.ts';

/** Which beat is played or shown, the how-manieth time, and whether it is played. */
interface Turn {
  readonly beat: number;
  readonly times: number;
  readonly isPlayed: boolean;
}

export function RunStep({ loaded, progress, send }: StepProps) {
  const { lesson, runs, reference } = loaded;
  const { beats } = lesson;
  const stops = useMemo(() => beatStops(lesson, runs), [lesson, runs]);
  const sentences = useMemo(() => beats.map(({ say }) => fillTemplate(say, runs)), [beats, runs]);
  const [turn, setTurn] = useState<Turn>({ beat: progress.beat, times: 0, isPlayed: progress.beat === 0 });
  // A link or another step may have led elsewhere.
  const current = turn.beat === progress.beat ? turn : { beat: progress.beat, times: turn.times, isPlayed: false };
  const { beat } = current;
  const stop = stops[beat] ?? { run: MAIN_RUN, lane: '', atMs: 0 };
  const leg = useMemo(() => legTo(stops, beat), [stops, beat]);
  const played = useLeg(leg, `${beat} ${current.times}`, current.isPlayed);
  /** Where people look beside the beat, until they go on. */
  const [look, setLook] = useState<{ readonly of: string; readonly atMs: number } | null>(null);
  const of = `${beat} ${current.times}`;
  const playheadMs = look?.of === of && !played.isPlaying ? look.atMs : played.atMs;
  const run = runs.get(stop.run);
  const show = (to: number, isPlayed: boolean) => {
    setTurn({ beat: to, times: current.times + 1, isPlayed });
    send({ type: 'beat.reached', beat: to });
  };
  const isLast = beat === beats.length - 1;
  const goOn = () => {
    if (played.isPlaying) return played.finish();
    if (played.hasJustEnded()) return undefined;
    return isLast ? send({ type: 'continue' }) : show(beat + 1, true);
  };
  const variant = variantTitle(lesson, stop.run);
  const isNewRun = beat > 0 && stops[beat - 1]?.run !== stop.run;
  const sentence = sentences[beat] ?? '';
  const seen = useMemo(() => termsIn(sentences.slice(0, beat), reference.glossary), [sentences, beat, reference]);
  return (
    <main className="lesson-step run-step" data-beat={beat + 1} data-arrived={!played.isPlaying}>
      <section className="beat" aria-label="What happens">
        <StepHeading
          of="run"
          kicker={
            <>
              <span className="beat-number">
                {beat + 1} of {beats.length}
              </span>
              {variant !== null && (
                <em data-new={isNewRun}>
                  {isNewRun ? 'Now another run: ' : 'What if: '}
                  {variant}
                </em>
              )}
              {variant === null && isNewRun && <em data-new>Back to the first run</em>}
            </>
          }
        >
          {played.isPlaying ? (
            <span className="beat-running">{variant !== null && isNewRun ? variant : 'It runs…'}</span>
          ) : (
            <LinkedText text={sentence} glossary={reference.glossary} seen={seen} />
          )}
        </StepHeading>
        <p className="visually-hidden" role="status">
          {played.isPlaying
            ? ''
            : `${beat + 1} of ${beats.length}. ${isNewRun && variant !== null ? `Another run: ${variant}. ` : ''}${sentence}`}
        </p>
      </section>
      <StepActions
        next={played.isPlaying ? 'Straight to it' : isLast ? 'What did you see?' : 'Continue'}
        onNext={goOn}
        skip={isLast ? null : { label: 'Skip the run', onSkip: () => send({ type: 'skip' }) }}
        onBack={beat === 0 ? null : () => show(beat - 1, false)}
      >
        <Button
          className="button step-again"
          aria-label="Play this beat again"
          isDisabled={leg.durationMs === 0}
          onPress={() => show(beat, true)}
        >
          <RotateCcw size={15} aria-hidden="true" />
        </Button>
      </StepActions>
      <section className="run-picture" aria-label={`The run at ${exactSeconds(playheadMs)} seconds`}>
        {run === undefined ? (
          <p className="screen-status">Unable to show this run; it was not simulated. Reload the page to try again.</p>
        ) : (
          <RunView
            run={run}
            playheadMs={playheadMs}
            onPlayhead={(atMs) => {
              played.finish();
              setLook({ of, atMs });
            }}
            hidesFuture
            spoken={stop.lane}
          />
        )}
      </section>
    </main>
  );
}
