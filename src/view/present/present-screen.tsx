/** Presenting: the lessons to choose from, and the views of a talk. */

import { useEffect } from 'react';
import { Button } from 'react-aria-components/Button';
import { readTalkLink, writeTalkLink } from '../../present/talk-link.ts';
import type { TalkLink } from '../../present/talk-link.ts';
import type { CoursePorts } from '../course/course-ports.ts';
import { ScreenHead } from '../shell/screen-head.tsx';
import type { ScreenProps } from '../shell/screen.ts';
import { AudienceWindow } from './audience-window.tsx';
import { NotesWindow } from './notes-window.tsx';
import { PresentList } from './present-list.tsx';
import { freshTalk } from './talk-windows.ts';
import { latestTalk } from './talk-store.ts';
import { useLesson } from './use-lesson.ts';
import { VotePage } from './vote-page.tsx';
import './present.css';

export function PresentScreen({ ports: { course }, hash }: ScreenProps) {
  const link = readTalkLink(hash);
  if (link === null) return <PresentList course={course} hash={hash} />;
  return <LessonWindow key={`${link.lesson} ${link.place} ${link.talk ?? ''}`} course={course} link={link} />;
}

function LessonWindow({ course, link }: { readonly course: CoursePorts; readonly link: TalkLink }) {
  const load = useLesson(course, link.lesson);
  const needsTalk = link.talk === null && link.place !== 'vote';
  useEffect(() => {
    if (!needsTalk) return;
    // Notes that are opened by hand belong to the talk that goes on; a room that is opened begins a new one.
    const talk = (link.place === 'notes' ? latestTalk(link.lesson) : null) ?? freshTalk();
    location.replace(writeTalkLink({ ...link, talk }));
  }, [needsTalk, link]);
  if (load.kind === 'unknown') return <PresentNotice text={`There is no lesson “${link.lesson}”.`} action={null} />;
  if (load.kind === 'failed') return <PresentNotice text={load.message} action={load.retry} />;
  if (load.kind === 'loading' || needsTalk)
    return (
      <main className="present-waiting">
        <p role="status">Running the lesson…</p>
      </main>
    );
  const { lesson, runs } = load;
  if (link.place === 'vote') return <VotePage {...{ lesson, runs }} />;
  const id = link.talk ?? '';
  if (link.place === 'notes') return <NotesWindow {...{ lesson, runs, id }} />;
  return <AudienceWindow {...{ lesson, runs, link, id }} />;
}

function PresentNotice({ text, action }: { readonly text: string; readonly action: (() => void) | null }) {
  return (
    <div className="screen">
      <ScreenHead current="present" />
      <main>
        <div className="screen-status" role="alert">
          <p>{text}</p>
          {action === null ? (
            <a href="#/present">Choose a lesson</a>
          ) : (
            <Button className="button" onPress={action}>
              Try again
            </Button>
          )}
        </div>
      </main>
    </div>
  );
}
