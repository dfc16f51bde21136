/** The challenge on the table: its goal, what may be changed, and the stage and timeline that answer every change. */

import { useEffect, useMemo, useState } from 'react';
import { ok } from '../../base/result.ts';
import { fillTemplate } from '../../projection/lesson/fill-template.ts';
import { challengeStart, judgeChallenge } from '../../projection/lesson/judge-challenge.ts';
import { createStageReader } from '../../projection/stage/stage-reader.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import { Dock } from '../dock/dock.tsx';
import { PANELS } from '../dock/panel-list.ts';
import { useLatest } from '../latest.ts';
import { isSettled, playheadOf } from '../playground/playground-state.ts';
import type { PlaygroundPorts } from '../playground/playground-ports.ts';
import { StagePane } from '../playground/stage-pane.tsx';
import { TimelinePane } from '../playground/timeline-pane.tsx';
import { usePlayground } from '../playground/use-playground.ts';
import { useShared } from '../shared.ts';
import { NoticeBar } from '../shell/notice-bar.tsx';
import type { SitePorts } from '../shell/site-ports.ts';
import { AllowedPanel } from './allowed-panel.tsx';
import { ChallengeHelp } from './challenge-help.tsx';
import { ClaimList } from './claim-list.tsx';
import { StepActions } from './step-actions.tsx';
import { StepHeading } from './step-heading.tsx';
import type { StepProps } from './step-props.ts';
import { useTryKeys } from './use-try-keys.ts';
import { variantTitle } from './variant-title.ts';

interface TryBoardProps extends StepProps {
  readonly ports: SitePorts;
  /** What it opens on. */
  readonly scenario: CompiledScenario;
  readonly isShared: boolean;
  readonly notice: string | null;
}

export function TryBoard({ loaded, progress, send, ports, ...opened }: TryBoardProps) {
  const { lesson, runs } = loaded;
  const { challenge } = lesson;
  const [playPorts, opening] = useMemo(() => portsFor(ports.play, opened.scenario), [ports.play, opened.scenario]);
  const [state, dispatch] = usePlayground(playPorts, opening);
  useEffect(() => {
    if (opened.notice !== null) dispatch({ type: 'notice.shown', text: opened.notice });
  }, [opened.notice, dispatch]);
  const { run, scenario } = state;
  const playheadMs = playheadOf(state);
  const reader = useMemo(() => (run === null ? null : createStageReader(run)), [run]);
  const lanes = useShared(useMemo(() => reader?.at(playheadMs) ?? [], [reader, playheadMs]));
  const latest = useLatest(state);
  const now = useMemo(() => () => latest.current, [latest]);
  const isJudged = isSettled(state) && state.failure === null && state.gesture === null;
  const judged = isJudged ? run : null;
  const judgement = useShownLast(
    useMemo(() => (judged === null ? null : judgeChallenge(lesson, judged)), [lesson, judged]),
  );
  // What was given is nobody's merit.
  const [given, setGiven] = useState<readonly CompiledScenario[]>(opened.isShared ? [opened.scenario] : []);
  const isOwn = !given.includes(scenario);
  const stars = judgement?.stars ?? 0;
  useEffect(() => {
    if (judged !== null && isOwn && stars > 0) send({ type: 'judged', stars });
  }, [judged, isOwn, stars, send]);
  useTryKeys(state, dispatch);
  const start = useMemo(() => challengeStart(lesson), [lesson]);
  const put = (next: CompiledScenario, label: string) =>
    dispatch({ type: 'scenario.written', scenario: next, burst: performance.now(), label });
  const showSolution = () => {
    const solution = { ...challenge.solution, expect: start.expect };
    setGiven([...given, solution]);
    put(solution, 'the recorded solution');
  };
  const variant = variantTitle(lesson, challenge.run);
  return (
    <main
      className="lesson-step try-step"
      data-run-state={isSettled(state) ? (state.failure === null ? 'settled' : 'failed') : 'running'}
      data-solved={judgement?.isSolved ?? false}
    >
      <section className="step-text try-task" aria-label="The challenge">
        <StepHeading of="try" kicker={<>Try{variant !== null && <em> · {variant}</em>}</>}>
          {fillTemplate(challenge.goal, runs)}
        </StepHeading>
        {state.failure !== null && (
          <p className="try-failure" role="alert">
            {state.failure}
          </p>
        )}
        <ClaimList judgement={judgement} scenario={scenario} isOwn={isOwn} isRunning={!isSettled(state)} />
        <AllowedPanel
          state={state}
          dispatch={dispatch}
          may={challenge.may}
          laneOptions={ports.play.laneOptions}
          playheadMs={playheadMs}
        />
        <ChallengeHelp
          hint={fillTemplate(challenge.hint, runs)}
          past={state.tree.past.at(-1)?.label ?? null}
          future={state.tree.future.at(-1)?.label ?? null}
          isAtStart={scenario === start}
          isShareable={judgement?.isSolved ?? false}
          encode={() => ports.course.encodeSolution(lesson, scenario)}
          onUndo={() => dispatch({ type: 'edit.undone' })}
          onRedo={() => dispatch({ type: 'edit.redone' })}
          onReset={() => put(start, 'start over')}
          onSolution={showSolution}
        />
      </section>
      <StepActions
        next={progress.stars > 0 ? 'Finish the lesson' : 'Finish without stars'}
        onNext={() => send({ type: progress.stars > 0 ? 'continue' : 'skip' })}
        onBack={() => send({ type: 'go', step: 'explain', beat: null })}
      />
      <section className="try-picture" aria-label="The run of your changes">
        <StagePane
          now={now}
          options={scenario.lanes}
          lanes={lanes}
          laneOptions={ports.play.laneOptions}
          dispatch={dispatch}
          spoken={Object.keys(challenge.claims)[0] ?? null}
        />
        <TimelinePane state={state} dispatch={dispatch} ports={playPorts} drop={null} />
      </section>
      <Dock panels={PANELS} {...{ state, dispatch, ports: playPorts, run, playheadMs }} />
      {state.notice !== null && (
        <NoticeBar text={state.notice} onDismiss={() => dispatch({ type: 'notice.dismissed' })} />
      )}
    </main>
  );
}

/** The playground's own ports, but that the address belongs to the lesson. */
function portsFor(play: PlaygroundPorts, scenario: CompiledScenario) {
  const ports: PlaygroundPorts = {
    ...play,
    home: scenario,
    openLink: async () => ok(null),
    onMoment: () => undefined,
  };
  return [ports, { hash: location.hash, link: ok({ scenario, playheadMs: null }) }] as const;
}

/** What was known last stands until something newer is known: nothing flickers while a world runs again. */
function useShownLast<T>(value: T | null): T | null {
  const [shown, setShown] = useState(value);
  if (value !== null && value !== shown) setShown(value);
  return value ?? shown;
}
