/** What is known before a run: who is in it, and what people and the network will do. Nothing of what comes of it. */

import { useMemo } from 'react';
import { actorLabel } from '../../projection/actor-label.ts';
import { createStageReader } from '../../projection/stage/stage-reader.ts';
import type { Run } from '../../sim/run.ts';
import { BlankAxis } from './blank-axis.tsx';

export function BlankStage({ run }: { readonly run: Run }) {
  const { heads } = useMemo(() => createStageReader(run), [run]);
  const asked = run.scenario.script.find((entry) => entry.do === 'send');
  return (
    <div className="blank-stage">
      {asked?.do === 'send' && (
        <p className="blank-prompt">
          <span>{actorLabel(asked.on)}</span> {asked.text}
        </p>
      )}
      <ul className="blank-lanes">
        {heads.map(({ name, lane, title, subtitle }) => (
          <li key={name} data-lane={lane}>
            <span className="lane-key" aria-hidden="true" />
            <b>{title}</b>
            <span>{subtitle}</span>
          </li>
        ))}
      </ul>
      <BlankAxis run={run} />
    </div>
  );
}
