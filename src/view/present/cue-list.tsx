/** Every cue of the talk, to go to any of them. */

import { useEffect, useMemo, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { cueName } from '../../present/cue.ts';
import type { TalkLesson } from './use-lesson.ts';
import { sayCue } from './notes-text.tsx';
import type { TalkInHand } from './use-talk.ts';

export function CueList({ lesson, runs, talk, cues, act }: TalkLesson & TalkInHand) {
  const list = useRef<HTMLOListElement>(null);
  const { position } = talk;
  const lines = useMemo(() => cues.map((cue) => sayCue({ lesson, runs, cue })), [lesson, runs, cues]);
  useEffect(() => {
    const current = list.current?.children[position];
    if (list.current === null || !(current instanceof HTMLElement)) return;
    list.current.scrollTop = current.offsetTop - list.current.offsetTop - list.current.clientHeight / 3;
  }, [position]);
  return (
    <nav className="notes-cues" aria-label="Cues">
      <ol ref={list}>
        {cues.map((cue, index) => (
          <li key={cueName(cue, lesson)} data-done={index < position}>
            <Button
              className="cue-button"
              aria-current={index === position ? 'step' : 'false'}
              onPress={() => act({ type: 'go', to: index, nowMs: Date.now() })}
            >
              <b>{cueName(cue, lesson)}</b>
              <span>{lines[index]}</span>
            </Button>
          </li>
        ))}
      </ol>
      <Button className="button" onPress={() => act({ type: 'restart' })}>
        Start over
      </Button>
    </nav>
  );
}
