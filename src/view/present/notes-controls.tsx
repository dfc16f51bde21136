/** The controls of a talk, large enough for a thumb. */

import { ChevronLeft, ChevronRight, MessageSquareText, Moon, Smartphone, Snowflake } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { MOST_OVERLAY } from '../../present/talk.ts';
import type { TalkTheme } from '../../present/talk.ts';
import type { TalkInHand } from './use-talk.ts';

const THEMES: readonly { readonly theme: TalkTheme; readonly name: string }[] = [
  { theme: 'projector', name: 'Projector' },
  { theme: 'light', name: 'Light' },
  { theme: 'dark', name: 'Dark' },
];

export function NotesControls({ talk, act, cues }: TalkInHand) {
  const step = (by: 1 | -1) => act({ type: 'step', by, nowMs: Date.now() });
  return (
    <footer className="notes-controls">
      <div className="notes-steps" role="group" aria-label="Steps">
        <Button
          className="button notes-big"
          onPress={() => step(-1)}
          isDisabled={talk.position === 0 && !talk.isBlank && talk.overlay === null}
        >
          <ChevronLeft size={20} aria-hidden="true" />
          Back
        </Button>
        <Button
          className="button notes-big notes-next"
          onPress={() => step(1)}
          isDisabled={talk.position === cues.length - 1 && !talk.isBlank && talk.overlay === null}
        >
          {talk.isBlank ? 'Light' : talk.overlay === null ? 'Next' : 'Uncover'}
          <ChevronRight size={20} aria-hidden="true" />
        </Button>
      </div>
      <div className="notes-toggles" role="group" aria-label="The room’s view">
        <ToggleButton className="button notes-big" isSelected={talk.isBlank} onChange={() => act({ type: 'blank' })}>
          <Moon size={18} aria-hidden="true" />
          Dark screen
        </ToggleButton>
        <ToggleButton
          className="button notes-big"
          isSelected={talk.frozenAt !== null}
          onChange={() => act({ type: 'freeze' })}
        >
          <Snowflake size={18} aria-hidden="true" />
          Freeze
        </ToggleButton>
        <ToggleButton
          className="button notes-big"
          isSelected={talk.overlay?.kind === 'address'}
          onChange={(isOn) => act({ type: 'overlay', overlay: isOn ? { kind: 'address' } : null })}
        >
          <Smartphone size={18} aria-hidden="true" />
          Where to vote
        </ToggleButton>
      </div>
      <QuestionField talk={talk} act={act} />
      <label className="notes-theme">
        <span className="visually-hidden">Look of the room’s view</span>
        <select
          value={talk.theme}
          onChange={(event) => {
            const chosen = THEMES.find(({ theme }) => theme === event.currentTarget.value);
            if (chosen !== undefined) act({ type: 'theme', theme: chosen.theme });
          }}
        >
          {THEMES.map(({ theme, name }) => (
            <option key={theme} value={theme}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </footer>
  );
}

/** A question from the room, typed here and shown large there. */
function QuestionField({ talk, act }: Pick<TalkInHand, 'talk' | 'act'>) {
  const shown = talk.overlay?.kind === 'question' ? talk.overlay.text : null;
  const [text, setText] = useState(shown ?? '');
  const isThis = shown !== null && (text.trim() === '' || text.trim() === shown);
  return (
    <form
      className="notes-question"
      onSubmit={(event) => {
        event.preventDefault();
        act({ type: 'overlay', overlay: isThis ? null : { kind: 'question', text } });
        if (isThis) setText('');
      }}
    >
      <input
        aria-label="A question from the room"
        placeholder="A question from the room"
        value={text}
        maxLength={MOST_OVERLAY}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button className="button notes-big" type="submit" isDisabled={text.trim() === '' && shown === null}>
        <MessageSquareText size={18} aria-hidden="true" />
        {isThis ? 'Take it off' : 'Show it'}
      </Button>
    </form>
  );
}
