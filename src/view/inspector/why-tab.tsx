/** Why an event happened, and what followed from it; for a word also its story in the lane. */

import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { causeChain, wholeCauseChain } from '../../projection/cause-chain.ts';
import { brokenBy, consequencesOf } from '../../projection/inspector/consequences.ts';
import type { EventCard } from '../../projection/inspector/event-card.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { ActorName, EventId, LaneTrace } from '../../protocol/trace-event.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { LaneReport } from '../../scenario/outcome-report.ts';
import { StepList } from './step-list.tsx';
import { WordSection } from './word-section.tsx';

export interface WhyTabProps {
  readonly trace: LaneTrace;
  readonly report: LaneReport;
  readonly scenario: CompiledScenario;
  readonly card: EventCard;
  /** The surface that the word was chosen on, `null` for all. */
  readonly surface: ActorName | null;
  readonly playheadMs: VirtualMs;
  readonly onJump: (event: EventId) => void;
}

/** Every step that tells something: chains are shorter than this. */
const ALL = 1_000;
/** What followed beyond these is one line. */
const MOST_CONSEQUENCES = 12;

export function WhyTab({ trace, report, scenario, card, surface, playheadMs, onJump }: WhyTabProps) {
  return (
    <>
      {card.words !== null && (
        <WordSection
          key={`${card.event} ${surface ?? ''}`}
          trace={trace}
          scenario={scenario}
          words={card.words}
          surface={surface}
          playheadMs={playheadMs}
          onJump={onJump}
        />
      )}
      <Causes trace={trace} event={card.event} onJump={onJump} />
      <Followed trace={trace} report={report} event={card.event} onJump={onJump} />
      {card.fields.length > 0 && (
        <section className="inspector-section">
          <h4>Details</h4>
          <dl className="inspector-fields">
            {card.fields.map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="mono">{value}</dd>
              </div>
            ))}
            <div>
              <dt>event</dt>
              <dd className="mono">
                {trace.name}:e{card.event}
              </dd>
            </div>
          </dl>
        </section>
      )}
    </>
  );
}

interface CausesProps {
  readonly trace: LaneTrace;
  readonly event: EventId;
  readonly onJump: (event: EventId) => void;
}

function Causes({ trace, event, onJump }: CausesProps) {
  const [isWhole, setWhole] = useState(false);
  const told = useMemo(() => causeChain(trace, event, ALL), [trace, event]);
  const whole = useMemo(() => wholeCauseChain(trace, event), [trace, event]);
  const hidden = whole.length - told.length;
  const [, ...causes] = isWhole ? whole : told;
  return (
    <section className="inspector-section">
      <div className="inspector-section-head">
        <h4>Because</h4>
        {hidden > 0 && (
          <ToggleButton className="inspector-more" isSelected={isWhole} onChange={setWhole}>
            {isWhole ? 'Fewer steps' : `Every step (${hidden} more)`}
          </ToggleButton>
        )}
      </div>
      {causes.length === 0 ? (
        <p className="quiet">{isRootText(trace, event)}</p>
      ) : (
        <StepList label="Causes, nearest first" steps={causes} onJump={onJump} />
      )}
    </section>
  );
}

function isRootText(trace: LaneTrace, event: EventId): string {
  const fact = trace.events[event];
  return fact !== undefined && 'scriptIndex' in fact
    ? 'Nothing before it: it stands in the script.'
    : 'Nothing before it: it is how the run began.';
}

function Followed({ trace, report, event, onJump }: CausesProps & Pick<WhyTabProps, 'report'>) {
  const followed = useMemo(() => consequencesOf(trace, event), [trace, event]);
  const broken = useMemo(() => brokenBy(trace, report, event), [trace, report, event]);
  const more = followed.length - MOST_CONSEQUENCES;
  return (
    <section className="inspector-section">
      <h4>What followed</h4>
      {followed.length === 0 && broken.length === 0 && <p className="quiet">Nothing that anybody could see.</p>}
      {followed.length > 0 && (
        <StepList label="What followed" steps={followed.slice(0, MOST_CONSEQUENCES)} onJump={onJump} />
      )}
      {more > 0 && <p className="quiet">and {more} more</p>}
      {broken.length > 0 && (
        <ul className="inspector-broken" aria-label="Guarantees that it broke">
          {broken.map(({ id, name, event: first }) => (
            <li key={id}>
              <Button className="inspector-break" onPress={() => onJump(first)}>
                <span className="mono">{id}</span> {name}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
