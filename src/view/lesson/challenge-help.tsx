/** Ways back and ways out: undo, start over, the hint, the recorded solution for who asks twice, and the link to one's own. */

import { Link2, Lightbulb, Redo2, RotateCcw, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Result } from '../../base/result.ts';
import { copyText } from '../copy-text.ts';

interface ChallengeHelpProps {
  readonly hint: string;
  /** What would be undone and redone, `null` for nothing. */
  readonly past: string | null;
  readonly future: string | null;
  readonly isAtStart: boolean;
  readonly isShareable: boolean;
  /** The hash part of the link to what is on the table. */
  readonly encode: () => Promise<Result<string, string>>;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onReset: () => void;
  readonly onSolution: () => void;
}

const ICON = { size: 15, 'aria-hidden': true } as const;

export function ChallengeHelp(props: ChallengeHelpProps) {
  const { hint, past, future, isAtStart, isShareable, encode, onUndo, onRedo, onReset, onSolution } = props;
  const [isHinted, setHinted] = useState(false);
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="challenge-help">
      <div className="help-row" role="group" aria-label="Your changes">
        <Button
          className="button"
          aria-label={past === null ? 'Undo' : `Undo: ${past}`}
          isDisabled={past === null}
          onPress={onUndo}
        >
          <Undo2 {...ICON} /> Undo
        </Button>
        <Button
          className="button"
          aria-label={future === null ? 'Redo' : `Redo: ${future}`}
          isDisabled={future === null}
          onPress={onRedo}
        >
          <Redo2 {...ICON} /> Redo
        </Button>
        <Button className="button" isDisabled={isAtStart} onPress={onReset}>
          <RotateCcw {...ICON} /> Start over
        </Button>
      </div>
      <div className="help-row">
        <Button className="button" aria-expanded={isHinted} onPress={() => setHinted(!isHinted)}>
          <Lightbulb {...ICON} /> Hint
        </Button>
        <Button className="button" aria-expanded={isAsking} onPress={() => setAsking(!isAsking)}>
          Show a solution
        </Button>
        {isShareable && <ShareSolution encode={encode} />}
      </div>
      {isHinted && (
        <p className="challenge-hint" role="status">
          {hint}
        </p>
      )}
      {isAsking && (
        <div className="challenge-ask" role="group" aria-label="Show the recorded solution?">
          <p>It takes the place of your changes, and earns no stars. Undo brings yours back.</p>
          <div className="help-row">
            <Button
              className="button"
              onPress={() => {
                setAsking(false);
                onSolution();
              }}
            >
              Show it
            </Button>
            <Button className="button" onPress={() => setAsking(false)}>
              Keep trying
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

function ShareSolution({ encode }: Pick<ChallengeHelpProps, 'encode'>) {
  const [said, setSaid] = useState<{ readonly text: string; readonly link: string | null } | null>(null);
  const share = async () => {
    const hash = await encode();
    if (!hash.ok) return setSaid({ text: hash.error, link: null });
    const link = `${location.href.replace(/#.*$/, '')}${hash.value}`;
    return setSaid({ text: (await copyText(link)) ? 'The link is copied.' : 'Copy the link from here:', link });
  };
  return (
    <>
      <Button className="button" onPress={() => void share()}>
        <Link2 {...ICON} /> Share my solution
      </Button>
      <span className="challenge-shared" role="status">
        {said?.text}
        {said?.link != null && (
          <input
            readOnly
            aria-label="The link to your solution"
            value={said.link}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
      </span>
    </>
  );
}
