/** Plays, steps and scrubs what was simulated; nothing is simulated here. */

import { ChevronFirst, ChevronLast, Pause, Play, Redo2, StepBack, StepForward, Undo2 } from 'lucide-react';
import { memo } from 'react';
import type { ReactNode, RefObject } from 'react';
import { Button } from 'react-aria-components/Button';
import type { VirtualMs } from '../../protocol/time.ts';
import { exactSeconds } from '../../projection/seconds.ts';
import { SPEEDS } from '../playground/playground-state.ts';
import { Mark } from '../shell/mark.tsx';
import type { FlagDrop } from '../timeline/flag-drop.ts';
import { Palette } from './palette.tsx';
import type { PaletteVerb } from './palette.tsx';
import './transport.css';

export interface TransportProps extends PlayButtonsProps {
  readonly playheadMs: number;
  readonly speed: number;
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  readonly surfaces: readonly string[];
  readonly target: string;
  readonly onSpeed: (speed: number) => void;
  /** Where a flag from the palette is let go. */
  readonly drop: RefObject<FlagDrop | null>;
  readonly onVerb: (verb: PaletteVerb, atMs?: VirtualMs) => void;
  readonly onTarget: (surface: string) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** While a run is played only the clock is drawn anew; every other part keeps its props. */
export const Transport = memo(function Transport(props: TransportProps) {
  const { isReady, isPlaying, onPull, onPlay, onStep, surfaces, target, drop, onVerb, onTarget } = props;
  return (
    <section className="transport" aria-label="Playback and faults">
      <div className="transport-core">
        <PlayButtons {...{ isReady, isPlaying, onPull, onPlay, onStep }} />
        <span className="clock-time" data-testid="playhead">
          {exactSeconds(props.playheadMs)} s
        </span>
      </div>
      <select
        className="speed"
        aria-label="Speed"
        value={props.speed}
        onChange={(event) => props.onSpeed(Number(event.currentTarget.value))}
      >
        {SPEEDS.map((speed) => (
          <option key={speed} value={speed}>
            {speed}×
          </option>
        ))}
      </select>
      <Palette {...{ isReady, surfaces, target, drop, onVerb, onTarget }} />
      <div className="history">
        <HistoryButton label={props.undoLabel} verb="Undo" onPress={props.onUndo} />
        <HistoryButton label={props.redoLabel} verb="Redo" onPress={props.onRedo} />
      </div>
    </section>
  );
});

interface PlayButtonsProps {
  readonly isReady: boolean;
  readonly isPlaying: boolean;
  readonly onPull: () => void;
  readonly onPlay: () => void;
  readonly onStep: (direction: -1 | 1, what: 'event' | 'marker') => void;
}

const PlayButtons = memo(function PlayButtons({ isReady, isPlaying, onPull, onPlay, onStep }: PlayButtonsProps) {
  return (
    <>
      <Button className="pull" isDisabled={!isReady} onPress={onPull}>
        <Mark size={18} isPlain />
        Pull the plug
      </Button>
      <div className="play-group" role="group" aria-label="Playback">
        <IconButton
          label="To the marker before"
          step="marker"
          isDisabled={!isReady}
          onPress={() => onStep(-1, 'marker')}
        >
          <ChevronFirst size={18} aria-hidden="true" />
        </IconButton>
        <IconButton label="To the event before" step="event" isDisabled={!isReady} onPress={() => onStep(-1, 'event')}>
          <StepBack size={16} aria-hidden="true" />
        </IconButton>
        <IconButton label={isPlaying ? 'Pause' : 'Play'} className="play" isDisabled={!isReady} onPress={onPlay}>
          {isPlaying ? (
            <Pause size={20} fill="currentColor" strokeWidth={0} aria-hidden="true" />
          ) : (
            <Play size={20} fill="currentColor" strokeWidth={0} aria-hidden="true" />
          )}
        </IconButton>
        <IconButton label="To the next event" step="event" isDisabled={!isReady} onPress={() => onStep(1, 'event')}>
          <StepForward size={16} aria-hidden="true" />
        </IconButton>
        <IconButton label="To the next marker" step="marker" isDisabled={!isReady} onPress={() => onStep(1, 'marker')}>
          <ChevronLast size={18} aria-hidden="true" />
        </IconButton>
      </div>
    </>
  );
});

interface IconButtonProps {
  readonly label: string;
  readonly className?: string;
  /** What it steps to, for a screen that has no room for both. */
  readonly step?: 'event' | 'marker';
  readonly isDisabled: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function IconButton({ label, className = '', step, isDisabled, onPress, children }: IconButtonProps) {
  return (
    <Button
      className={`icon-button ${className}`}
      aria-label={label}
      data-step={step}
      isDisabled={isDisabled}
      onPress={onPress}
    >
      {children}
    </Button>
  );
}

interface HistoryButtonProps {
  readonly label: string | null;
  readonly verb: 'Undo' | 'Redo';
  readonly onPress: () => void;
}

const HistoryButton = memo(function HistoryButton({ label, verb, onPress }: HistoryButtonProps) {
  const Icon = verb === 'Undo' ? Undo2 : Redo2;
  return (
    <Button
      className="history-button"
      data-verb={verb.toLowerCase()}
      aria-label={label === null ? verb : `${verb}: ${label}`}
      isDisabled={label === null}
      onPress={onPress}
    >
      <Icon size={15} aria-hidden="true" />
      <b>{verb}</b>
      {label !== null && <span className="history-label">{label}</span>}
    </Button>
  );
});
