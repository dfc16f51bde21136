/** The head of the notes: the lesson, the time of the talk against its plan, and the clock. */

import { CircleHelp, Pause, Play, RotateCcw, ScreenShare } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Cue } from '../../present/cue.ts';
import { paceAt, planCues } from '../../present/pacing.ts';
import type { Pace } from '../../present/pacing.ts';
import { elapsedMs } from '../../present/talk.ts';
import type { Talk, TalkAction } from '../../present/talk.ts';
import type { Lesson } from '../../scenario/lesson/lesson-data.ts';
import { openWindow } from './talk-windows.ts';

interface NotesHeadProps {
  readonly lesson: Lesson;
  readonly id: string;
  readonly talk: Talk;
  readonly cues: readonly Cue[];
  readonly act: (action: TalkAction) => void;
  readonly onHelp: () => void;
}

export function NotesHead({ lesson, id, talk, cues, act, onHelp }: NotesHeadProps) {
  const nowMs = useNow();
  const elapsed = elapsedMs(talk.timer, nowMs);
  const pace = paceAt(planCues(cues, lesson.minutes)[talk.position], elapsed);
  const isRunning = talk.timer.sinceMs !== null;
  const hasBegun = isRunning || talk.timer.keptMs > 0;
  return (
    <header className="notes-head">
      <a href="#/present" aria-label="All lessons">
        Lesson {lesson.number}
      </a>
      <h1>{lesson.title}</h1>
      <div className="notes-time" role="group" aria-label="Time">
        <b className="mono notes-elapsed" aria-label="Elapsed">
          {minutesText(elapsed)}
        </b>
        <span className="quiet">of {lesson.minutes} min</span>
        {hasBegun && (
          <span className="notes-pace" data-pace={pace.kind}>
            {sayPace(pace)}
          </span>
        )}
        <Button
          className="icon-button"
          aria-label={isRunning ? 'Stop the timer' : 'Start the timer'}
          onPress={() => act({ type: 'timer', nowMs: Date.now() })}
        >
          {isRunning ? <Pause size={18} aria-hidden="true" /> : <Play size={18} aria-hidden="true" />}
        </Button>
        <Button
          className="icon-button"
          aria-label="Set the timer to zero"
          onPress={() => act({ type: 'timer.reset', nowMs: Date.now() })}
        >
          <RotateCcw size={18} aria-hidden="true" />
        </Button>
        <span className="mono notes-clock" aria-label="Clock">
          {new Date(nowMs).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}
        </span>
      </div>
      <Button className="button" onPress={() => openWindow(lesson.id, 'audience', id)}>
        <ScreenShare size={16} aria-hidden="true" />
        Open the room’s view
      </Button>
      <Button className="icon-button" aria-label="Keys" onPress={onHelp}>
        <CircleHelp size={18} aria-hidden="true" />
      </Button>
    </header>
  );
}

const SECOND_MS = 1000;

function useNow(): number {
  const [nowMs, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}

function sayPace({ kind, byMs }: Pace): string {
  if (kind === 'on-time') return 'on time';
  return `${minutesText(byMs)} ${kind}`;
}

function minutesText(ms: number): string {
  const seconds = Math.floor(ms / SECOND_MS);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
