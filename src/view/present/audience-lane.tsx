/** One lane for people who sit far away: the agent, the way to the reader, and the reader's page with its wounds. */

import { Unplug } from 'lucide-react';
import { memo } from 'react';
import type { AgentView } from '../../projection/stage/agent-view.ts';
import type { ChannelView } from '../../projection/stage/channel-view.ts';
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
      <div className="room-agent">
        {agents.map((agent) => (
          <p key={agent.name}>
            {agents.length > 1 ? agent.name.replaceAll('-', ' ') : 'agent'} <b>{captionOf(agent)}</b>
          </p>
        ))}
      </div>
      <p className="room-way" data-kind={channel.kind} data-cut={channel.kind === 'pipe' && channel.cut !== null}>
        <span className="way-line" />
        <WayText channel={channel} />
      </p>
      <div className="room-pages">
        {full.map((surface) => (
          <AudiencePage key={surface.name} surface={surface} unit={unit} isOnly={surfaces.length === 1} />
        ))}
        {groupsOf(brief).map(({ names, statusText, tone }) => (
          <p key={statusText} className="room-brief" data-tone={tone}>
            {names} <b>{statusText}</b>
          </p>
        ))}
      </div>
    </section>
  );
});

function WayText({ channel }: { readonly channel: ChannelView }) {
  if (channel.kind === 'tape') {
    const count = channel.records.length;
    return <span>{count === 1 ? '1 record' : `${count} records`}</span>;
  }
  if (channel.cut === null) return null;
  return (
    <span>
      <Unplug aria-hidden="true" />
      {channel.cut.text}
    </span>
  );
}

/** In the fewest words: from far away a line is short. */
function captionOf(agent: AgentView): string {
  return agentCaption(agent).replace(' seen by nobody', ' unseen');
}

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

interface SurfaceGroup {
  /** `Tab 1, 2, 3` */
  readonly names: string;
  readonly statusText: string;
  readonly tone: SurfaceView['tone'];
}

/** Pages that say the same share a line. */
function groupsOf(surfaces: readonly SurfaceView[]): readonly SurfaceGroup[] {
  return Array.from(
    Map.groupBy(surfaces, ({ statusText }) => statusText),
    ([statusText, [first, ...others]]) => {
      const kind = /^\S+ (?=\d)/.exec(first?.label ?? '')?.[0] ?? '';
      const names = [
        first?.label ?? '',
        ...others.map(({ label }) => label.slice(label.startsWith(kind) ? kind.length : 0)),
      ];
      return { names: names.join(', '), statusText, tone: first?.tone ?? 'quiet' };
    },
  );
}
