/** One lane for people who sit far away: the agent, the way to the reader, and the reader's page with its wounds. */

import { Unplug } from 'lucide-react';
import { memo } from 'react';
import type { LaneView } from '../../projection/stage/stage-reader.ts';
import type { SurfaceView } from '../../projection/stage/surface-view.ts';
import { agentCaption } from '../stage/agent-caption.ts';
import { AudiencePage } from './audience-page.tsx';

interface AudienceLaneProps {
  readonly view: LaneView;
  /** The sentence is about this lane. */
  readonly isSpoken: boolean;
  readonly spokenSurface: string | null;
  readonly unit: number;
}

/** More pages than this do not fit under each other; the others are a line each. */
const MOST_PAGES = 2;

export const AudienceLane = memo(function AudienceLane({ view, isSpoken, spokenSurface, unit }: AudienceLaneProps) {
  const { head, agents, channel, surfaces } = view;
  const { full, brief } = chooseSurfaces(surfaces, spokenSurface);
  return (
    <section className="audience-lane" data-lane={head.lane} data-spoken={isSpoken} aria-label={head.title}>
      <h2>{head.title}</h2>
      {agents.map((agent) => (
        <p key={agent.name} className="lane-agent">
          {agents.length > 1 ? `${agent.name.replaceAll('-', ' ')}: ` : 'agent: '}
          {agentCaption(agent)}
        </p>
      ))}
      <p className="lane-way" data-kind={channel.kind} data-cut={channel.kind === 'pipe' && channel.cut !== null}>
        <span className="way-line" />
        {channel.kind === 'tape' ? (
          <span>
            {channel.records.length} {channel.records.length === 1 ? 'record' : 'records'}
          </span>
        ) : (
          channel.cut !== null && (
            <span>
              <Unplug aria-hidden="true" />
              {channel.cut.text}
            </span>
          )
        )}
      </p>
      {full.map((surface) => (
        <AudiencePage key={surface.name} surface={surface} unit={unit} />
      ))}
      {brief.map((surface) => (
        <p key={surface.name} className="lane-brief" data-tone={surface.tone}>
          {surface.label}: {surface.statusText}
        </p>
      ))}
    </section>
  );
});

/** The page that the sentence is about first; of the rest those that are open. */
function chooseSurfaces(surfaces: readonly SurfaceView[], spoken: string | null) {
  const open = surfaces.filter(({ status, name }) => status !== 'closed' || name === spoken);
  if (open.length <= MOST_PAGES) return { full: open, brief: [] };
  const first = open.find(({ name }) => name === spoken) ?? open[0];
  return {
    full: open.filter((surface) => surface === first),
    brief: open.filter((surface) => surface !== first),
  };
}
