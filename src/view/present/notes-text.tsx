/** What a speaker needs to know at a cue: the sentence on the screen, and the note that goes with it. */

import { fillTemplate } from '../../projection/lesson/fill-template.ts';
import type { Cue } from '../../present/cue.ts';
import { questionsOf } from '../../present/cue.ts';
import type { Template } from '../../scenario/lesson/lesson-data.ts';
import type { TalkLesson } from './use-lesson.ts';

interface NotesTextProps extends TalkLesson {
  readonly cue: Cue;
  /** What comes next is only named. */
  readonly isNow: boolean;
}

export function NotesText({ lesson, runs, cue, isNow }: NotesTextProps) {
  const filled = (text: Template | null) => (text === null ? null : fillTemplate(text, runs));
  const { say, note } = wordsOf({ lesson, cue });
  return (
    <div className="notes-text" data-now={isNow}>
      <p className="notes-say">{typeof say === 'string' ? say : filled(say)}</p>
      {note !== null && <p className="notes-note">{filled(note)}</p>}
    </div>
  );
}

/** The line for a cue in a list. */
export function sayCue({ lesson, runs, cue }: TalkLesson & { readonly cue: Cue }): string {
  const { say } = wordsOf({ lesson, cue });
  return typeof say === 'string' ? say : fillTemplate(say, runs);
}

function wordsOf({ lesson, cue }: Pick<TalkLesson, 'lesson'> & { readonly cue: Cue }): {
  readonly say: Template | string;
  readonly note: Template | null;
} {
  switch (cue.kind) {
    case 'title':
      return { say: lesson.question, note: lesson.notes };
    case 'beat': {
      const beat = lesson.beats[cue.beat];
      return { say: beat?.say ?? [], note: beat?.note ?? null };
    }
    case 'predict':
    case 'observe':
    case 'answer': {
      const question = questionsOf(lesson)[cue.question];
      return { say: question?.ask ?? [], note: cue.kind === 'answer' ? (question?.reveal ?? null) : null };
    }
    case 'explain':
      return { say: lesson.explain.text, note: null };
    default:
      return { say: lesson.challenge.goal, note: lesson.challenge.hint };
  }
}
