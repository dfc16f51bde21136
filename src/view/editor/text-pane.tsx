/** The scenario as text: written in here it runs at once, and every problem stands at its line. */

import { Copy, Download } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { claimSentence } from '../../projection/claims/claim-sentence.ts';
import type { FieldNote } from '../../scenario/editing/explain-field.ts';
import type { ScenarioFormat } from '../../scenario/scenario-format.ts';
import { copyText } from '../copy-text.ts';
import type { PanelProps } from '../dock/panel.ts';
import type { NodeId } from '../playground/edit-tree.ts';
import { saveFile } from '../save-file.ts';
import { claimGap, claimsSum } from './claims-pane.tsx';
import { CodeField } from './code-field.tsx';
import type { Target } from './code-field.tsx';
import { FieldLine } from './field-line.tsx';
import { isBehind } from './text-draft.ts';
import { TextProblems } from './text-problems.tsx';
import type { HeldClaims } from './use-claims.ts';
import { useTextSession } from './use-text-session.ts';

interface TextPaneProps extends PanelProps {
  /** The pane is one for each scenario that was opened. */
  readonly root: NodeId;
  readonly format: ScenarioFormat;
  readonly claims: HeldClaims;
  readonly target: Target | null;
  readonly onTarget: (target: Target | null) => void;
}

export function TextPane({ root, format, claims, target, onTarget, ...props }: TextPaneProps) {
  const { run } = props;
  const [session, draft] = useTextSession({ ...props, root, format });
  const [said, setSaid] = useState('');
  const [note, setNote] = useState<FieldNote | null>(null);
  const helpId = useId();
  const { text, problems } = draft;
  const placed = useMemo(
    () => (problems.length > 0 ? [] : format.placeClaims(text, claims.results)),
    [format, text, problems, claims.results],
  );
  const underlines = useMemo(
    () => [
      ...problems.map((problem) => ({
        ...format.rangeOf(text, problem),
        message: `${problem.path === '' ? '' : `${problem.path}: `}${problem.reason}. ${problem.remedy}`,
        isError: true,
      })),
      ...placed
        .filter(({ claim }) => !claim.holds)
        .map(({ from, to, claim }) => ({ from, to, message: `Does not hold: ${claimGap(claim)}`, isError: false })),
    ],
    [format, text, problems, placed],
  );
  const lines = useMemo(
    () => [
      ...underlines
        .filter(({ isError }) => isError)
        .map(({ from, message }) => ({ at: from, kind: 'problem' as const, title: message })),
      ...placed.map(({ from, claim }) => ({
        at: from,
        kind: claim.holds ? ('kept' as const) : ('broken' as const),
        title: `${claim.holds ? 'Holds' : 'Does not hold'}: ${claimTitle(claim)}`,
      })),
    ],
    [underlines, placed],
  );
  const save = () => {
    saveFile(`${draft.good.scenario.id}.yaml`, session.text, 'application/yaml');
    setSaid('File saved.');
  };
  const copy = async () => setSaid((await copyText(session.text)) ? 'Text copied.' : 'The browser would not copy it.');
  return (
    <div className="text-pane">
      <TextStatus problems={problems.length} claims={claims} said={said} />
      <CodeField
        session={session}
        hands={{
          label: 'The scenario as text',
          describedBy: helpId,
          suggest: (typed, offset) => format.suggest(typed, offset, claims.isCurrent ? (run?.report ?? null) : null),
          explain: (typed, offset) => format.explain(typed, offset),
          onWrite: () => setSaid(''),
          onCursor: (typed, offset) => setNote(format.explain(typed, offset)),
          onSave: save,
        }}
        underlines={underlines}
        lines={lines}
        target={target}
        onReached={() => onTarget(null)}
      />
      <div className="text-below">
        <TextProblems
          problems={problems}
          isBehind={props.state.gesture === null && isBehind(draft, props.state.scenario)}
          onGo={(problem) => onTarget(format.rangeOf(text, problem))}
          onTakePage={() => session.takePage()}
        />
        <FieldLine note={note} />
      </div>
      <div className="record-buttons">
        <Button className="button" onPress={save}>
          <Download size={15} aria-hidden="true" />
          Save
        </Button>
        <Button className="button" onPress={() => void copy()}>
          <Copy size={15} aria-hidden="true" />
          Copy
        </Button>
      </div>
      <p className="text-help quiet" id={helpId}>
        Ctrl+Space suggests, Ctrl+F finds, F8 goes to the next problem. Tab indents; to leave with Tab, press Escape
        first, or Ctrl+M for good.
      </p>
    </div>
  );
}

function claimTitle(claim: HeldClaims['results'][number]): string {
  const [part = '', field = ''] = claim.path.split('.');
  const sentence = claimSentence({ part, field, expected: claim.expected });
  return claim.holds ? sentence : `${sentence}; ${claimGap(claim)}`;
}

interface TextStatusProps {
  readonly problems: number;
  readonly claims: HeldClaims;
  readonly said: string;
}

function TextStatus({ problems, claims: { results }, said }: TextStatusProps) {
  const state =
    problems > 0
      ? `Unable to read this yet; ${problems === 1 ? 'one problem is' : `${problems} problems are`} below. The page keeps the last text that could be read.`
      : `Runs as you write. ${results.length === 0 ? 'It claims nothing yet.' : claimsSum(results)}`;
  return (
    <p className="text-status" role="status" data-problems={problems > 0}>
      {said === '' ? state : said}
    </p>
  );
}
