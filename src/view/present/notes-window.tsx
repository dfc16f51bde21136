/** The speaker's window: what the room sees, what to say, what comes next, how the time stands, and every control. */

import { useEffect, useState } from 'react';
import { cueName } from '../../present/cue.ts';
import type { Cue } from '../../present/cue.ts';
import { audienceCue } from '../../present/talk.ts';
import type { Talk } from '../../present/talk.ts';
import { useSingleKeys } from '../shell/single-keys.ts';
import { useTheme } from '../shell/theme.ts';
import { AudienceView } from './audience-view.tsx';
import { CueList } from './cue-list.tsx';
import { HandsPanel } from './hands-panel.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { NotesControls } from './notes-controls.tsx';
import { NotesHead } from './notes-head.tsx';
import { NotesText } from './notes-text.tsx';
import { useTypefaces, voteAddress } from './talk-windows.ts';
import { useClicker } from './use-clicker.ts';
import type { TalkLesson } from './use-lesson.ts';
import { useTalk } from './use-talk.ts';
import './notes.css';

interface NotesWindowProps extends TalkLesson {
  readonly id: string;
}

export function NotesWindow({ lesson, runs, id }: NotesWindowProps) {
  const inHand = useTalk(lesson, id);
  const { talk, cues, act } = inHand;
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const [isHelping, setHelping] = useState(false);
  // The notes look as the rest of the page does.
  useTheme();
  useTypefaces();
  useClicker(inHand, singleKeys, () => setHelping(true));
  useEffect(() => {
    document.title = `Notes: ${lesson.title}`;
  }, [lesson]);
  const [now, next, shown] = [cues[talk.position], cues[talk.position + 1], cues[audienceCue(talk)]];
  const address = voteAddress(lesson.id);
  const view = (cue: Cue | undefined, isCovered: boolean) =>
    cue !== undefined && (
      <div className="notes-preview" data-wears={talk.theme}>
        <AudienceView
          {...{ lesson, runs, cue, address }}
          talk={isCovered ? talk : { ...talk, isBlank: false, overlay: null }}
          isPreview
        />
      </div>
    );
  const isElsewhere = talk.frozenAt !== null || talk.isBlank || talk.overlay !== null;
  return (
    <div className="notes" data-position={talk.position} data-cues={cues.length}>
      <NotesHead {...{ lesson, id, talk, cues, act }} onHelp={() => setHelping(true)} />
      <main>
        <section className="notes-now" aria-label="Now">
          <h2>
            {now === undefined ? '' : cueName(now, lesson)}
            <span className="quiet">
              {talk.position + 1} of {cues.length}
            </span>
          </h2>
          {view(now, false)}
          {now !== undefined && <NotesText {...{ lesson, runs }} cue={now} isNow />}
          {now !== undefined && 'question' in now && (
            <HandsPanel key={now.question} {...{ lesson, runs, talk, act }} question={now.question} />
          )}
        </section>
        <section className="notes-beside" aria-label="The room, and what comes next">
          {isElsewhere && (
            <>
              <h2>
                The room sees
                <span className="notes-flag">
                  {sayElsewhere(talk, shown === undefined ? '' : cueName(shown, lesson))}
                </span>
              </h2>
              {view(shown, true)}
            </>
          )}
          <h2>Next{next === undefined ? '' : `: ${cueName(next, lesson)}`}</h2>
          {next === undefined ? (
            <p className="quiet">That was the last.</p>
          ) : (
            <>
              {view(next, false)}
              <NotesText {...{ lesson, runs }} cue={next} isNow={false} />
            </>
          )}
        </section>
        <CueList {...{ lesson, runs, talk, cues, act }} />
      </main>
      <NotesControls {...{ talk, act, cues }} />
      {isHelping && <KeysDialog {...{ singleKeys }} onSingleKeys={setSingleKeys} onClose={() => setHelping(false)} />}
    </div>
  );
}

function sayElsewhere({ isBlank, overlay, frozenAt }: Talk, name: string): string {
  if (isBlank) return 'a dark screen';
  if (overlay !== null) return overlay.kind === 'question' ? 'a question' : 'where to vote';
  return frozenAt === null ? name : `kept at ${name}`;
}
