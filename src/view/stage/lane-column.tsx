/** One architecture: its name, how it came out, its agent and pipe or log, and its surfaces. */

import { Check, Minus, X } from 'lucide-react';
import { memo } from 'react';
import type { ReactNode } from 'react';
import type { CauseStep } from '../../projection/cause-chain.ts';
import type { LaneHead, LaneView } from '../../projection/stage/stage-reader.ts';
import type { Verdict } from '../../projection/stage/verdict.ts';
import { AgentLines } from './agent-lines.tsx';
import { ChannelPicture } from './channel-picture.tsx';
import { GuaranteeStrip } from './guarantee-strip.tsx';
import { SurfaceFrame } from './surface-frame.tsx';

interface LaneColumnProps {
  readonly view: LaneView;
  readonly onMoment: (atMs: number) => void;
  readonly why: (lane: string, event: number) => readonly CauseStep[];
  /** The control for the lane's options. */
  readonly options: ReactNode;
}

export function LaneColumn({ view, onMoment, why, options }: LaneColumnProps) {
  const { head } = view;
  return (
    <article className="lane" data-lane={head.lane} aria-label={head.title}>
      <LaneHeader head={head} options={options} />
      <ChannelPicture agents={view.agents} channel={view.channel} />
      <AgentLines agents={view.agents} farEnd={view.farEnd} />
      <div className="surfaces" data-count={view.surfaces.length}>
        {view.surfaces.map((surface) => (
          <SurfaceFrame key={surface.name} view={surface} />
        ))}
      </div>
      <GuaranteeStrip lane={head.name} title={head.title} chips={head.chips} onMoment={onMoment} why={why} />
    </article>
  );
}

const LaneHeader = memo(function LaneHeader({
  head,
  options,
}: {
  readonly head: LaneHead;
  readonly options: ReactNode;
}) {
  return (
    <header className="lane-head">
      <h2>
        <span className="lane-key" aria-hidden="true" />
        {head.title}
        {options}
      </h2>
      <p className="verdict" data-tone={head.verdict.tone}>
        <VerdictIcon tone={head.verdict.tone} />
        {head.verdict.text}
      </p>
      <p className="lane-subtitle">{head.subtitle}</p>
    </header>
  );
});

export function VerdictIcon({ tone }: { readonly tone: Verdict['tone'] }) {
  const icon = { size: 14, strokeWidth: 2.6, 'aria-hidden': true } as const;
  switch (tone) {
    case 'good':
      return <Check {...icon} />;
    case 'harm':
      return <X {...icon} />;
    case 'quiet':
      return <Minus {...icon} />;
  }
}
