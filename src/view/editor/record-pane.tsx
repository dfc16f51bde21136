/** "Record my clicks": what was done since the scenario was opened, the claims that it would prove, and the file. */

import { useMemo } from 'react';
import { recordedSince } from '../../projection/record/recorded-since.ts';
import type { ScenarioFormat } from '../../scenario/scenario-format.ts';
import type { PanelProps } from '../dock/panel.ts';
import { nodeAt } from '../playground/edit-tree.ts';
import { isSettled } from '../playground/playground-state.ts';
import { ClaimPicker } from './claim-picker.tsx';
import { FileActions } from './file-actions.tsx';
import { createKept } from './kept.ts';
import { NO_DRAFT, recordedFile } from './record-draft.ts';
import type { RecordDraft } from './record-draft.ts';
import { RecordFields } from './record-fields.tsx';
import { RecordedList } from './recorded-list.tsx';
import { rootOf } from './root-of.ts';

const useDraft = createKept<RecordDraft>(NO_DRAFT);

interface RecordPaneProps extends PanelProps {
  readonly format: ScenarioFormat;
}

export function RecordPane({ state, dispatch, ports, run, format }: RecordPaneProps) {
  const { tree, scenario } = state;
  const root = rootOf(tree);
  const origin = nodeAt(tree, root).scenario;
  const [kept, keep] = useDraft(ports);
  const draft = useMemo(() => (kept.origin === root ? kept : { ...NO_DRAFT, origin: root }), [kept, root]);
  const recorded = useMemo(() => recordedSince(origin, scenario), [origin, scenario]);
  const isCurrent = run !== null && isSettled(state) && state.failure === null;
  // Claims are proposed of a run; while another one is under way there is nothing to hold them against.
  const proposed = useMemo(
    () => (isCurrent ? format.propose(scenario, run.report) : []),
    [isCurrent, format, scenario, run],
  );
  const failing = useMemo(
    () => (isCurrent ? format.check(scenario, run.report).filter(({ holds }) => !holds) : []),
    [isCurrent, format, scenario, run],
  );
  const taken = useMemo(() => ports.scenarios.map(({ id }) => id), [ports]);
  const file = useMemo(
    () => recordedFile(draft, { scenario, origin, proposed, taken }, format),
    [draft, scenario, origin, proposed, taken, format],
  );
  return (
    <div className="record" aria-busy={!isCurrent}>
      <RecordedList recorded={recorded} originTitle={origin.title} script={scenario.script} dispatch={dispatch} />
      <RecordFields
        file={file}
        takenBy={ports.scenarios.find(({ id }) => id === file.id)?.title ?? null}
        onChange={(change) => keep({ ...draft, ...change })}
      />
      <ClaimPicker
        claims={file.claims}
        failing={failing}
        lanes={scenario.lanes}
        onTick={(key, isTicked) => keep({ ...draft, ticks: { ...draft.ticks, [key]: isTicked } })}
      />
      <FileActions file={file} dispatch={dispatch} ports={ports} />
    </div>
  );
}
