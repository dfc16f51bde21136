/**
 * The inspector: for the event that is selected, what it is, why it happened and what followed. Each
 * step is a jump to its moment, and the way back is kept.
 */

import { ArrowLeft, ChevronLeft, ChevronRight, MousePointerClick } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { eventCard } from '../../projection/inspector/event-card.ts';
import { laneTitle } from '../../projection/moments.ts';
import { exactSeconds } from '../../projection/seconds.ts';
import type { EventId } from '../../protocol/trace-event.ts';
import type { PanelProps } from '../dock/panel.ts';
import { FactsTab } from './facts-tab.tsx';
import { useTrail } from './use-trail.ts';
import { WhyTab } from './why-tab.tsx';
import './inspector.css';
import './machine.css';
import './wire.css';

export function InspectorPanel({ state, dispatch, ports, run, playheadMs }: PanelProps) {
  const { selection } = state;
  const [tab, setTab] = useState('why');
  const { goTo, back } = useTrail(selection, dispatch);
  const trace = run?.lanes.find(({ name }) => name === selection?.lane);
  const report = run?.report.lanes[selection?.lane ?? ''];
  const card = useMemo(
    () => (trace === undefined || selection === null ? null : eventCard(trace, selection.event)),
    [trace, selection],
  );
  if (run === null) return <p className="dock-status">The first run is under way.</p>;
  if (selection === null || trace === undefined || report === undefined || card === null) return <Nothing />;
  const jump = (event: EventId) => goTo({ lane: trace.name, event });
  return (
    <div className="inspector" data-lane={trace.lane}>
      <header className="inspector-head">
        <p className="inspector-where">
          <span className="inspector-lane">{laneTitle(trace)}</span>
          <span>{card.actorLabel}</span>
          <Button className="inspector-time mono" onPress={() => jump(card.event)} aria-label="Go to this moment">
            {exactSeconds(card.atMs)} s
          </Button>
        </p>
        <h3>{sentence(card.sentence)}</h3>
        <div className="inspector-steps">
          <Button className="inspector-step" isDisabled={back === null} onPress={() => back?.()}>
            <ArrowLeft size={14} aria-hidden="true" />
            Back
          </Button>
          <span className="inspector-neighbours" role="group" aria-label={`Events of ${card.actorLabel}`}>
            <Neighbour label={`Earlier on ${card.actorLabel}`} event={card.previous} onJump={jump} icon={ChevronLeft} />
            <span aria-hidden="true">{card.actorLabel}</span>
            <Neighbour label={`Later on ${card.actorLabel}`} event={card.next} onJump={jump} icon={ChevronRight} />
          </span>
        </div>
      </header>
      <Tabs selectedKey={tab} onSelectionChange={(key) => setTab(String(key))}>
        <TabList className="inspector-tabs" aria-label="What to know of it">
          <Tab id="why">Why</Tab>
          <Tab id="machine">Machine</Tab>
          <Tab id="wire">Wire</Tab>
          <Tab id="code">Code</Tab>
        </TabList>
        <TabPanel id="why">
          <WhyTab
            trace={trace}
            report={report}
            scenario={run.scenario}
            card={card}
            surface={selection.surface ?? null}
            playheadMs={playheadMs}
            onJump={jump}
          />
        </TabPanel>
        {(['machine', 'wire', 'code'] as const).map((show) => (
          <TabPanel key={show} id={show}>
            <FactsTab
              show={show}
              ports={ports}
              trace={trace}
              scenario={run.scenario}
              event={card.fact}
              playheadMs={playheadMs}
              onJump={jump}
            />
          </TabPanel>
        ))}
      </Tabs>
    </div>
  );
}

interface NeighbourProps {
  readonly label: string;
  readonly event: EventId | null;
  readonly onJump: (event: EventId) => void;
  readonly icon: typeof ChevronLeft;
}

function Neighbour({ label, event, onJump, icon: Icon }: NeighbourProps) {
  return (
    <Button
      className="icon-button"
      aria-label={label}
      isDisabled={event === null}
      onPress={() => event !== null && onJump(event)}
    >
      <Icon size={16} aria-hidden="true" />
    </Button>
  );
}

function Nothing() {
  return (
    <div className="inspector-empty">
      <MousePointerClick size={22} aria-hidden="true" />
      <p>Choose any mark: a word, a state, a broken guarantee, a message, a flag.</p>
      <p className="quiet">
        Here it says what it is, why it happened, step by step back to what a person or the network did, and what
        followed.
      </p>
    </div>
  );
}

function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
