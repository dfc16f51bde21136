/** What is known before a run: who is in it, and what people and the network will do. Nothing of what comes of it. */

import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { actorLabel } from '../../projection/actor-label.ts';
import { createStageReader } from '../../projection/stage/stage-reader.ts';
import type { Run } from '../../sim/run.ts';

interface BlankStageProps {
  readonly run: Run;
  /** Its time with the flags, to be drawn on or not. */
  readonly children: ReactNode;
}

export function BlankStage({ run, children }: BlankStageProps) {
  const { heads } = useMemo(() => createStageReader(run), [run]);
  const { script, surfaces } = run.scenario;
  const asked = script.find((entry) => entry.do === 'send');
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
            <p>
              <span className="lane-key" aria-hidden="true" />
              <b>{title}</b>
            </p>
            <p className="blank-subtitle">{subtitle}</p>
            <ul className="blank-surfaces">
              {surfaces.map((surface) => (
                <li key={surface.name}>{actorLabel(surface.name)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <div className="blank-field">{children}</div>
    </div>
  );
}
