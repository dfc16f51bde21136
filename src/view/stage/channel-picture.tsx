/** The agent of a lane and what lies between it and the surfaces, drawn in CSS pixels of the lane's width. */

import type { AgentView } from '../../projection/stage/agent-view.ts';
import type { ChannelView } from '../../projection/stage/channel-view.ts';
import { useElementSize } from '../element-size.ts';
import { AGENT_RADIUS, AgentGlyph, agentCaption } from './agent-glyph.tsx';
import { PipePicture } from './pipe-picture.tsx';
import { TapePicture } from './tape-picture.tsx';

const HEIGHT = 80;
const MIDDLE = 37;

interface ChannelPictureProps {
  readonly agents: readonly AgentView[];
  readonly channel: ChannelView;
}

export function ChannelPicture({ agents, channel }: ChannelPictureProps) {
  const [ref, { width }] = useElementSize<HTMLDivElement>({ width: 424, height: HEIGHT });
  return (
    <div className="channel" ref={ref}>
      <svg
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={describe(agents, channel)}
      >
        {agents.slice(0, 1).map(({ name, mood }) => (
          <AgentGlyph key={name} mood={mood} x={AGENT_RADIUS + 3} y={MIDDLE} />
        ))}
        {channel.kind === 'pipe' ? (
          <PipePicture pipe={channel} width={width} y={MIDDLE} />
        ) : (
          <TapePicture tape={channel} width={width} y={MIDDLE} />
        )}
        <text className="agent-caption" x={2} y={HEIGHT - 1.5}>
          {agents.map(agentCaption).join('; ')}
        </text>
      </svg>
    </div>
  );
}

function describe(agents: readonly AgentView[], channel: ChannelView): string {
  const caption = agents.map(agentCaption).join('; ');
  if (channel.kind === 'tape') {
    const readers = channel.cursors.map(({ surfaces, offset }) => `${surfaces.join(' and ')} at ${offset}`);
    return `${caption}; log of ${channel.records.length} records${readers.length > 0 ? `, read by ${readers.join(', ')}` : ''}`;
  }
  const buffer = channel.buffer === null ? '' : `, ${channel.buffer.words} words in the buffer`;
  return `${caption}; ${channel.carried} words came through the pipe${channel.cut === null ? '' : `, ${channel.cut.text}`}${buffer}`;
}
