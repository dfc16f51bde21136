/** The window for the room: the view, and tools that show themselves only to a hand on the mouse or the keyboard. */

import { ChevronLeft, ChevronRight, Maximize, NotebookText } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { cueName } from '../../present/cue.ts';
import { audienceCue } from '../../present/talk.ts';
import type { TalkLink } from '../../present/talk-link.ts';
import { useSingleKeys } from '../shell/single-keys.ts';
import { AudienceView } from './audience-view.tsx';
import { openWindow, useTypefaces, useWindowTheme, voteAddress } from './talk-windows.ts';
import { useClicker, useSwipe } from './use-clicker.ts';
import { useHost } from './use-host.ts';
import type { TalkLesson } from './use-lesson.ts';
import { useTalk } from './use-talk.ts';

interface AudienceWindowProps extends TalkLesson {
  readonly link: TalkLink;
  /** The talk's name. */
  readonly id: string;
}

/** How long the tools stay after the last movement. */
const AWAKE_MS = 2500;

export function AudienceWindow({ lesson, runs, link, id }: AudienceWindowProps) {
  const inHand = useHost(useTalk(lesson, id), link, lesson);
  const { talk, cues, act } = inHand;
  const [singleKeys] = useSingleKeys();
  const [isAwake, wake] = useAwake();
  useWindowTheme(talk.theme);
  useTypefaces();
  useClicker(inHand, singleKeys);
  const swipe = useSwipe(inHand);
  const cue = cues[audienceCue(talk)];
  const name = cue === undefined ? '' : cueName(cue, lesson);
  useEffect(() => {
    document.title = `${lesson.question} · ${name}`;
  }, [lesson, name]);
  const step = (by: 1 | -1) => act({ type: 'step', by, nowMs: Date.now() });
  return (
    <main
      className="audience-window"
      data-awake={isAwake}
      data-position={audienceCue(talk)}
      data-cues={cues.length}
      onPointerMove={wake}
      {...swipe}
    >
      {cue !== undefined && <AudienceView {...{ lesson, runs, cue, talk }} address={voteAddress(lesson.id)} />}
      <p className="visually-hidden" role="status">
        {name}
      </p>
      {!link.isEmbed && (
        <div className="audience-tools" role="group" aria-label="Talk">
          <Button className="audience-tool" aria-label="Back" onPress={() => step(-1)}>
            <ChevronLeft aria-hidden="true" />
          </Button>
          <Button className="audience-tool" aria-label="Next" onPress={() => step(1)}>
            <ChevronRight aria-hidden="true" />
          </Button>
          <Button className="audience-tool" aria-label="Full screen" onPress={toggleFullScreen}>
            <Maximize aria-hidden="true" />
          </Button>
          <Button
            className="audience-tool"
            aria-label="Open the notes"
            onPress={() => openWindow(lesson.id, 'notes', id)}
          >
            <NotebookText aria-hidden="true" />
          </Button>
        </div>
      )}
    </main>
  );
}

function toggleFullScreen(): void {
  const done =
    document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen();
  // A browser that refuses leaves the window as it is.
  done.catch(() => undefined);
}

function useAwake(): readonly [boolean, () => void] {
  const [movedAt, setMovedAt] = useState<number | null>(null);
  useEffect(() => {
    if (movedAt === null) return undefined;
    const timer = setTimeout(() => setMovedAt(null), AWAKE_MS);
    return () => clearTimeout(timer);
  }, [movedAt]);
  // Once a moment is enough: every movement would draw the view again.
  const wake = () => setMovedAt((last) => (last !== null && Date.now() - last < AWAKE_MS / 4 ? last : Date.now()));
  return [movedAt !== null, wake];
}
