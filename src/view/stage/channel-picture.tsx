/** The agents of a lane and what lies between them and the surfaces, drawn in CSS pixels of the lane's width. */

import { memo } from 'react';
import type { AgentView } from '../../projection/stage/agent-view.ts';
import type { ChannelView } from '../../projection/stage/channel-view.ts';
import { useElementSize } from '../element-size.ts';
import { agentCaption } from './agent-caption.ts';
import { AGENT_RADIUS, AgentGlyph } from './agent-glyph.tsx';
import { PipePicture } from './pipe-picture.tsx';
import { TapePicture } from './tape-picture.tsx';

const HEIGHT = 66;
const MIDDLE = 37;
/** More agents than this stand in the lines below only. */
const MOST_GLYPHS = 4;

interface ChannelPictureProps {
  readonly agents: readonly AgentView[];
  readonly channel: ChannelView;
}

export const ChannelPicture = memo(function ChannelPicture({ agents, channel }: ChannelPictureProps) {
  const [ref, { width }] = useElementSize<HTMLDivElement>({ width: 424, height: HEIGHT });
  const drawn = agents.slice(0, MOST_GLYPHS);
  const radius = drawn.length === 1 ? AGENT_RADIUS : Math.min(8.5, 27 / drawn.length);
  const pitch = radius * 2 + 2;
  return (
    <div className="channel" ref={ref}>
      <svg
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={describe(agents, channel)}
      >
        {drawn.map(({ name, mood, condition }, index) => (
          <AgentGlyph
            key={name}
            mood={mood}
            condition={condition}
            x={AGENT_RADIUS + 3}
            y={MIDDLE + (index - (drawn.length - 1) / 2) * pitch}
            radius={radius}
          />
        ))}
        {channel.kind === 'pipe' ? (
          <PipePicture pipe={channel} width={width} y={MIDDLE} />
        ) : (
          <TapePicture tape={channel} width={width} y={MIDDLE} />
        )}
      </svg>
    </div>
  );
});

function describe(agents: readonly AgentView[], channel: ChannelView): string {
  const caption = agents.map((agent) => `${agent.name}: ${agentCaption(agent)}`).join('; ');
  if (channel.kind === 'tape') {
    const readers = channel.cursors.map(({ surfaces, offset }) => `${surfaces.join(' and ')} at ${offset}`);
    return `${caption}; log of ${channel.records.length} records${readers.length > 0 ? `, read by ${readers.join(', ')}` : ''}`;
  }
  const buffer = channel.buffer === null ? '' : `, ${channel.buffer.words} words in the buffer`;
  return `${caption}; ${channel.carried} words came through the pipe${channel.cut === null ? '' : `, ${channel.cut.text}`}${buffer}`;
}
