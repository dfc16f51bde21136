/** The panel `log`: what happened up to the playhead, in sentences, each a jump to its moment. */

import { Copy } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { laneTitle } from '../../projection/moments.ts';
import { logText } from '../../projection/log/log-text.ts';
import { filterLog, narrationLog } from '../../projection/log/narration-log.ts';
import { exactSeconds } from '../../projection/seconds.ts';
import { countFactsUntil } from '../../projection/stage/sorted-times.ts';
import type { LaneTrace } from '../../protocol/trace-event.ts';
import type { Run } from '../../sim/run.ts';
import { copyText } from '../copy-text.ts';
import type { PanelProps } from '../dock/panel.ts';
import { LogLines } from './log-lines.tsx';
import { LogVoice } from './log-voice.tsx';
import './log.css';

export function LogPanel({ run, ...props }: PanelProps) {
  if (run === null) return <p className="dock-status">Nothing has happened yet: the first run is under way.</p>;
  return <RunLog run={run} {...props} />;
}

function RunLog({ run, state, dispatch, playheadMs }: PanelProps & { readonly run: Run }) {
  /** `null`: every lane, also those that come later. */
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const [hasDetails, setDetails] = useState(false);
  const [copied, setCopied] = useState('');
  const all = useMemo(() => narrationLog(run), [run]);
  const lanes = useMemo(() => {
    const names = run.lanes.map(({ name }) => name);
    const own = names.filter((name) => chosen?.has(name) ?? true);
    return new Set(own.length === 0 ? names : own);
  }, [run, chosen]);
  const wanted = useMemo(() => filterLog(all, { lanes, hasDetails }), [all, lanes, hasDetails]);
  const count = countFactsUntil(wanted, playheadMs);
  const lines = useMemo(() => wanted.slice(0, count), [wanted, count]);
  const copy = async () => {
    const isCopied = await copyText(logText(run, lines, playheadMs));
    setCopied(isCopied ? `${lines.length} lines copied.` : 'The browser would not copy them.');
  };
  return (
    <div className="log">
      <div className="log-head">
        <LaneFilter lanes={run.lanes} chosen={lanes} onChoose={setChosen} />
        <label className="log-details">
          <input type="checkbox" checked={hasDetails} onChange={(event) => setDetails(event.currentTarget.checked)} />
          Every step
        </label>
        <Button className="button log-copy" isDisabled={lines.length === 0} onPress={() => void copy()}>
          <Copy size={14} aria-hidden="true" />
          Copy all
        </Button>
      </div>
      <p className="log-said quiet" role="status">
        {copied}
      </p>
      {lines.length === 0 ? (
        <p className="dock-status">
          Nothing has happened by {exactSeconds(playheadMs)} s. Move the playhead on, or play.
        </p>
      ) : (
        <LogLines run={run} lines={lines} playheadMs={playheadMs} dispatch={dispatch} />
      )}
      <LogVoice run={run} log={wanted} count={count} playheadMs={playheadMs} isPlaying={state.isPlaying} />
    </div>
  );
}

interface LaneFilterProps {
  readonly lanes: readonly LaneTrace[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (names: ReadonlySet<string>) => void;
}

function LaneFilter({ lanes, chosen, onChoose }: LaneFilterProps) {
  return (
    <ToggleButtonGroup
      className="log-lanes"
      aria-label="Lanes in the log"
      selectionMode="multiple"
      disallowEmptySelection
      selectedKeys={chosen}
      onSelectionChange={(keys) => onChoose(new Set([...keys].map(String)))}
    >
      {lanes.map((lane) => (
        <ToggleButton key={lane.name} id={lane.name} className="log-lane" data-lane={lane.lane}>
          <span className="lane-key" aria-hidden="true" />
          {laneTitle(lane)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
