/** The home screen: a stage of lanes, the timeline under it, and the hands to change what happens. */

import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Dispatch } from 'react';
import { createStageReader } from '../../projection/stage/stage-reader.ts';
import { Dock } from '../dock/dock.tsx';
import { PANELS } from '../dock/panel-list.ts';
import { Printed } from '../print/printed.tsx';
import { useShared } from '../shared.ts';
import { DropOverlay } from '../share/drop-overlay.tsx';
import { useOpening } from '../share/use-opening.ts';
import { useShareDialog } from '../share/use-share-dialog.ts';
import { useLatest } from '../latest.ts';
import { Announcer } from '../shell/announcer.tsx';
import { NoticeBar } from '../shell/notice-bar.tsx';
import { useSingleKeys } from '../shell/single-keys.ts';
import { useTheme } from '../shell/theme.ts';
import type { FlagDrop } from '../timeline/flag-drop.ts';
import type { KeyCommand } from '../transport/key-bindings.ts';
import { Transport } from '../transport/transport.tsx';
import { useKeyCommands } from '../transport/use-key-commands.ts';
import { MomentLine } from './moment-line.tsx';
import { PageHead } from './page-head.tsx';
import type { PlaygroundAction } from './playground-action.ts';
import type { Opening, PlaygroundPorts } from './playground-ports.ts';
import { isSettled, playheadOf } from './playground-state.ts';
import type { PlaygroundState } from './playground-state.ts';
import { StagePane } from './stage-pane.tsx';
import { startAfresh } from './tab-keep.ts';
import { TimelinePane } from './timeline-pane.tsx';
import { useCommands } from './use-commands.ts';
import { usePlayground } from './use-playground.ts';
import { useSharing } from './use-sharing.ts';
import './playground.css';

/** Not needed before somebody asks for it. */
const RestoredNotice = lazy(async () => ({ default: (await import('./restored-notice.tsx')).RestoredNotice }));
const HelpDialog = lazy(async () => ({ default: (await import('../shell/help-dialog.tsx')).HelpDialog }));

interface PlaygroundProps {
  readonly ports: PlaygroundPorts;
  /** What the address asked for when the page was opened. */
  readonly opening: Opening;
}

export function Playground({ ports, opening }: PlaygroundProps) {
  const [state, dispatch] = usePlayground(ports, opening);
  const commands = useCommands(state, dispatch);
  const { shared, share, close } = useSharing(ports, state);
  const { isOver, open } = useOpening(ports, dispatch);
  const files = useShareDialog(dispatch);
  const [theme, setTheme] = useTheme();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const drop = useRef<FlagDrop>(null);
  const { run, scenario } = state;
  const playheadMs = playheadOf(state);
  const reader = useMemo(() => (run === null ? null : createStageReader(run)), [run]);
  const lanes = useShared(useMemo(() => reader?.at(playheadMs) ?? [], [reader, playheadMs]));
  const head = useShared({ id: scenario.id, title: scenario.title, summary: scenario.summary });
  const latest = useLatest(state);
  const now = useCallback(() => latest.current, [latest]);
  const isAsWritten = ports.scenarios.some(({ id, script }) => id === scenario.id && script === scenario.script);
  const hands = useMemo(() => handsOf(now, dispatch), [now, dispatch]);
  const openHelp = useCallback(() => setHelpOpen(true), []);
  const surfaces = useMemo(() => scenario.surfaces.map(({ name }) => name), [scenario.surfaces]);
  useEffect(() => {
    document.title = `${scenario.title} · Pull the Plug`;
  }, [scenario.title]);

  useKeyCommands(singleKeys, (command: KeyCommand) => {
    switch (command) {
      case 'play':
        return commands.play();
      case 'event.previous':
        return commands.step(-1, 'event');
      case 'event.next':
        return commands.step(1, 'event');
      case 'marker.previous':
        return commands.step(-1, 'marker');
      case 'marker.next':
        return commands.step(1, 'marker');
      case 'slower':
        return commands.shiftSpeed(-1);
      case 'faster':
        return commands.shiftSpeed(1);
      case 'undo':
        return hands.undo();
      case 'redo':
        return hands.redo();
      case 'branches':
        return dispatch({ type: 'dock.opened', panel: 'branches', leads: true });
      case 'copy':
        return share();
      case 'files':
        return files.show();
      case 'help':
        return openHelp();
      default:
        return commands.act(command);
    }
  });

  return (
    <div
      className="playground"
      data-run-state={isSettled(state) ? (state.failure === null ? 'settled' : 'failed') : 'running'}
      data-digest={run?.report.digest}
      data-playing={state.isPlaying}
    >
      <PageHead
        scenarios={ports.scenarios}
        scenario={head}
        seed={scenario.seed}
        shared={shared}
        theme={theme}
        dispatch={dispatch}
        onShare={share}
        onShareClose={close}
        onTheme={setTheme}
        onFiles={files.show}
        onHelp={openHelp}
      />
      {state.failure !== null && <NoticeBar text={state.failure} onDismiss={null} />}
      {state.failure === null && state.notice !== null && (
        <NoticeBar text={state.notice} onDismiss={() => dispatch({ type: 'notice.dismissed' })} />
      )}
      {state.failure === null && state.notice === null && state.isRestored && (
        <Suspense>
          <RestoredNotice onAfresh={hands.afresh} onDismiss={hands.read} />
        </Suspense>
      )}
      <Printed
        run={isSettled(state) && state.failure === null && state.gesture === null ? run : null}
        playheadMs={playheadMs}
        encodeLink={ports.encodeLink}
      />
      <main data-lanes={run?.lanes.length}>
        <StagePane
          now={now}
          options={scenario.lanes}
          lanes={lanes}
          laneOptions={ports.laneOptions}
          dispatch={dispatch}
        />
        <TimelinePane state={state} dispatch={dispatch} ports={ports} drop={drop} />
        <MomentLine
          run={run}
          playheadMs={playheadMs}
          isPlaying={state.isPlaying}
          isAtRest={state.playheadMs === null}
          summary={isAsWritten ? scenario.summary : null}
        />
      </main>
      <Dock panels={PANELS} {...{ state, dispatch, ports, run, playheadMs }} />
      <Transport
        playheadMs={playheadMs}
        isPlaying={state.isPlaying}
        speed={state.speed}
        undoLabel={state.tree.past.at(-1)?.label ?? null}
        redoLabel={state.tree.future.at(-1)?.label ?? null}
        surfaces={surfaces}
        target={commands.target}
        isReady={run !== null}
        drop={drop}
        onPull={commands.pull}
        onPlay={commands.play}
        onStep={commands.step}
        onSpeed={hands.speed}
        onVerb={commands.act}
        onTarget={commands.aimAt}
        onUndo={hands.undo}
        onRedo={hands.redo}
      />
      <Announcer lanes={lanes} isQuiet={state.gesture !== null} />
      {files.Dialog !== null && (
        <files.Dialog
          ports={ports}
          run={isSettled(state) && state.failure === null ? run : null}
          playheadMs={playheadMs}
          open={open}
          onClose={files.close}
        />
      )}
      {isOver && <DropOverlay />}
      {isHelpOpen && (
        <Suspense>
          <HelpDialog onClose={() => setHelpOpen(false)} singleKeys={singleKeys} onSingleKeys={setSingleKeys} />
        </Suspense>
      )}
    </div>
  );
}

function handsOf(now: () => PlaygroundState, dispatch: Dispatch<PlaygroundAction>) {
  return {
    afresh: () => startAfresh(now().tree),
    read: () => dispatch({ type: 'restoring.read' }),
    speed: (speed: number) => dispatch({ type: 'speed.set', speed }),
    undo: () => dispatch({ type: 'edit.undone' }),
    redo: () => dispatch({ type: 'edit.redone' }),
  };
}
