/** One architecture: its name, how it came out, its agent and pipe or log, and its surfaces. */

import { Check, Minus, X } from 'lucide-react';
import { memo } from 'react';
import type { LaneHead, LaneView } from '../../projection/stage/stage-reader.ts';
import type { Verdict } from '../../projection/stage/verdict.ts';
import type { CompiledLane } from '../../scenario/compiled-scenario.ts';
import type { LaneOptionFact } from '../../scenario/lane-option-fact.ts';
import { AgentLines } from './agent-lines.tsx';
import { ChannelPicture } from './channel-picture.tsx';
import { GuaranteeStrip } from './guarantee-strip.tsx';
import { LaneOptionsButton } from './lane-options-button.tsx';
import { LaneSwitches } from './lane-switches.tsx';
import type { StageHands } from './stage-hands.ts';
import { SurfaceFrame } from './surface-frame.tsx';

interface LaneColumnProps {
  readonly view: LaneView;
  /** The surface of this lane that the eye is led to, `null` when it is in none or another. */
  readonly lead: string | null;
  /** The lane as it is set; `null` while another scenario is on its way. */
  readonly setting: CompiledLane | null;
  readonly facts: readonly LaneOptionFact[];
  readonly hands: StageHands;
}

export const LaneColumn = memo(function LaneColumn({ view, lead, setting, facts, hands }: LaneColumnProps) {
  const { head } = view;
  return (
    <article className="lane" data-lane={head.lane} aria-label={head.title}>
      <LaneHeader
        title={head.title}
        subtitle={head.subtitle}
        verdict={head.verdict}
        setting={setting}
        facts={facts}
        hands={hands}
      />
      <ChannelPicture agents={view.agents} channel={view.channel} />
      <AgentLines agents={view.agents} farEnd={view.farEnd} />
      <div className="surfaces" data-count={view.surfaces.length}>
        {view.surfaces.map((surface) => (
          <SurfaceFrame
            key={surface.name}
            lane={head.name}
            view={surface}
            isLead={surface.name === lead}
            hands={hands}
          />
        ))}
      </div>
      <GuaranteeStrip lane={head.name} title={head.title} chips={head.chips} hands={hands} />
    </article>
  );
});

const LaneHeader = memo(function LaneHeader({
  title,
  subtitle,
  verdict,
  setting,
  facts,
  hands,
}: Pick<LaneHead, 'title' | 'subtitle' | 'verdict'> & Pick<LaneColumnProps, 'setting' | 'facts' | 'hands'>) {
  const options = setting === null ? null : { title, lane: setting, facts, onOption: hands.setOption };
  return (
    <header className="lane-head">
      <h2>
        <span className="lane-key" aria-hidden="true" />
        <span className="lane-title">{title}</span>
        {options !== null && <LaneOptionsButton {...options} />}
      </h2>
      <p className="verdict" data-tone={verdict.tone}>
        <VerdictIcon tone={verdict.tone} />
        <span className="verdict-text">{verdict.text}</span>
      </p>
      <p className="lane-subtitle">{subtitle}</p>
      {options !== null && <LaneSwitches {...options} />}
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
